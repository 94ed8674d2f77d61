#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what the tests need, builds everything and runs the tests, but for those labelled exhaustive. Arguments go to ctest: `sh tests/run.sh -L lint`.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/app/packages.sh"

# A screen with all that belongs to it, a clock that can be set, and a look into stores and processes.
TEST_PACKAGES="xvfb xauth openbox trayer dunst dbus dbus-x11 xdotool x11-utils imagemagick at-spi2-core python3-pyatspi
libnotify-bin fonts-dejavu-core fonts-noto-cjk adwaita-icon-theme faketime sqlite3 postgresql mariadb-server python3 openssl procps strace"

install_packages $BUILD_PACKAGES $TEST_PACKAGES
cd "$root"
echo "Building $root/build/release"
cmake --preset release
cmake --build --preset release
echo "Running the tests"
ctest --preset release -j2 "$@"
