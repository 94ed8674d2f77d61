#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_layers.py ROOT: fails on an include that runs upward between the layers, or inside core between its parts."""
import pathlib
import re
import sys

LAYERS = {"core": {"core"}, "ui": {"core", "ui"}, "app": {"core", "ui", "app"}}

# What each part of core may include, besides itself.
CORE = {
    "base": set(),
    "time": {"base"},
    "triggers": {"base", "time"},
    "jobs": {"base", "time", "triggers"},
    "tasks": {"base", "time", "triggers", "jobs"},
    "stores": {"base", "time", "triggers", "jobs"},
    "executors": {"base", "time", "triggers", "jobs", "tasks"},
    "scheduler": {"base", "time", "triggers", "jobs", "tasks", "stores", "executors"},
    "notifications": {"base", "time", "triggers", "jobs", "tasks", "scheduler"},
}

SCREEN = re.compile(r"^(Qt(Gui|Widgets|Svg)\b|Q(Widget|Application|GuiApplication|Icon|Pixmap|Image|Color|Font|Painter)\b)")


def faults(root):
    for path in sorted(p for layer in LAYERS for p in (root / layer).rglob("*") if p.suffix in (".h", ".cpp")):
        parts = path.relative_to(root).parts
        layer = parts[0]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            where, target = f"{path.relative_to(root)}:{number}", match[2]
            if match[1] == "<":
                if layer == "core" and SCREEN.match(target):
                    yield f"{where}: core includes <{target}>, which is of the screen"
                continue
            into = target.split("/")
            if into[0] not in LAYERS:
                if not target.endswith(".moc") and into[0] != "tests":
                    yield f'{where}: "{target}" is not written from the root'
            elif into[0] not in LAYERS[layer]:
                yield f"{where}: {layer} includes {into[0]}"
            elif layer == "core" and into[0] == "core" and into[1] != parts[1] and into[1] not in CORE.get(parts[1], set()):
                yield f"{where}: core/{parts[1]} includes core/{into[1]}"


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "All includes run downward.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
