"""linspace, logspace, tensors like others, casts, one_hot, and draws in another's shape: `seed` is set before those."""

import random

import numpy
import torch
from torch.nn import functional

from families.op_case import integers, real, record, truths

dtypes = {"float32": torch.float32, "float64": torch.float64, "int32": torch.int32, "uint8": torch.uint8, "bool": torch.bool}


def write(fixtures):
    write_ranges(fixtures)
    write_hard_ranges(fixtures)
    write_new(fixtures)
    write_casts(fixtures)
    write_one_hot(fixtures)
    write_draws(fixtures)


def write_ranges(fixtures):
    for start, end, steps in [
        (0, 1, 5), (0, 1, 7), (-1, 1, 100), (0.1, 0.7, 33), (-3.7, 4.9, 301), (1e-3, 1e3, 129), (5, -5, 10), (0, 1, 2), (2, 9, 1), (2, 9, 0),
        (0, 6.283185307179586, 64), (1e30, 3e38, 9), (-3e38, 3e38, 9), (0, 1e-40, 9), (0, float("inf"), 5), (float("nan"), 1, 4), (3, 3, 4),
    ]:
        for dtype in ("float32", "float64"):
            kwargs = {"start": start, "end": end, "steps": steps, "dtype": dtype}
            record(fixtures, f"{start},{end},{steps}-{dtype}", "linspace", lambda: torch.linspace(start, end, steps, dtype=dtypes[dtype]), lambda: [], kwargs)
    for start, end, steps, dtype in [(0, 10, 5, "int32"), (-3.7, 4.9, 17, "int32"), (7, -100, 23, "int32"), (-2147483648, 2147483647, 6, "int32"), (0, 255, 31, "uint8")]:
        kwargs = {"start": start, "end": end, "steps": steps, "dtype": dtype}
        record(fixtures, f"{start},{end},{steps}-{dtype}", "linspace", lambda: torch.linspace(start, end, steps, dtype=dtypes[dtype]), lambda: [], kwargs)
    for start, end, steps, base in [(0, 2, 3, 10), (-1, 1, 100, 10), (0.1, 0.7, 33, 10), (0, 10, 11, 2), (0, 5, 60, 2.7), (0, 4, 5, -2), (2, 9, 1, 10), (2, 9, 0, 10), (0, 60, 4, 10)]:
        for dtype in ("float32", "float64"):
            kwargs = {"start": start, "end": end, "steps": steps, "base": base, "dtype": dtype}
            compute = lambda: torch.logspace(start, end, steps, base=base, dtype=dtypes[dtype])
            record(fixtures, f"{start},{end},{steps},{base}-{dtype}", "logspace", compute, lambda: [], kwargs)
    for dtype in ("int32", "uint8"):
        kwargs = {"start": 0, "end": 2.4, "steps": 9, "dtype": dtype}
        record(fixtures, dtype, "logspace", lambda: torch.logspace(0, 2.4, 9, dtype=dtypes[dtype]), lambda: [], kwargs)


def rounded_twice(start, steps, step):
    """start + i · step in float64, and then to float32."""
    times = numpy.arange(steps, dtype=numpy.float64)
    return torch.from_numpy((times * step + start).astype(numpy.float32))


