"""Ops that lay elements anew: cat, stack and pad."""

import torch
from torch.nn import functional

from families.op_case import integers, real, record, truths


def write(fixtures):
    write_joins(fixtures)
    write_pad(fixtures)


def write_pad(fixtures):
    for name, shape, padding in [("last", (2, 3, 4), (1, 2)), ("image", (1, 2, 3, 4), (1, 2, 2, 1)), ("cut", (2, 5, 6), (-1, 2, 1, -2))]:
        for value in (0.0, 2.5):
            arguments = {"padding": list(padding), "value": value}
            record(fixtures, f"{name}-{value}", "pad", lambda x: functional.pad(x, padding, "constant", value), lambda: [real(*shape)], arguments)
    for mode in ("reflect", "replicate", "circular"):
        for name, shape, padding in [("image", (1, 2, 3, 4), (2, 1, 1, 2)), ("row", (1, 2, 5), (3, 4))]:
            arguments = {"padding": list(padding), "mode": mode}
            record(fixtures, f"{name}-{mode}", "pad", lambda x: functional.pad(x, padding, mode), lambda: [real(*shape)], arguments)


def write_joins(fixtures):
    def cat(dim):
        return lambda *tensors: torch.cat(tensors, dim)

    def stack(dim):
        return lambda *tensors: torch.stack(tensors, dim)

    record(fixtures, "dim0", "cat", cat(0), lambda: [real(2, 3), real(1, 3), real(4, 3)], {"dim": 0})
    record(fixtures, "dim1", "cat", cat(1), lambda: [real(2, 3), real(2, 1)], {"dim": 1})
    record(fixtures, "dim-1", "cat", cat(-1), lambda: [real(2, 3, 2), real(2, 3, 4)], {"dim": -1})
    record(fixtures, "one", "cat", cat(0), lambda: [real(2, 3)], {"dim": 0})
    record(fixtures, "with-size0", "cat", cat(0), lambda: [real(2, 3), real(0, 3)], {"dim": 0})
    record(fixtures, "with-empty-vector", "cat", cat(1), lambda: [real(2, 3), real(0), real(2, 2)], {"dim": 1})
    record(fixtures, "float64", "cat", cat(0), lambda: [real(2, dtype=torch.float64), real(3, dtype=torch.float64)], {"dim": 0})
    record(fixtures, "int32", "cat", cat(0), lambda: [integers(3), integers(2)], {"dim": 0})
    record(fixtures, "bool", "cat", cat(0), lambda: [truths(3), truths(2)], {"dim": 0})
    record(fixtures, "int32-float32", "cat", cat(0), lambda: [integers(3), real(2)], {"dim": 0})
    record(fixtures, "float32-float64", "cat", cat(0), lambda: [real(2), real(2, dtype=torch.float64)], {"dim": 0})
    record(fixtures, "uint8-int32", "cat", cat(0), lambda: [integers(3, low=0, dtype=torch.uint8), integers(2)], {"dim": 0})
    for dim in (0, 1, 2, -1, -2):
        record(fixtures, f"dim{dim}", "stack", stack(dim), lambda: [real(2, 3), real(2, 3), real(2, 3)], {"dim": dim})
    record(fixtures, "0d", "stack", stack(0), lambda: [real(), real()], {"dim": 0})
    record(fixtures, "empty", "stack", stack(1), lambda: [real(0, 2), real(0, 2)], {"dim": 1})
    record(fixtures, "int32", "stack", stack(0), lambda: [integers(3), integers(3)], {"dim": 0})
