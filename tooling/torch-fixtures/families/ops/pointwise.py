"""Arithmetic, functions of one variable, comparisons and where: broadcasting, promotion, numbers, special values."""

import math
from itertools import product

import torch

from families.op_case import integers, positive, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64

arithmetic = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow}
comparisons = {"eq": torch.eq, "ne": torch.ne, "lt": torch.lt, "le": torch.le, "gt": torch.gt, "ge": torch.ge}
unary = {"neg": torch.neg, "exp": torch.exp, "log": torch.log, "sqrt": torch.sqrt, "relu": torch.relu}

shapes = {
    "same": ((3, 4), (3, 4)),
    "row": ((3, 4), (4,)),
    "column": ((3, 1), (3, 4)),
    "both": ((2, 1, 4), (3, 1)),
    "0d": ((), ()),
    "0d-with-matrix": ((), (2, 3)),
    "matrix-with-0d": ((2, 3), ()),
    "empty": ((0, 3), (1, 3)),
    "odd-length": ((101,), (101,)),
}

specials = torch.tensor([nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 89.0, -104.0, 1e-45, 3e38])


def write(fixtures):
    write_arithmetic(fixtures)
    write_unary(fixtures)
    write_comparisons(fixtures)
    write_where(fixtures)
    write_curves(fixtures)
    write_clamp(fixtures)
    write_bounds(fixtures)


def write_arithmetic(fixtures):
    for op, compute in arithmetic.items():
        # The base of a power is positive; elsewhere only the divisor keeps away from zero.
        first = positive if op == "pow" else real
        second = positive if op == "div" else real
        for name, (a, b) in shapes.items():
            record(fixtures, name, op, compute, lambda: [first(*a), second(*b)])
        record(fixtures, "float64", op, compute, lambda: [first(3, 4, dtype=double), second(4, dtype=double)])
        record(fixtures, "float32-float64", op, compute, lambda: [first(2, 3), second(3, dtype=double)])
        record(fixtures, "float32-float64-0d", op, compute, lambda: [first(2, 3), second(dtype=double)])
        for number in (2, -1.5, 0.5):
            record(fixtures, f"number{number}", op, compute, lambda: [first(2, 3), number])
        low = 1 if op in ("div", "pow") else -5

        def int32():
            return integers(2, 3, low=low)

        def uint8():
            return integers(2, 3, low=1, high=7, dtype=torch.uint8)

        mixed = {
            "int32-int32": lambda: (int32(), integers(3, low=1, high=4)),
            "int32-uint8": lambda: (int32(), uint8()),
            "uint8-uint8": lambda: (uint8(), integers(2, 3, low=1, high=4, dtype=torch.uint8)),
            "int32-float32": lambda: (int32(), second(2, 3)),
            "uint8-int32-0d": lambda: (uint8(), torch.tensor(3, dtype=torch.int32)),
            "int32-float64-0d": lambda: (int32(), second(dtype=double)),
            "float32-int32-0d": lambda: (first(2, 3), torch.tensor(2, dtype=torch.int32)),
        }
        if op not in ("sub", "pow"):
            mixed["bool-bool"] = lambda: (truths(2, 3), torch.ones(3, dtype=torch.bool))
            mixed["bool-int32"] = lambda: (truths(2, 3), integers(3, low=1))
            mixed["bool-float32"] = lambda: (truths(2, 3), second(3))
        for name, pair in mixed.items():
            record(fixtures, name, op, compute, pair)
        record(fixtures, "int32-number2", op, compute, lambda: [int32(), 2])
        record(fixtures, "int32-number0.5", op, compute, lambda: [int32(), 0.5])
        record(fixtures, "uint8-number3", op, compute, lambda: [uint8(), 3])
        record(fixtures, "specials", op, compute, lambda: [specials[:, None], specials[:7]])
    for op in ("add", "sub"):
        compute = arithmetic[op]
        record(fixtures, "alpha", op, lambda x, y: compute(x, y, alpha=0.5), lambda: [real(2, 3), real(3)], {"alpha": 0.5})
    for exponent in (0, 1, 2, 3, -1, -2, 0.5, 1.5):
        bases = torch.tensor([-2.0, -0.5, 0.0, 0.25, 1.0, 3.0])
        record(fixtures, f"special-bases-number{exponent}", "pow", torch.pow, lambda: [bases, exponent])
    by_tensor = [torch.tensor([-2.0, 0.0, 0.0, 2.0]), torch.tensor([3.0, 0.0, 2.0, -1.0])]
    record(fixtures, "special-bases-tensor", "pow", torch.pow, lambda: by_tensor)


