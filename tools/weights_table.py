"""Write resources/weights/README.md: how well each shipped network reads, from the JSON beside it.

python -m tools.weights_table
"""

import json
from pathlib import Path

WEIGHTS = Path(__file__).resolve().parent.parent / "resources" / "weights"

CASES = {
    "mnist_test": "MNIST, 10,000 test images, pixels divided by 255",
    "mnist_test_prepared": "the same, prepared as a drawing is",
    "mnist_test_shifted_4": "the same, moved 4 pixels to the right, not prepared",
    "mnist_test_shifted_4_prepared": "the same, moved 4 pixels to the right, prepared",
    "mnist_test_pixels_0_to_255": "the same, pixels as they are, from 0 to 255",
    "held_out_writers": "digits drawn by people whom it never saw",
    "held_out_writers_thinnest_pen": "the same, with the thinnest pen",
    "held_out_writers_thickest_pen": "the same, with the thickest pen",
    "held_out_writers_not_prepared": "the same, only shrunk to 28×28",
}

DOCUMENT = """# The networks that ship

Trained by [tools/train_default.py](../../tools/train_default.py). The share of digits that each reads
right, none of which had a part in its training; more is in the JSON beside each.

{table}

Writers held out: {writers}. `handwriting.npz` is not a network but how the made-up digits are written
([core/data/handwriting.py](../../core/data/handwriting.py)).
"""


def write_table(folder: Path) -> None:
    """Put what the JSON files in the folder say into one table, the default network first."""
    networks = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("mnist-*.json")]
    networks.sort(key=lambda network: network["hidden_activation"] != "sigmoid")
    rows = [
        ["", *(f"{network['name']}" for network in networks)],
        ["---"] * (len(networks) + 1),
        *(
            [said, *(f"{network['accuracy'][case]:.4f}" for network in networks)]
            for case, said in CASES.items()
        ),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    writers = ", ".join(map(str, networks[0]["writers_held_out"]))
    (folder / "README.md").write_text(DOCUMENT.format(table=table, writers=writers), encoding="utf-8")


if __name__ == "__main__":
    write_table(WEIGHTS)
