#!/bin/sh
# SPDX-License-Identifier: MIT
# desktop.sh [--no-tray] [--no-notifications] COMMAND [ARGUMENT...]
# Runs a command on a small but complete desktop of its own: X server, session bus, window manager, tray, notification
# daemon and accessibility bus. All of it ends with the command, whose exit code is the answer.
set -eu
with_tray=1
with_notifications=1
while :; do
    case ${1:-} in
        --no-tray) with_tray=; shift ;;
        --no-notifications) with_notifications=; shift ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || { echo "usage: desktop.sh [--no-tray] [--no-notifications] COMMAND [ARGUMENT...]" >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_RUNTIME_DIR="$folder" XDG_CONFIG_HOME="$folder/config"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
export DESKTOP_TRAY="$with_tray" DESKTOP_NOTIFICATIONS="$with_notifications"

# A plain look that does not change with the distribution's.
mkdir -p "$XDG_CONFIG_HOME/dunst"
cat >"$XDG_CONFIG_HOME/dunst/dunstrc" <<END
[global]
    font = DejaVu Sans 10
    width = 340
    offset = 16x16
    frame_width = 1
    frame_color = "#3b6ea5"
    corner_radius = 6
    padding = 12
    horizontal_padding = 14
    markup = full
    show_indicators = no
[urgency_normal]
    background = "#ffffff"
    foreground = "#20262c"
[urgency_critical]
    background = "#fdecea"
    foreground = "#20262c"
    frame_color = "#c0392b"
END

# A bus that starts nothing by itself, so that what is left out stays out.
cat >"$folder/bus.conf" <<END
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp" dbus-run-session --config-file="$folder/bus.conf" -- sh -c '
    helpers=
    start() { "$@" >/dev/null 2>&1 & helpers="$helpers $!"; }
    start openbox
    [ -z "$DESKTOP_TRAY" ] || start trayer --edge bottom --align right --widthtype request --height 28 --transparent true --alpha 0 --tint 0xdde3ea
    [ -z "$DESKTOP_NOTIFICATIONS" ] || start dunst
    start /usr/libexec/at-spi-bus-launcher --launch-immediately
    # A program of a desktop may give up when it comes before the others: after three seconds it is started again, which
    # does nothing where the first one is only slow.
    await() {
        check=$1; shift; tries=0
        until $check; do
            tries=$((tries + 1)); [ $tries -lt 600 ] || { echo "desktop.sh: $1 does not start" >&2; exit 3; }
            [ $((tries % 30)) -ne 0 ] || start "$@"
            sleep 0.1
        done
    }
    has_window_manager() { xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q window; }
    has_notifications() { dunstctl is-paused >/dev/null 2>&1; }
    await has_window_manager openbox
    [ -z "$DESKTOP_NOTIFICATIONS" ] || await has_notifications dunst
    xsetroot -solid "#9fb3c8" 2>/dev/null || true
    status=0
    "$@" || status=$?
    kill $helpers 2>/dev/null
    exit $status
' desktop "$@"