def write_unary(fixtures):
    for op, compute in unary.items():
        values = positive if op in ("log", "sqrt") else real
        for name, shape in {"vector": (17,), "matrix": (3, 5), "0d": (), "empty": (2, 0, 3)}.items():
            record(fixtures, name, op, compute, lambda: [values(*shape)])
        record(fixtures, "float64", op, compute, lambda: [values(3, 5, dtype=double)])
        record(fixtures, "specials", op, compute, lambda: [specials])
        record(fixtures, "specials-float64", op, compute, lambda: [specials.to(double)])
        record(fixtures, "int32", op, compute, lambda: [integers(7, low=1 if op in ("log", "sqrt") else -5)])
        record(fixtures, "uint8", op, compute, lambda: [integers(7, low=1, dtype=torch.uint8)])
    for op in ("exp", "log", "sqrt"):
        record(fixtures, "bool", op, unary[op], lambda: [truths(6)])
    wide = torch.cat([torch.linspace(-87, 88, 400), torch.linspace(-1, 1, 101)])
    record(fixtures, "wide-range", "exp", torch.exp, lambda: [wide])
    record(fixtures, "wide-range", "log", torch.log, lambda: [wide.exp()])


def write_comparisons(fixtures):
    for op, compute in comparisons.items():
        for name, (a, b) in shapes.items():
            record(fixtures, name, op, compute, lambda: [integers(*a, low=-1, high=2).float(), integers(*b, low=-1, high=2).float()])
        record(fixtures, "specials", op, compute, lambda: [specials[:, None], specials])
        record(fixtures, "int32-uint8", op, compute, lambda: [integers(5, low=0, high=3), integers(5, low=0, high=3, dtype=torch.uint8)])
        record(fixtures, "bool-bool", op, compute, lambda: [truths(6), truths(6)])
        record(fixtures, "float32-float64", op, compute, lambda: [torch.tensor([0.1, 0.5]), torch.tensor([0.1, 0.5], dtype=double)])
        record(fixtures, "number0", op, compute, lambda: [integers(6, low=-1, high=2), 0])
        record(fixtures, "int32-number0.5", op, compute, lambda: [integers(6, low=-1, high=2), 0.5])


def write_where(fixtures):
    for name, (c, a, b) in {
        "same": ((3, 4), (3, 4), (3, 4)),
        "broadcast": ((3, 1), (4,), (2, 1, 1)),
        "0d": ((), (), ()),
        "empty": ((0, 2), (2,), (1, 2)),
    }.items():
        record(fixtures, name, "where", torch.where, lambda: [truths(*c), real(*a), real(*b)])
    record(fixtures, "float64", "where", torch.where, lambda: [truths(5), real(5, dtype=double), real(5, dtype=double)])
    record(fixtures, "int32", "where", torch.where, lambda: [truths(5), integers(5), integers(5)])
    record(fixtures, "promoted", "where", torch.where, lambda: [truths(5), real(5), real(5, dtype=double)])
    record(fixtures, "nan-not-taken", "where", torch.where, lambda: [truths(4), real(4), torch.full((4,), nan)])


def write_curves(fixtures):
    curves = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "abs": torch.abs, "sign": torch.sign}
    for op, compute in curves.items():
        for name, values in {
            "matrix": lambda: real(3, 7),
            "0d": lambda: real(),
            "empty": lambda: real(0, 3),
            "wide": lambda: real(101) * 6,
            "specials": lambda: specials,
            "float64": lambda: real(3, 4, dtype=double),
            "int32": lambda: integers(9),
        }.items():
            record(fixtures, name, op, compute, lambda: [values()])


def write_clamp(fixtures):
    bounds = {"both": {"min": -0.5, "max": 1.0}, "min": {"min": 0.25}, "max": {"max": 0.25}, "crossed": {"min": 1.0, "max": -1.0}}
    values = {
        "matrix": lambda: real(5, 7),
        "specials": lambda: torch.tensor([nan, inf, -inf, -0.5, 1.0, 0.25]),
        "float64": lambda: real(9, dtype=double),
    }
    for (name, given), (label, arguments) in product(values.items(), bounds.items()):
        record(fixtures, f"{name}-{label}", "clamp", lambda x: torch.clamp(x, **arguments), lambda: [given()], arguments)
    for label, arguments in {"whole": {"min": -2, "max": 2}, "fraction": {"max": 1.5}}.items():
        record(fixtures, f"int32-{label}", "clamp", lambda x: torch.clamp(x, **arguments), lambda: [integers(9)], arguments)


def write_bounds(fixtures):
    """Elements on the bounds of clamp, infinite bounds given and left out, a bound beside NaN: which of them have a gradient."""
    on_bounds = torch.tensor([-inf, -1.0, -0.0, 0.0, 0.5, 1.0, inf, nan])
    for label, arguments in {
        "unit": {"min": 0.0, "max": 1.0},
        "below": {"max": 1.0},
        "above": {"min": -1.0},
        "to-infinity": {"max": inf},
        "from-infinity": {"min": -inf},
        "infinite": {"min": -inf, "max": inf},
        "equal": {"min": 0.5, "max": 0.5},
        "crossed": {"min": 1.0, "max": 0.0},
    }.items():
        for values in (on_bounds, on_bounds.double()):
            name = f"bounds-{label}" + ("-float64" if values.dtype == double else "")
            record(fixtures, name, "clamp", lambda x: torch.clamp(x, **arguments), lambda: [values], arguments)
