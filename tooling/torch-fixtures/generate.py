"""Writes the fixtures: all families, or those named on the command line. Needs torch; see README.md."""

import importlib
import sys

import torch

from writer import FixtureWriter

# Each is a module of families/ with `seed` and `write(fixtures)`.
families = ["ops", "training", "init", "random", "optim", "printing", "numbers"]


def main(wanted):
    # Sums over threads are split by their number, which would show in the last digits.
    torch.set_num_threads(1)
    for family in wanted or families:
        module = importlib.import_module(f"families.{family}")
        torch.manual_seed(module.seed)
        fixtures = FixtureWriter(family, module.seed)
        module.write(fixtures)
        fixtures.close()


main(sys.argv[1:])
