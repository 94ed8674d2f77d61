#!/bin/sh
# SPDX-License-Identifier: MIT
# check_translations.sh LUPDATE: fails where a text of the sources has no translation, in any language.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$here"/../../translations/*.ts "$copy"
sh "$here/update_translations.sh" "$1" "$copy"
status=0
for file in "$copy"/*.ts; do
    if grep -q 'type="unfinished"' "$file"; then
        echo "$(basename "$file") lacks these translations:"
        grep -B4 'type="unfinished"' "$file" | grep '<source>' | sed 's/^/  /'
        status=1
    fi
done
exit $status
