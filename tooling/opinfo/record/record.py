"""Records what PyTorch does with its own operator samples, for src/main.mjs to compare with.

    python record.py SEED OUT.jsonl.gz [--ops add,nn.functional.conv2d | --ops @names.txt | --ops all]
                     [--dtypes float32,int32] [--limit 120] [--elements 4096] [--no-modules] [--no-optims] [--wild]

Samples come from torch.testing._internal: op_db (sample_inputs, the same made non-contiguous, reference_inputs, error_inputs,
and each again by the in-place variant), module_db and optim_db. A line holds one call: its arguments, and its outputs with
the gradients of all that requires one for a fixed cotangent, or what it raised. Needs torch, numpy, expecttest, pytest.
"""

import argparse
import gzip
import json
import sys
import warnings

import torch
from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_modules import module_db
from torch.testing._internal.common_optimizers import optim_db

from modules import Recorder
from names import ABSENT, MODULES, OPS, OPTIMS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=int)
    parser.add_argument("out")
    parser.add_argument("--ops", default="today", help="today, all, names with commas, or @file of names")
    parser.add_argument("--dtypes", default="float32,float64,int32,uint8,bool")
    parser.add_argument("--limit", type=int, default=120, help="samples of one kind, of one op in one dtype")
    parser.add_argument("--elements", type=int, default=4096, help="in all tensors of a sample together")
    parser.add_argument("--no-modules", action="store_true")
    parser.add_argument("--no-optims", action="store_true")
    parser.add_argument("--wild", action="store_true", help="cotangents with an infinity and a NaN")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.ops.startswith("@"):
        with open(options.ops[1:], encoding="utf-8") as names:
            wanted = set(names.read().split())
    else:
        wanted = set(OPS if options.ops == "today" else options.ops.split(","))
    # Each entry is recorded, or absent.json says why not.
    for name in sorted({op.name for op in op_db} - set(OPS) - set(ABSENT)):
        print(f"neither in names.py nor in absent.json: {name}", file=sys.stderr)
    everything = wanted == {"all"}
    chosen = [op for op in op_db if everything or op.name in wanted]
    for name in sorted(wanted - {op.name for op in op_db} - {"all"}):
        print(f"not in op_db: {name}", file=sys.stderr)
    torch.set_num_threads(1)
    with gzip.open(options.out, "wt", encoding="utf-8") as file:
        recorder = Recorder(file, options)
        file.write(json.dumps({"torch": torch.__version__, "seed": options.seed, "ops": options.ops}) + "\n")
        for op in chosen:
            for dtype in options.dtypes.split(","):
                recorder.op(op, dtype)
            recorder.errors(op)
        chosen_modules = [info for info in module_db if everything or info.module_cls.__name__ in MODULES]
        chosen_optims = [info for info in optim_db if everything or info.optim_cls.__name__ in OPTIMS]
        for dtype in ("float32", "float64"):
            for info in [] if options.no_modules else chosen_modules:
                recorder.attempt(info.module_cls.__name__, recorder.module, info, dtype)
            for info in [] if options.no_optims else chosen_optims:
                recorder.attempt(info.optim_cls.__name__, recorder.optim, info, dtype)
    for what, count in recorder.skipped.items():
        print(f"left out {count}: {what}", file=sys.stderr)
    print(f"{recorder.written} calls of {len(chosen)} op_db entries", file=sys.stderr)


if __name__ == "__main__":
    main()
