"""cumsum, cumprod and prod: along every dimension, with zeros and special values, in every dtype."""

import math

import torch

from families.op_case import integers, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64


def write(fixtures):
    inputs = {
        "cube": lambda: real(2, 5, 3),
        "float64": lambda: real(2, 5, 3, dtype=double),
        "long": lambda: real(2, 300),
        "zeros": lambda: torch.tensor([[1.0, 0.0, 2.0, -0.0], [3.0, -1.0, 0.0, 2.0], [2.0, 0.5, -3.0, 0.0]]),
        "small": lambda: torch.tensor([[1e-40, 1e-40, -1e-40], [3e38, 1.0, -3e38]]),
        "int32": lambda: integers(3, 4, low=-3, high=4),
        "uint8": lambda: integers(5, low=0, high=6, dtype=torch.uint8),
        "bool": lambda: truths(3, 4),
        "0d": lambda: real(),
        "empty": lambda: real(0, 3),
    }
    for op, compute in {"cumsum": torch.cumsum, "cumprod": torch.cumprod, "prod": torch.prod}.items():
        for label, values in inputs.items():
            for dim in (0, -1):
                record(fixtures, f"{label}-dim{dim}", op, lambda x: compute(x, dim=dim), lambda: [values()], {"dim": dim}, no_gradient=(0,) if label == "small" else ())
        record(fixtures, "specials", op, lambda x: compute(x, dim=1), lambda: [torch.tensor([[1.0, inf, 2.0], [inf, -inf, 1.0], [nan, 0.0, 1.0], [inf, 0.0, 1.0]])], {"dim": 1}, no_gradient=(0,))
        for dtype in ("float64", "int32"):
            record(fixtures, f"to-{dtype}", op, lambda x: compute(x, dim=0, dtype=getattr(torch, dtype)), lambda: [real(4)], {"dim": 0, "dtype": dtype}, no_gradient=(0,) if dtype == "int32" else ())
    for label, values in inputs.items():
        # PyTorch multiplies floats in an order of its own: what is lost underway differs.
        if label == "small":
            continue
        record(fixtures, f"{label}-full", "prod", torch.prod, lambda: [values().narrow(-1, 0, 3) if label == "long" else values()])
    record(fixtures, "keepdim", "prod", lambda x: torch.prod(x, 1, keepdim=True), lambda: [real(3, 4)], {"dim": 1, "keepdim": True})
