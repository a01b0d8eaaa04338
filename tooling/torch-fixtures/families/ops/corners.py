"""Corners that a formula gets wrong: norms of one element far out, and products whose factor is 0 beside NaN."""

import math

import torch

from families.op_case import record

inf, nan = math.inf, math.nan


def write(fixtures):
    far = torch.tensor([[1e-30], [1e30], [-3.0], [1e-20], [0.0]])
    for p in [-2, -1, 0.5, 1.5, 2, 3]:
        # PyTorch's own gradient is NaN where a power of the element is no number; that of a size is its sign.
        record(fixtures, f"of-one-{p}", "norm", lambda x: x.norm(p, 1), lambda: [far], {"p": p, "dim": 1}, no_gradient=() if p in (0.5, 1.5, 2) else (0,))
        record(fixtures, f"of-one-{p}", "linalg.vectorNorm", lambda x: torch.linalg.vector_norm(x, p, dim=1), lambda: [far], {"ord": p, "dim": 1}, no_gradient=() if p in (0.5, 1.5, 2) else (0,))
    write_added(fixtures)


def write_added(fixtures):
    shapes = {
        "addmm": [(2, 2), (2, 3), (3, 2)],
        "addmv": [(2,), (2, 3), (3,)],
        "addr": [(2, 3), (2,), (3,)],
        "baddbmm": [(2, 2, 2), (2, 2, 3), (2, 3, 2)],
        "addbmm": [(2, 2), (2, 2, 3), (2, 3, 2)],
    }
    for op, sizes in shapes.items():
        fn = getattr(torch, op)
        for alpha, beta in [(0, 1), (1, 0), (0, 0), (2, 0), (0, 2)]:
            for at, which in enumerate(["input", "left", "right"]):
                for value in [nan, inf]:
                    name = f"{which}-{value}-alpha{alpha}-beta{beta}"
                    factors = {"alpha": alpha, "beta": beta}
                    record(fixtures, name, op, lambda *given: fn(*given, **factors), lambda: [beginning(size, value if place == at else 2.0) for place, size in enumerate(sizes)], factors)


def beginning(size, first):
    values = torch.arange(1.0, math.prod(size) + 1).reshape(size)
    values.view(-1)[0] = first
    return values
