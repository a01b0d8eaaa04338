"""Steps, remainders, extremes, tests of numbers, logic, bits and blends, element by element."""

import math

import torch

from families.op_case import integers, positive, real, record, truths

nan, inf = math.nan, math.inf
double = torch.float64

specials = torch.tensor([nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e-45, 3e38])

unary = {
    "floor": torch.floor,
    "ceil": torch.ceil,
    "trunc": torch.trunc,
    "round": torch.round,
    "frac": torch.frac,
    "isnan": torch.isnan,
    "isinf": torch.isinf,
    "isfinite": torch.isfinite,
    "isposinf": torch.isposinf,
    "isneginf": torch.isneginf,
    "signbit": torch.signbit,
    "nanToNum": torch.nan_to_num,
    "logicalNot": torch.logical_not,
    "sinc": torch.sinc,
    "deg2rad": torch.deg2rad,
    "rad2deg": torch.rad2deg,
}
no_integers = {"frac"}
no_bools = {"floor", "ceil", "trunc", "round", "frac"}

pairs = {
    "fmod": torch.fmod,
    "remainder": torch.remainder,
    "floorDivide": torch.floor_divide,
    "maximum": torch.maximum,
    "minimum": torch.minimum,
    "fmax": torch.fmax,
    "fmin": torch.fmin,
    "logicalAnd": torch.logical_and,
    "logicalOr": torch.logical_or,
    "logicalXor": torch.logical_xor,
    "copysign": torch.copysign,
    "heaviside": torch.heaviside,
}
with_numbers = {"fmod", "remainder", "floorDivide", "copysign"}
no_bool_pairs = {"fmod", "remainder", "floorDivide"}

bits = {
    "bitwiseAnd": torch.bitwise_and,
    "bitwiseOr": torch.bitwise_or,
    "bitwiseXor": torch.bitwise_xor,
    "bitwiseLeftShift": torch.bitwise_left_shift,
    "bitwiseRightShift": torch.bitwise_right_shift,
}

shapes = {
    "same": ((3, 4), (3, 4)),
    "broadcast": ((2, 1, 4), (3, 1)),
    "0d": ((), ()),
    "0d-with-matrix": ((), (2, 3)),
    "empty": ((0, 3), (1, 3)),
    "odd-length": ((101,), (101,)),
}


def write(fixtures):
    for op, compute in unary.items():
        for name, given in {
            "matrix": lambda: real(3, 7) * 3,
            "0d": lambda: real(),
            "empty": lambda: real(0, 3),
            "float64": lambda: real(3, 4, dtype=double) * 3,
            "specials": lambda: specials[:12],
            "specials-float64": lambda: specials[:12].double(),
            **({} if op in no_integers else {"int32": lambda: integers(9), "uint8": lambda: integers(9, low=0, dtype=torch.uint8)}),
            **({} if op in no_bools else {"bool": lambda: truths(6)}),
        }.items():
            record(fixtures, name, op, compute, lambda: [given()])
    for decimals in (1, 3, -1, -2):
        for dtype in (torch.float32, double):
            name = f"decimals{decimals}-{'float64' if dtype == double else 'float32'}"
            given = lambda: [real(40, dtype=dtype) * 1000]
            record(fixtures, name, "round", lambda x: torch.round(x, decimals=decimals), given, {"decimals": decimals})
    numbers = {"nan": 0.5, "posinf": 7.0, "neginf": -7.0}
    record(fixtures, "numbers", "nanToNum", lambda x: torch.nan_to_num(x, **numbers), lambda: [specials[:8]], numbers)
    write_pairs(fixtures)
    write_bits(fixtures)
    write_lerp(fixtures)
    write_products(fixtures)


