#!/bin/sh
# SPDX-License-Identifier: MIT
# update_translations.sh LUPDATE FOLDER: brings the .ts files in FOLDER up to date with the sources of all layers.
set -eu
lupdate=$1
folder=$2
cd "$(dirname "$0")/../.."
"$lupdate" -silent -I . -locations none -no-obsolete core ui app -ts "$folder/reveille_zh_CN.ts" "$folder/reveille_zh_TW.ts"
"$lupdate" -silent -I . -locations none -no-obsolete -pluralonly core ui app -ts "$folder/reveille_en.ts"
