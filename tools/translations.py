"""Keep the translations complete and compiled: `python tools/translations.py`, or `--check` to look only.

English stands in the code. Korean stands in resources/i18n, one Qt Linguist file for each room of
the house, so that two people can translate at once; all are compiled into one catalogue.
"""

import argparse
import re
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
CATALOGUE = I18N / "mitbadak_ko.qm"
PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}")


def rooms() -> dict[str, list[Path]]:
    """The source files behind each translation file: every panel is a room, the rest is the shell."""
    panels = ROOT / "gui" / "panels"
    found = {
        folder.name: sorted(folder.glob("*.py")) for folder in sorted(panels.iterdir()) if folder.is_dir()
    }
    found.pop("__pycache__", None)
    shell = [path for path in sorted((ROOT / "gui").rglob("*.py")) if path.parent.parent != panels]
    return {"shell": shell, **found}


def tool(name: str) -> str:
    """The Qt tool of this environment."""
    return str(Path(sysconfig.get_path("scripts")) / name)


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def extract(sources: list[Path], target: Path) -> None:
    """Bring the file up to date with the sources; what no source says any more is dropped."""
    relative = [str(path.relative_to(ROOT)) for path in sources]
    run(tool("pyside6-lupdate"), "-locations", "none", "-no-obsolete", *relative, "-ts", str(target))


def problems(file: Path) -> list[str]:
    """What is missing in a translation file: texts, or the values that a text must show."""
    found = []
    for message in ET.parse(file).getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        text = (translation.text or "") if translation is not None else ""
        if not text or (translation is not None and translation.get("type") == "unfinished"):
            found.append(f"{file.name}: not translated: {source!r}")
        elif sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text)):
            found.append(f"{file.name}: other values in the translation of {source!r}")
    return found


def sources_of(file: Path) -> set[tuple[str, str]]:
    """(context, text) of everything in a translation file."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def check() -> list[str]:
    """Everything that is not as it should be, without changing a file."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for room, sources in rooms().items():
            file = I18N / f"{room}.ko.ts"
            if not file.exists():
                found.append(f"{file.name} is missing")
                continue
            fresh = Path(folder) / file.name
            extract(sources, fresh)
            if sources_of(fresh) != sources_of(file):
                found.append(f"{file.name} is not up to date: run tools/translations.py")
            found += problems(file)
        compiled = Path(folder) / CATALOGUE.name
        compile_to(compiled)
        if not CATALOGUE.exists() or compiled.read_bytes() != CATALOGUE.read_bytes():
            found.append(f"{CATALOGUE.name} is not up to date: run tools/translations.py")
    return found


def compile_to(target: Path) -> None:
    files = [str(file) for file in sorted(I18N.glob("*.ko.ts"))]
    run(tool("pyside6-lrelease"), "-silent", *files, "-qm", str(target))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail where something is missing"
    )
    if not parser.parse_args().check:
        for room, sources in rooms().items():
            extract(sources, I18N / f"{room}.ko.ts")
        compile_to(CATALOGUE)
    found = check()
    print("\n".join(found) or "translations: complete and compiled")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
