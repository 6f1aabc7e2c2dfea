"""Make up handwritten digits and write them to a file, the same ones from the same seed.

python -m tools.make_samples                       writes the ones that ship
python -m tools.make_samples --count 20000 --seed 7 --out digits.npz
"""

import argparse
from pathlib import Path

import numpy as np

from core.data import samples
from core.data.handwriting import make_digits
from core.data.shipped import shipped

COUNT = 1_000
SEED = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=shipped(samples.FILE))
    args = parser.parse_args()
    samples.save(args.out, make_digits(args.count, np.random.default_rng(args.seed)))
    print(f"{args.count} digits from seed {args.seed} in {args.out}")


if __name__ == "__main__":
    main()
