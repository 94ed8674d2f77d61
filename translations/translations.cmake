# SPDX-License-Identifier: MIT
# The texts of all three layers in other languages, compiled into reveille_core as :/i18n/reveille_*.qm. English has a
# file for its plurals only. Targets: `update_translations` brings the .ts files up to date with the sources.
set(languages en zh_CN zh_TW)
list(TRANSFORM languages PREPEND ${PROJECT_SOURCE_DIR}/translations/reveille_ OUTPUT_VARIABLE ts_files)
list(TRANSFORM ts_files APPEND .ts)
qt_add_lrelease(reveille_core TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)

# As a plain source: what qt_add_resources() adds to a library by itself can't be installed with it.
set(translations_qrc ${CMAKE_CURRENT_BINARY_DIR}/reveille_translations.qrc)
set(entries "")
foreach(qm IN LISTS qm_files)
    cmake_path(GET qm FILENAME name)
    string(APPEND entries "<file alias=\"${name}\">${qm}</file>")
endforeach()
file(CONFIGURE OUTPUT ${translations_qrc} CONTENT "<RCC><qresource prefix=\"/i18n\">${entries}</qresource></RCC>\n")
qt_add_resources(translation_sources ${translations_qrc})
target_sources(reveille_core PRIVATE ${translation_sources})

add_custom_target(update_translations
    COMMAND sh tests/support/update_translations.sh $<TARGET_FILE:Qt6::lupdate> translations
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
