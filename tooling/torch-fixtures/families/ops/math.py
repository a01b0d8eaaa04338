"""Functions of one or two numbers beyond arithmetic: trigonometric, logarithms, error and gamma functions, steps, choices, bits."""

import math

import torch

from families.op_case import integers, positive, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64

specials = torch.tensor([nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.5, 89.0, -104.0, 1e-45, -1e-40, 3e38, 1e-8])

# By our name: PyTorch's function, and what ordinary numbers it is of.
curves = {
    "sin": (torch.sin, real),
    "cos": (torch.cos, real),
    "tan": (torch.tan, real),
    "asin": (torch.asin, lambda *shape, **more: real(*shape, **more).clamp(-3, 3) / 4),
    "acos": (torch.acos, lambda *shape, **more: real(*shape, **more).clamp(-3, 3) / 4),
    "atan": (torch.atan, real),
    "sinh": (torch.sinh, real),
    "cosh": (torch.cosh, real),
    "asinh": (torch.asinh, real),
    "acosh": (torch.acosh, lambda *shape, **more: positive(*shape, **more) + 1),
    "atanh": (torch.atanh, lambda *shape, **more: real(*shape, **more).clamp(-3, 3) / 4),
    "exp2": (torch.exp2, real),
    "expm1": (torch.expm1, real),
    "log1p": (torch.log1p, positive),
    "log2": (torch.log2, positive),
    "log10": (torch.log10, positive),
    "erf": (torch.erf, real),
    "erfc": (torch.erfc, real),
    "erfinv": (torch.erfinv, lambda *shape, **more: real(*shape, **more).clamp(-3, 3) / 4),
    "lgamma": (torch.lgamma, real),
    "digamma": (torch.digamma, positive),
    "rsqrt": (torch.rsqrt, positive),
    "reciprocal": (torch.reciprocal, positive),
    "square": (torch.square, real),
}

pairs = {
    "atan2": (torch.atan2, real),
    "hypot": (torch.hypot, real),
    "logaddexp": (torch.logaddexp, real),
    "logaddexp2": (torch.logaddexp2, real),
    "xlogy": (torch.xlogy, positive),
}
# Those that have nothing to do with integers.
floats_only = {"hypot", "logaddexp", "logaddexp2"}

shapes = {
    "same": ((3, 4), (3, 4)),
    "broadcast": ((2, 1, 4), (3, 1)),
    "0d": ((), ()),
    "0d-with-matrix": ((), (2, 3)),
    "empty": ((0, 3), (1, 3)),
    "odd-length": ((101,), (101,)),
}


def write(fixtures):
    write_curves(fixtures)
    write_pairs(fixtures)


def write_curves(fixtures):
    for op, (compute, values) in curves.items():
        for name, given in {
            "matrix": lambda: values(3, 7),
            "0d": lambda: values(),
            "empty": lambda: values(0, 3),
            "wide": lambda: real(101) * 6,
            "float64": lambda: values(3, 4, dtype=double),
            "wide-float64": lambda: real(101, dtype=double) * 6,
            "int32": lambda: integers(9),
            "uint8": lambda: integers(7, low=0, dtype=torch.uint8),
            "bool": lambda: truths(6),
        }.items():
            if op == "square" and name == "bool":
                continue
            # PyTorch's slope of digamma has some five digits below zero, where it is finite at the poles, and twelve above.
            skipped = (0,) if op == "digamma" and name in ("wide", "float64", "wide-float64") else ()
            record(fixtures, name, op, compute, lambda: [given()], no_gradient=skipped)
        write_specials(fixtures, op, compute)


def write_specials(fixtures, op, compute):
    """One by one: a norm would not see the small beside the large."""
    skipped = (0,) if op == "digamma" else ()

    def of(name, *at):
        record(fixtures, name, op, compute, lambda: [values[list(at)]], no_gradient=skipped)

    for values in (specials, specials.double()):
        suffix = "-float64" if values.dtype == double else ""
        of(f"specials{suffix}", *range(10))
        # PyTorch's log1p of the least float32 is 0.
        if op != "log1p":
            of(f"tiny{suffix}", 12, 13)
        of(f"small{suffix}", 15)
        for at in (10, 11, 14):
            of(f"large{at}{suffix}", at)


def write_pairs(fixtures):
    for op, (compute, second) in pairs.items():
        for name, (a, b) in shapes.items():
            record(fixtures, name, op, compute, lambda: [real(*a), second(*b)])
        record(fixtures, "float64", op, compute, lambda: [real(3, 4, dtype=double), second(4, dtype=double)])
        record(fixtures, "float32-float64", op, compute, lambda: [real(2, 3), second(3, dtype=double)])
        record(fixtures, "float32-float64-0d", op, compute, lambda: [real(2, 3), second(dtype=double)])
        some = specials[[0, 1, 2, 3, 4, 5, 6, 9]]
        record(fixtures, "specials", op, compute, lambda: [some[:, None], some])
        record(fixtures, "specials-float64", op, compute, lambda: [some.double()[:, None], some.double()])
        if op in floats_only:
            continue
        record(fixtures, "int32-int32", op, compute, lambda: [integers(9, low=1), integers(9, low=1)])
        record(fixtures, "int32-float32", op, compute, lambda: [integers(9), second(9)])
        record(fixtures, "uint8-int32", op, compute, lambda: [integers(9, low=1, dtype=torch.uint8), integers(9, low=1)])
        record(fixtures, "bool-bool", op, compute, lambda: [truths(6), truths(6)])
    for number in (3, 0.5):
        record(fixtures, f"number{number}", "xlogy", torch.xlogy, lambda: [real(5), number])
