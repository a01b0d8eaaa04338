"""What came after the first ops: curves, clamp, min, spreads, softmax, indices, pad, avgPool2d and einsum."""

import math
from itertools import product

import torch
from torch.nn import functional

from families.op_case import integers, real, record
from families.ops_pointwise import specials
from families.ops_reductions import keep, named, special_rows

nan, inf = math.nan, math.inf
double = torch.float64


def write(fixtures):
    write_curves(fixtures)
    write_clamp(fixtures)
    write_minima(fixtures)
    write_spreads(fixtures)
    write_softmax(fixtures)
    write_indices(fixtures)
    write_pad(fixtures)
    write_average_pooling(fixtures)
    write_einsum(fixtures)
    write_bounds(fixtures)


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


def write_indices(fixtures):
    def places(*shape, below):
        return integers(*shape, low=0, high=below)

    for name, shape, index, dim in [
        ("rows", (4, 3), (2, 3), 0),
        ("columns", (3, 4), (3, 6), 1),
        ("smaller", (3, 4, 5), (2, 7, 3), 1),
        ("0d", (), (), 0),
        ("none", (3, 4), (3, 0), 1),
    ]:
        size = shape[dim] if shape else 1
        arguments = {"dim": dim}

        def at():
            return places(*index, below=size)

        def apart():
            """What several write to one place is undefined in PyTorch: here each place is named once a row."""
            if not shape:
                return at()
            order = torch.argsort(real(*index[:dim], size, *index[dim + 1 :]), dim)
            return order.narrow(dim, 0, min(index[dim], size)).to(torch.int32)

        def scattered():
            to = apart()
            return [real(*shape), to, real(*to.shape)]

        record(fixtures, name, "gather", lambda x, i: torch.gather(x, dim, i.long()), lambda: [real(*shape), at()], arguments)
        record(fixtures, name, "scatterAdd", lambda x, i, s: torch.scatter_add(x, dim, i.long(), s), lambda: [real(*shape), at(), real(*index)], arguments)
        record(fixtures, name, "scatter", lambda x, i, s: torch.scatter(x, dim, i.long(), s), scattered, arguments)
    record(fixtures, "integers", "gather", lambda x, i: torch.gather(x, 1, i.long()), lambda: [integers(2, 3), places(2, 4, below=3)], {"dim": 1})
    for name, shape, dim in [("rows", (5, 3), 0), ("columns", (3, 5), 1), ("middle", (2, 5, 3), -2), ("0d", (), 0)]:
        below, count = (shape[dim], 4) if shape else (1, 1)
        inputs = lambda: [real(*shape), places(count, below=below)]
        record(fixtures, name, "indexSelect", lambda x, i: torch.index_select(x, dim, i), inputs, {"dim": dim})


def write_pad(fixtures):
    for name, shape, padding in [("last", (2, 3, 4), (1, 2)), ("image", (1, 2, 3, 4), (1, 2, 2, 1)), ("cut", (2, 5, 6), (-1, 2, 1, -2))]:
        for value in (0.0, 2.5):
            arguments = {"padding": list(padding), "value": value}
            record(fixtures, f"{name}-{value}", "pad", lambda x: functional.pad(x, padding, "constant", value), lambda: [real(*shape)], arguments)
    for mode in ("reflect", "replicate", "circular"):
        for name, shape, padding in [("image", (1, 2, 3, 4), (2, 1, 1, 2)), ("row", (1, 2, 5), (3, 4))]:
            arguments = {"padding": list(padding), "mode": mode}
            record(fixtures, f"{name}-{mode}", "pad", lambda x: functional.pad(x, padding, mode), lambda: [real(*shape)], arguments)


def write_average_pooling(fixtures):
    for kernel, stride, padding, ceil, counted in product((2, 3), (None, 1, 2), (0, 1), (False, True), (False, True)):
        arguments = {"kernelSize": kernel, "padding": padding, "ceilMode": ceil, "countIncludePad": counted}
        if stride is not None:
            arguments["stride"] = stride
        name = f"k{kernel}-s{stride}-p{padding}" + "-ceil" * ceil + "-counted" * counted
        record(
            fixtures,
            name,
            "avgPool2d",
            lambda x: functional.avg_pool2d(x, kernel, stride, padding, ceil, counted),
            lambda: [real(2, 3, 7, 6)],
            arguments,
        )
    record(
        fixtures,
        "divisor",
        "avgPool2d",
        lambda x: functional.avg_pool2d(x, (3, 2), (2, 1), (1, 0), divisor_override=5),
        lambda: [real(2, 6, 5)],
        {"kernelSize": [3, 2], "stride": [2, 1], "padding": [1, 0], "divisorOverride": 5},
    )


def write_einsum(fixtures):
    for equation, shapes in [
        ("ij,jk->ik", [(3, 4), (4, 5)]),
        ("ij,jk", [(3, 4), (4, 5)]),
        ("bij,bjk->bik", [(2, 3, 4), (2, 4, 5)]),
        ("bqhd,bkhd->bhqk", [(2, 5, 3, 4), (2, 6, 3, 4)]),
        ("i,i->", [(7,), (7,)]),
        ("i,j->ij", [(3,), (4,)]),
        ("ij,ij->ij", [(3, 4), (3, 4)]),
        ("ijk->j", [(2, 3, 4)]),
        ("ij->ji", [(3, 4)]),
        ("ba", [(3, 4)]),
        ("ii", [(4, 4)]),
        ("iji->ji", [(3, 4, 3)]),
        ("bn,anm,bm->ba", [(2, 3), (5, 3, 4), (2, 4)]),
        ("ij,ik->i", [(3, 4), (3, 5)]),
        ("...ij,...jk->...ik", [(2, 1, 3, 4), (5, 4, 6)]),
        ("...i->i", [(2, 3, 4)]),
        ("i...,i...", [(3, 4), (3, 1)]),
        ("ij,jk->ik", [(3, 1), (4, 5)]),
        (",i->i", [(), (3,)]),
        ("ij,jk->ik", [(2, 0), (0, 3)]),
    ]:
        name = equation + " " + " ".join("x".join(map(str, shape)) or "0d" for shape in shapes)
        record(fixtures, name, "einsum", lambda *x: torch.einsum(equation, *x), lambda: [real(*shape) for shape in shapes], {"equation": equation})


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
