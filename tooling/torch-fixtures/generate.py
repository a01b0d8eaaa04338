"""Writes the fixtures: all families, or those named on the command line. Needs torch; see README.md."""

import importlib
import os
import sys
import warnings
from pathlib import Path

# Read when torch is loaded: one choice of vector instructions, whatever the processor has, so that sums have one order.
os.environ.update(ATEN_CPU_CAPABILITY="avx2", ONEDNN_MAX_CPU_ISA="AVX2", MKL_CBWR="AVX2")

import torch  # noqa: E402

from writer import FixtureWriter  # noqa: E402

# Each is a module of families/ with `seed` and `write(fixtures)`.
families = ["ops", "training", "init", "random", "retained", "optim", "moves", "printing", "numbers"]


def wanted_version():
    requirements = (Path(__file__).parent / "requirements.txt").read_text().split()
    return next(line.removeprefix("torch==") for line in requirements if line.startswith("torch=="))


def main(wanted):
    if torch.__version__.split("+")[0] != wanted_version():
        sys.exit(f"generate.py: the fixtures are those of torch {wanted_version()}, but this is {torch.__version__}")
    # Sums over threads are split by their number, which would show in the last digits.
    torch.set_num_threads(1)
    # Corner cases that PyTorch warns of are among the cases on purpose.
    warnings.simplefilter("ignore")
    for family in wanted or families:
        module = importlib.import_module(f"families.{family}")
        torch.manual_seed(module.seed)
        fixtures = FixtureWriter(family, module.seed)
        module.write(fixtures)
        fixtures.close()


main(sys.argv[1:])
