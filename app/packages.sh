# SPDX-License-Identifier: MIT
# Read by the scripts beside and above: which Debian packages are needed, and install_packages, which installs those
# that are missing.

BUILD_PACKAGES="g++ cmake ninja-build qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
qt6-svg-dev libqt6svg6 libqt6sql6-sqlite libqt6sql6-psql libqt6sql6-mysql libgl1-mesa-dev libhowardhinnant-date-dev libexpected-dev tzdata qt6-translations-l10n"

# The laws of time zones change; this is the first version that knows those of 2026.
TZDATA_VERSION=2026f

# install_packages PACKAGE...
install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "This is not Debian. Reveille needs what these Debian packages hold; install it and start again:" >&2
        echo "  $*" >&2
        return 1
    fi
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
    case " $* " in *" tzdata "*)
        dpkg --compare-versions "$(dpkg-query -W -f '${Version}' tzdata 2>/dev/null || echo 0)" ge $TZDATA_VERSION || missing="$missing tzdata" ;;
    esac
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        echo "These packages are missing, and installing them takes root or sudo:$missing" >&2
        return 1
    fi
    echo "Installing:$missing"
    $as_root apt-get update -q
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}
