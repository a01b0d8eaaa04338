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

# Each is a module of families/ with `seed` and `write(fixtures)`, or a folder of such with one seed.
families = ["ops", "in_place", "layers", "transforms", "pictures", "models", "training", "init", "random", "retained", "optim", "optimizers", "schedulers", "averages", "amp", "moves", "printing", "numbers", "promotion", "functional", "forms", "ported", "dropouts", "calibration", "programs_a", "programs_b", "curves", "metrics", "subscripts"]


def wanted_version():
    requirements = (Path(__file__).parent / "requirements.txt").read_text().split()
    return next(line.removeprefix("torch==") for line in requirements if line.startswith("torch=="))


def parts(family):
    """Those of a family that is a folder, or itself."""
    folder = Path(__file__).parent / "families" / family
    return [f"{family}/{file.stem}" for file in sorted(folder.glob("[a-z]*.py"))] or [family]


def main(wanted):
    if torch.__version__.split("+")[0] != wanted_version():
        sys.exit(f"generate.py: the fixtures are those of torch {wanted_version()}, but this is {torch.__version__}")
    # Sums over threads are split by their number, which would show in the last digits.
    torch.set_num_threads(1)
    # Corner cases that PyTorch warns of are among the cases on purpose.
    warnings.simplefilter("ignore")
    for family in wanted or families:
        for part in parts(family):
            module = importlib.import_module("families." + part.replace("/", "."))
            seed = importlib.import_module("families." + part.split("/")[0]).seed
            torch.manual_seed(seed)
            fixtures = FixtureWriter(part, seed)
            module.write(fixtures)
            fixtures.close()


main(sys.argv[1:])
