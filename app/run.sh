#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds Reveille and starts it; arguments are passed on. Installs the packages that are missing.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/app/packages.sh"

{
    install_packages $BUILD_PACKAGES
    echo "Building $root/build/release"
    (cd "$root" && cmake --preset release >build-release.log 2>&1 || { cat build-release.log; exit 1; })
    cmake --build "$root/build/release" --target reveille
} >&2
exec "$root/build/release/reveille" "$@"
