"""sum, mean, max, min, argmax, argmin, var, std and softmax: over everything, one dimension or several, with ties and special values."""

import math
from itertools import product

import torch

from families.op_case import integers, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64


def keep(dims):
    """Every set of dimensions, with and without keepdim: how it is named, and the arguments."""
    for dim in dims:
        for keepdim in (False, True):
            label = "dim" + ",".join(map(str, dim if isinstance(dim, tuple) else (dim,)))
            arguments = {"dim": list(dim) if isinstance(dim, tuple) else dim, "keepdim": keepdim}
            yield label + ("-keepdim" if keepdim else ""), arguments


def write(fixtures):
    write_sums(fixtures)
    write_extremes(fixtures)
    write_minima(fixtures)
    write_spreads(fixtures)
    write_softmax(fixtures)


def write_sums(fixtures):
    for op, compute in {"sum": torch.sum, "mean": torch.mean}.items():
        for name, shape in {"vector": (7,), "cube": (2, 3, 4), "0d": (), "empty": (0, 3), "large": (50, 211)}.items():
            record(fixtures, f"{name}-full", op, compute, lambda: [real(*shape)])
        for name, arguments in keep([0, 1, -1, (0, 2), (1, 2), (0, 1, 2), (-1, 0)]):
            record(fixtures, f"cube-{name}", op, lambda x: compute(x, **arguments), lambda: [real(2, 3, 4)], arguments)
        for name, arguments in keep([0, 1]):
            record(fixtures, f"empty-{name}", op, lambda x: compute(x, **arguments), lambda: [real(0, 3)], arguments)
            record(fixtures, f"large-{name}", op, lambda x: compute(x, **arguments), lambda: [real(50, 211)], arguments)
        for name, arguments in keep([0, -1]):
            record(fixtures, f"0d-{name}", op, lambda x: compute(x, **arguments), lambda: [real()], arguments)
        record(fixtures, "float64", op, compute, lambda: [real(3, 4, dtype=double)])
        record(fixtures, "specials", op, lambda x: compute(x, dim=1), lambda: [special_rows()], {"dim": 1})
    record(fixtures, "int32", "sum", torch.sum, lambda: [integers(3, 4)])
    record(fixtures, "uint8", "sum", torch.sum, lambda: [integers(300, low=200, high=256, dtype=torch.uint8)])
    record(fixtures, "bool", "sum", torch.sum, lambda: [truths(3, 9)])
    record(fixtures, "bool-dim1", "sum", lambda x: torch.sum(x, dim=1), lambda: [truths(3, 9)], {"dim": 1})


def special_rows():
    return torch.tensor([[1, nan, 2], [inf, 1, -inf], [inf, 1, inf], [-inf, 1, 2], [nan, inf, nan], [-0.0, 0.0, -0.0]])


def write_extremes(fixtures):
    ties = torch.tensor([[1.0, 3.0, 3.0], [2.0, 2.0, 2.0], [3.0, 1.0, 3.0]])
    inputs = {
        "matrix": lambda: real(4, 5),
        "ties": lambda: ties,
        "specials": special_rows,
        "negative": lambda: -real(3, 4).abs(),
        "float64": lambda: real(3, 4, dtype=double),
        "int32": lambda: integers(4, 5),
        "uint8": lambda: integers(4, 5, low=0, high=256, dtype=torch.uint8),
    }
    for name, values in inputs.items():
        for op, compute in {"max": torch.max, "argmax": torch.argmax}.items():
            record(fixtures, f"{name}-full", op, compute, lambda: [values()])
            for label, arguments in keep([0, -1]):
                # torch.max gives values and indices here: two outputs; the gradient is that of the values.
                record(fixtures, f"{name}-{label}", op, lambda x: named(compute(x, **arguments)), lambda: [values()], arguments)
    for op, compute in {"max": torch.max, "argmax": torch.argmax}.items():
        record(fixtures, "0d-full", op, compute, lambda: [real()])
        for label, arguments in keep([0]):
            record(fixtures, f"0d-{label}", op, lambda x: named(compute(x, **arguments)), lambda: [real()], arguments)
        for label, arguments in keep([1]):
            record(fixtures, f"cube-{label}", op, lambda x: named(compute(x, **arguments)), lambda: [real(2, 3, 4)], arguments)
            record(fixtures, f"empty-{label}", op, lambda x: named(compute(x, **arguments)), lambda: [real(0, 3)], arguments)


def named(result):
    """A named tuple as a plain one."""
    return result if isinstance(result, torch.Tensor) else tuple(result)


def write_minima(fixtures):
    ties = torch.tensor([[1.0, 3.0, 1.0], [2.0, 2.0, 2.0], [3.0, 1.0, 1.0]])
    inputs = {
        "matrix": lambda: real(4, 5),
        "ties": lambda: ties,
        "specials": special_rows,
        "int32": lambda: integers(4, 5),
        "float64": lambda: real(3, 4, dtype=double),
    }
    for (name, values), (op, compute) in product(inputs.items(), {"min": torch.min, "argmin": torch.argmin}.items()):
        record(fixtures, f"{name}-full", op, compute, lambda: [values()])
        for label, arguments in keep([0, -1]):
            record(fixtures, f"{name}-{label}", op, lambda x: named(compute(x, **arguments)), lambda: [values()], arguments)


def write_spreads(fixtures):
    for op, compute in {"var": torch.var, "std": torch.std}.items():
        record(fixtures, "full", op, compute, lambda: [real(3, 4)])
        record(fixtures, "float64", op, compute, lambda: [real(3, 4, dtype=double)])
        record(fixtures, "far", op, compute, lambda: [real(4, 50) + 10])
        for label, arguments in keep([0, -1, (0, 2)]):
            for correction in (0, 1, 2):
                named_arguments = {**arguments, "correction": correction}
                record(fixtures, f"cube-{label}-{correction}", op, lambda x: compute(x, **named_arguments), lambda: [real(3, 4, 5)], named_arguments)
        record(fixtures, "equals", op, lambda x: compute(x, dim=1), lambda: [torch.ones(2, 3)], {"dim": 1})
        record(fixtures, "single", op, lambda x: compute(x, dim=1), lambda: [real(3, 1)], {"dim": 1}, no_gradient=[0])


def write_softmax(fixtures):
    for shape, dim in [((7,), 0), ((3, 5), 0), ((3, 5), 1), ((2, 3, 4), 1), ((2, 3, 4), -1), ((), 0), ((0, 3), 1), ((2, 1000), 1)]:
        name = f"{'x'.join(map(str, shape)) or '0d'}-dim{dim}"
        record(fixtures, name, "softmax", lambda x: torch.softmax(x, dim), lambda: [real(*shape)], {"dim": dim})
    rows = torch.tensor([[1e4, 0.0, -1e4], [-inf, 0.0, 1.0], [inf, 0.0, 1.0], [nan, 0.0, 1.0], [-inf, -inf, -inf]])
    record(fixtures, "specials", "softmax", lambda x: torch.softmax(x, 1), lambda: [rows], {"dim": 1})
