"""The door: hands the command line to the program, nothing else."""

import sys

from gui.app import main as run


def main() -> int:
    return run(sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
