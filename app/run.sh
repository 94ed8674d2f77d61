#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds Reveille and starts it; arguments are passed on. Installs the packages that are missing.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/app/packages.sh"

{
    install_packages $BUILD_PACKAGES
    echo "Building $root/build/release"
    cd "$root"
    cmake --preset release --log-level=WARNING
    cmake --build --preset release --target reveille
    cd "$OLDPWD"
} >&2
exec "$root/build/release/reveille" "$@"
