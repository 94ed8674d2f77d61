#!/bin/sh
# SPDX-License-Identifier: MIT
# `instrumented_qt.sh FOLDER` builds in FOLDER what core uses of the installed Qt, from its Debian source, so that the
# thread sanitizer sees the locks inside of it. Programs configured with -DREVEILLE_INSTRUMENTED_QT=FOLDER then run with
# these libraries and plugins, and with the installed ones for all else.
set -eu
[ $# = 1 ] || { echo "Usage: instrumented_qt.sh FOLDER" >&2; exit 2; }
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$root/app/packages.sh"

install_packages $BUILD_PACKAGES dpkg-dev libb2-dev libdbus-1-dev libdouble-conversion-dev libglib2.0-dev libicu-dev \
    libmariadb-dev libpcre2-dev libpq-dev libsqlite3-dev libssl-dev libzstd-dev zlib1g-dev
version=$(dpkg-query -W -f '${source:Version}' libqt6core6)
plugins=$(qtpaths6 --plugin-dir)
mkdir -p "$1"
folder=$(CDPATH= cd -- "$1" && pwd)

# Asks the archives that packages come from for a source, without a change to how they are configured.
fetch_source() {
    mkdir -p "$folder/apt/sources" "$folder/apt/lists/partial"
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ ! -f "$list" ] || sed -n 's/^deb /deb-src /p' "$list" >"$folder/apt/sources/$(basename "$list")"
    done
    for list in /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$list" ] || sed 's/^Types:.*/Types: deb-src/' "$list" >"$folder/apt/sources/$(basename "$list")"
    done
    cat >"$folder/apt/apt.conf" <<END
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$folder/apt/sources";
Dir::State::Lists "$folder/apt/lists";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
END
    export APT_CONFIG="$folder/apt/apt.conf"
    apt-get update -q
    (cd "$folder/apt" && apt-get source -q --only-source "qt6-base=$version")
    mv "$folder"/apt/qt6-base-*/ "$folder/source"
    rm -rf "$folder/apt"
}

[ -d "$folder/source" ] || fetch_source

flags="-fsanitize=thread -fno-omit-frame-pointer -O1 -g1 -Wno-tsan"
cmake -S "$folder/source" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" \
    -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake" -DQT_FORCE_FIND_TOOLS=ON \
    -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DBUILD_WITH_PCH=OFF -DFEATURE_gui=OFF -DFEATURE_glib=ON -DFEATURE_icu=ON \
    -DFEATURE_dbus_linked=ON -DFEATURE_ssl=ON -DFEATURE_sql_mysql=ON -DFEATURE_sql_psql=ON -DFEATURE_system_sqlite=ON
cmake --build "$folder" --target Core DBus Network Sql Test QSQLiteDriverPlugin QPSQLDriverPlugin QMYSQLDriverPlugin \
    QTlsBackendOpenSSLPlugin
for kind in "$plugins"/*; do
    [ -e "$folder/plugins/$(basename "$kind")" ] || ln -s "$kind" "$folder/plugins/"
done