def write_hard_ranges(fixtures):
    """Ranges of float32 that come out otherwise where a sum is rounded twice, out of seeded ones; and as many of the other dtypes."""
    drawn = random.Random(71)
    single = lambda value: float(numpy.float32(value))
    number = lambda: drawn.choice([0, drawn.randrange(-99, 100), drawn.uniform(-1, 1) * 2 ** drawn.uniform(-60, 60)])
    found = {"linspace": 0, "arange": 0}
    given = set()
    while min(found.values()) < 24:
        start, end, steps = single(number()), single(number()), drawn.randrange(2, 40)
        if start == end or (start, end, steps) in given:
            continue
        given.add((start, end, steps))
        spaced = torch.linspace(start, end, steps)
        apart = float(numpy.float32(single(end - start) / (steps - 1)))
        twice = rounded_twice(start, steps, apart)
        if found["linspace"] < 24 and not torch.equal(spaced[: steps // 2], twice[: steps // 2]):
            found["linspace"] += 1
            for dtype in ("float32", "float64"):
                kwargs = {"start": start, "end": end, "steps": steps, "dtype": dtype}
                record(fixtures, f"hard {start},{end},{steps}-{dtype}", "linspace", lambda: torch.linspace(start, end, steps, dtype=dtypes[dtype]), lambda: [], kwargs)
        step = (end - start) / steps
        counted = torch.arange(start, end, step)
        if found["arange"] < 24 and not torch.equal(counted, rounded_twice(start, len(counted), step)) and len(counted) < 16:
            found["arange"] += 1
            kwargs = {"start": start, "end": end, "step": step, "dtype": "float32"}
            record(fixtures, f"hard {start},{end},{step}", "arange", lambda: torch.arange(start, end, step), lambda: [], kwargs)
    for dtype, low, high in (("int32", -(2**31), 2**31 - 1), ("uint8", 0, 255)):
        for _ in range(12):
            start, end, steps = drawn.randint(low, high), drawn.randint(low, high), drawn.randrange(2, 40)
            kwargs = {"start": start, "end": end, "steps": steps, "dtype": dtype}
            record(fixtures, f"hard {start},{end},{steps}-{dtype}", "linspace", lambda: torch.linspace(start, end, steps, dtype=dtypes[dtype]), lambda: [], kwargs)


def write_new(fixtures):
    makers = {"float32": lambda: real(2), "float64": lambda: real(2, dtype=torch.float64), "int32": lambda: integers(2), "bool": lambda: truths(2)}
    for name, make in makers.items():
        for op, method in [("newZeros", "new_zeros"), ("newOnes", "new_ones")]:
            record(fixtures, name, op, lambda x: getattr(x, method)([2, 3]), lambda: [make()], {"size": [2, 3]})
        record(fixtures, name, "newFull", lambda x: x.new_full([2], 1), lambda: [make()], {"size": [2], "fillValue": 1})
        record(fixtures, name, "newTensor", lambda x: x.new_tensor([[0, 2], [1, 3]]), lambda: [make()], {"data": [[0, 2], [1, 3]]})
    for op, method in [("newZeros", "new_zeros"), ("newOnes", "new_ones")]:
        kwargs = {"size": [0, 2], "dtype": "int32"}
        record(fixtures, "dtype", op, lambda x: getattr(x, method)([0, 2], dtype=torch.int32), lambda: [real(1)], kwargs)
    record(fixtures, "cut", "newFull", lambda x: x.new_full([2], 1.5), lambda: [integers(2)], {"size": [2], "fillValue": 1.5})
    record(fixtures, "true", "newFull", lambda x: x.new_full([2], True), lambda: [real(2)], {"size": [2], "fillValue": True})
    record(fixtures, "cut", "newTensor", lambda x: x.new_tensor([1.5, -2.5]), lambda: [integers(2)], {"data": [1.5, -2.5]})
    record(fixtures, "dtype", "newTensor", lambda x: x.new_tensor([1, 2], dtype=torch.float64), lambda: [real(2)], {"data": [1, 2], "dtype": "float64"})


def write_casts(fixtures):
    def edges():
        return torch.tensor([1.9, -1.9, 0.0, -0.0, 0.5, -0.5, 2147483520.0, -2147483648.0, 1e-40])

    def few():
        return torch.tensor([1.9, 0.0, 0.5, 254.9, 255.0, 3.0])

    def special():
        return torch.tensor([float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 1e-40])

    for op in ("float", "double", "int", "long", "bool", "byte"):
        cast = (lambda x: x.long().int()) if op == "long" else (lambda x: getattr(x, op)())
        floats = {"floats": few if op == "byte" else edges}
        if op in ("float", "double", "bool"):
            floats["special"] = special
        makers = {
            **floats,
            "drawn": lambda: real(2, 3).abs() * 9 if op == "byte" else real(2, 3) * 9,
            "float64": lambda: real(3, dtype=torch.float64).abs() * 99 if op == "byte" else real(3, dtype=torch.float64) * 99,
            "int32": lambda: integers(2, 3, low=-300, high=300),
            "uint8": lambda: integers(4, low=0, high=256, dtype=torch.uint8),
            "bool": lambda: truths(4),
            "0d": lambda: integers(low=0),
            "empty": lambda: real(0, 2),
        }
        for name, make in makers.items():
            record(fixtures, name, op, cast, lambda: [make()])
    for name in ("float64", "int32", "bool"):
        record(fixtures, name, "typeAs", lambda x, y: x.type_as(y), lambda: [real(2, 3), torch.zeros(1, dtype=dtypes[name])], no_gradient=(1,))


def write_one_hot(fixtures):
    def one(name, make, classes):
        kwargs = {} if classes is None else {"numClasses": classes}
        compute = lambda x: functional.one_hot(x.long(), -1 if classes is None else classes)
        record(fixtures, name, "oneHot", compute, lambda: [make()], kwargs)

    one("seven", lambda: integers(9, low=0, high=7), 7)
    one("found", lambda: integers(2, 3, low=0, high=7), None)
    one("minus-one", lambda: integers(4, low=0, high=3), -1)
    one("wide", lambda: integers(2, 2, low=0, high=3), 20)
    one("0d", lambda: integers(low=0), 6)
    one("empty", lambda: integers(0, 2), 3)


def write_draws(fixtures):
    draws = {
        "randLike": (torch.rand_like, {}),
        "randnLike": (torch.randn_like, {}),
        "randintLike": (lambda x, **options: torch.randint_like(x, -5, 90, **options), {"low": -5, "high": 90}),
    }
    for op, (draw, kwargs) in draws.items():
        for shape in [(3,), (5, 7), (0, 2), ()]:
            for transposed in ([False, True] if len(shape) == 2 else [False]):
                def compute(x):
                    torch.manual_seed(11)
                    return draw((x.t() if transposed else x).detach())

                title = f"{'x'.join(map(str, shape)) or '0d'}{'-transposed' if transposed else ''}"
                record(fixtures, title, op, compute, lambda: [real(*shape)], {**kwargs, "seed": 11, "transposed": transposed})

        def converted(x):
            torch.manual_seed(12)
            return draw(x.detach(), dtype=torch.float64)

        record(fixtures, "float64", op, converted, lambda: [real(4, 5)], {**kwargs, "seed": 12, "dtype": "float64"})
    record(fixtures, "int32", "randintLike", lambda x: (torch.manual_seed(13), torch.randint_like(x, 5))[1], lambda: [integers(6)], {"high": 5, "seed": 13})