def write_pairs(fixtures):
    for op, compute in pairs.items():
        second = positive if op in ("fmod", "remainder", "floorDivide") else real
        none = (0, 1) if op in ("floorDivide", "heaviside") else ()
        for name, (a, b) in shapes.items():
            record(fixtures, name, op, compute, lambda: [real(*a) * 3, second(*b)], no_gradient=none)
        record(fixtures, "float64", op, compute, lambda: [real(3, 4, dtype=double), second(4, dtype=double)], no_gradient=none)
        some = specials[[0, 1, 2, 3, 4, 5, 6, 9, 10]]
        # PyTorch's slope by the divisor is that of a quotient rounded twice.
        skipped = (0, 1) if op in ("fmod", "remainder", "floorDivide", "heaviside") else ()
        record(fixtures, "specials", op, compute, lambda: [some[:, None], some], no_gradient=skipped)
        record(fixtures, "specials-float64", op, compute, lambda: [some.double()[:, None], some.double()], no_gradient=skipped)
        for dtype in (torch.int32, torch.uint8):
            name = str(dtype)[6:]
            record(fixtures, name, op, compute, lambda: [integers(17, low=0 if dtype == torch.uint8 else -9, dtype=dtype), integers(17, low=1, dtype=dtype)], no_gradient=none)
        if op not in no_bool_pairs:
            record(fixtures, "bool", op, compute, lambda: [truths(6), truths(6)], no_gradient=none)
        if op == "heaviside":
            continue
        record(fixtures, "float32-float64", op, compute, lambda: [real(2, 3), second(3, dtype=double)], no_gradient=none)
        record(fixtures, "float32-float64-0d", op, compute, lambda: [real(2, 3), second(dtype=double)], no_gradient=none)
        record(fixtures, "int32-float32", op, compute, lambda: [integers(9), second(9)], no_gradient=none)
        record(fixtures, "uint8-int32", op, compute, lambda: [integers(9, low=1, dtype=torch.uint8), integers(9, low=1)], no_gradient=none)
        if op in with_numbers:
            for number in (2, -0.75):
                record(fixtures, f"number{number}", op, compute, lambda: [real(5), number], no_gradient=none)
                record(fixtures, f"int32-number{number}", op, compute, lambda: [integers(5), number], no_gradient=none)
    for op in ("fmod", "remainder"):
        far = [torch.tensor([1e30, 3e38, -1e10, 5.0, 123456.7, -3e38]), torch.tensor([3.0, 1e-3, 7.0, 1e30, 1e-40, 3.3e-5])]
        record(fixtures, "far", op, pairs[op], lambda: [one.clone() for one in far], no_gradient=(0, 1))
        for at in range(6):
            record(fixtures, f"far{at}", op, pairs[op], lambda: [one[[at]] for one in far], no_gradient=(0, 1))


def write_bits(fixtures):
    for op, compute in bits.items():
        is_shift = op.endswith("Shift")
        low, high = (-2, 40) if is_shift else (-900, 900)
        for name, (a, b) in shapes.items():
            record(fixtures, name, op, compute, lambda: [integers(*a, low=-900, high=900), integers(*b, low=low, high=high)])
        record(fixtures, "uint8", op, compute, lambda: [integers(17, low=0, high=256, dtype=torch.uint8), integers(17, low=0, high=8, dtype=torch.uint8)])
        record(fixtures, "uint8-int32", op, compute, lambda: [integers(17, low=0, high=256, dtype=torch.uint8), integers(17, low=0, high=20)])
        record(fixtures, "number", op, compute, lambda: [integers(17, low=-900, high=900), 3])
        if not is_shift:
            record(fixtures, "bool", op, compute, lambda: [truths(9), truths(9)])
    for name, given in {
        "int32": lambda: integers(9),
        "uint8": lambda: integers(9, low=0, dtype=torch.uint8),
        "bool": lambda: truths(9),
        "0d": lambda: integers(),
        "empty": lambda: integers(0, 3),
    }.items():
        record(fixtures, name, "bitwiseNot", torch.bitwise_not, lambda: [given()])


def write_lerp(fixtures):
    for name, (a, b, w) in {
        "same": ((3, 4), (3, 4), (3, 4)),
        "broadcast": ((2, 1, 4), (3, 1), (4,)),
        "0d": ((), (), ()),
        "empty": ((0, 3), (3,), (1, 3)),
    }.items():
        record(fixtures, name, "lerp", torch.lerp, lambda: [real(*a), real(*b), real(*w)])
    for weight in (0, 0.3, 0.5, 1, -0.7, 2.5):
        record(fixtures, f"number{weight}", "lerp", torch.lerp, lambda: [real(9), real(9), weight])
    record(fixtures, "float64", "lerp", torch.lerp, lambda: [real(9, dtype=double), real(9, dtype=double), 0.3])


def write_products(fixtures):
    for op, compute in {"addcmul": torch.addcmul, "addcdiv": torch.addcdiv}.items():
        for name, (a, b, c) in {
            "same": ((3, 4), (3, 4), (3, 4)),
            "broadcast": ((2, 1, 4), (3, 1), (4,)),
            "0d": ((), (), ()),
            "empty": ((0, 3), (3,), (1, 3)),
        }.items():
            record(fixtures, name, op, compute, lambda: [real(*a), real(*b), positive(*c)])
        record(fixtures, "float64", op, compute, lambda: [real(9, dtype=double), real(9, dtype=double), positive(9, dtype=double)])
        record(fixtures, "promoted", op, compute, lambda: [real(9), real(9, dtype=double), positive(9)])
        value = {"value": -0.5}
        record(fixtures, "value", op, lambda *all: compute(*all, **value), lambda: [real(9), real(9), positive(9)], value)
    two = {"value": 2}
    given = lambda: [integers(9), integers(9), integers(9)]
    record(fixtures, "int32", "addcmul", lambda *all: torch.addcmul(*all, **two), given, two)
