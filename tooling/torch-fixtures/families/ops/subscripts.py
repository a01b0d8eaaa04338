"""x[...], read and written, and what takes or puts elements by indices or masks."""

import math

import torch

from families.op_case import integers, real, record, seeded, truths

nan, inf = math.nan, math.inf
double = torch.float64
ints = torch.int32


def places(*shape, below, above=0):
    return integers(*shape, low=-above, high=below)


def python(index):
    """An index as Python writes it, of one as a fixture does."""
    if isinstance(index, str):
        if index == "...":
            return Ellipsis
        return slice(*[int(bound) if bound else None for bound in index.split(":")])
    if isinstance(index, torch.Tensor):
        return index if index.dtype == torch.bool else index.long()
    return index


subscripts = {
    "number": lambda: [1],
    "last": lambda: [-1],
    "all-numbers": lambda: [1, -2, 3],
    "slice": lambda: ["1:"],
    "steps": lambda: [":", "::2", "-3:-1"],
    "ellipsis": lambda: ["...", 0],
    "ellipsis-between": lambda: [0, "...", "1:3"],
    "new-dimensions": lambda: [None, ":", None, 1],
    "truth": lambda: [True, 1],
    "untruth": lambda: [False],
    "empty-slice": lambda: ["2:2"],
    "list": lambda: [[1, 0, 1]],
    "list-second": lambda: [":", [2, 0]],
    "lists-together": lambda: [[1, 0], [2, 1]],
    "lists-apart": lambda: [[1, 0], ":", [3, -1]],
    "lists-adjacent-later": lambda: [":", [2, 0, 1], [3, 3, -4]],
    "matrix": lambda: [places(2, 3, below=2)],
    "broadcast": lambda: [places(2, 1, below=2), places(3, below=3, above=3)],
    "behind-number": lambda: [1, [0, 2], ":"],
    "number-between": lambda: [[0, 1], 2, [3, 0]],
    "tensor-0d": lambda: [torch.tensor(1, dtype=ints)],
    "tensor-0d-and-list": lambda: [torch.tensor(1, dtype=ints), ":", [0, 3]],
    "new-beside-list": lambda: [None, [1, 0], "...", None],
    "empty-list": lambda: [torch.zeros(0, dtype=ints)],
    "mask": lambda: [truths(2, 3, 4)],
    "mask-first": lambda: [torch.tensor([True, False])],
    "mask-two": lambda: [truths(2, 3)],
    "mask-later": lambda: [":", torch.tensor([True, False, True])],
    "mask-and-list": lambda: [torch.tensor([True, True]), [2, 0]],
    "mask-none": lambda: [torch.zeros(2, 3, 4, dtype=torch.bool)],
    "mask-last-two": lambda: ["...", truths(3, 4)],
}


def write(fixtures):
    write_at(fixtures)
    write_set(fixtures)
    write_index_put(fixtures)
    write_masks(fixtures)
    write_along(fixtures)
    write_nonzero(fixtures)


def write_at(fixtures):
    for name, make in subscripts.items():
        for label, given in {"": lambda: real(2, 3, 4), "-int32": lambda: integers(2, 3, 4)}.items():
            with seeded(fixtures, f"at/{name}/indices"):
                indices = make()
            at = tuple(python(index) for index in indices)
            record(fixtures, name + label, "at", lambda x: x[at], lambda: [given()], {"indices": indices})


def write_set(fixtures):
    for name, make in subscripts.items():
        with seeded(fixtures, f"at/{name}/indices"):
            indices = make()
        at = tuple(python(index) for index in indices)

        def put(x, value):
            y = x.clone()
            y[at] = value
            return y

        shape = torch.zeros(2, 3, 4)[at].shape
        record(fixtures, f"{name}-number", "set", lambda x: put(x, 7.5), lambda: [real(2, 3, 4)], {"indices": indices, "value": 7.5})
        record(fixtures, f"{name}-0d", "set", put, lambda: [real(2, 3, 4, dtype=double), real(dtype=double)], {"indices": indices})
        # What several write to one place is undefined there.
        if name not in ("list", "matrix", "broadcast", "lists-adjacent-later"):
            record(fixtures, name, "set", put, lambda: [real(2, 3, 4), real(*shape)], {"indices": indices})
            record(fixtures, f"{name}-row", "set", put, lambda: [real(2, 3, 4), real(1, *shape[-1:])], {"indices": indices})

    def put_fraction(x):
        y = x.clone()
        y[1] = 2.75
        return y

    record(fixtures, "fraction-int32", "set", put_fraction, lambda: [integers(3, 2)], {"indices": [1], "value": 2.75})


def write_index_put(fixtures):
    def put(accumulate):
        return lambda x, i, v: x.index_put((i.long(),), v, accumulate=accumulate)

    record(fixtures, "accumulate", "indexPut", put(True), lambda: [real(4, 3), torch.tensor([1, 3, 1, -1], dtype=ints), real(4, 3)], {"accumulate": True})
    record(fixtures, "accumulate-one", "indexPut", put(True), lambda: [real(4, 3), torch.tensor([1, 3, 1, -1], dtype=ints), real(1)], {"accumulate": True})
    record(fixtures, "apart", "indexPut", put(False), lambda: [real(4, 3), torch.tensor([[1, 3], [0, -2]], dtype=ints), real(2, 2, 3)])
    record(fixtures, "mask", "indexPut", lambda x, i, v: x.index_put((i,), v), lambda: [real(2, 3), torch.tensor([[True, False, True], [False, False, True]]), real(3)])


def write_masks(fixtures):
    for name, values in {"matrix": lambda: real(3, 4), "float64": lambda: real(3, 4, dtype=double), "int32": lambda: integers(3, 4), "bool": lambda: truths(3, 4), "specials": lambda: torch.tensor([[nan, inf, -inf, 0.0]] * 3)}.items():
        value = {"int32": 3, "bool": True}.get(name, -inf)
        record(fixtures, f"{name}", "maskedFill", lambda x, m: x.masked_fill(m, value), lambda: [values(), truths(3, 4)], {"value": value})
        record(fixtures, f"{name}-row", "maskedFill", lambda x, m: x.masked_fill(m, 0), lambda: [values(), truths(4)], {"value": 0})
        record(fixtures, name, "maskedSelect", torch.masked_select, lambda: [values(), truths(3, 4)])
    record(fixtures, "wider", "maskedFill", lambda x, m: x.masked_fill(m, 2.5), lambda: [real(4), truths(3, 4)], {"value": 2.5})
    record(fixtures, "fraction-int32", "maskedFill", lambda x, m: x.masked_fill(m, 2.75), lambda: [integers(4), truths(4)], {"value": 2.75})
    record(fixtures, "tensor", "maskedFill", lambda x, m, v: x.masked_fill(m, v), lambda: [real(3, 4), truths(3, 1), real()])
    record(fixtures, "0d", "maskedFill", lambda x, m: x.masked_fill(m, 2.5), lambda: [real(), torch.tensor(True)], {"value": 2.5})
    record(fixtures, "empty", "maskedFill", lambda x, m: x.masked_fill(m, 2.5), lambda: [real(0, 3), truths(0, 3)], {"value": 2.5})
    record(fixtures, "wider", "maskedSelect", torch.masked_select, lambda: [real(4), truths(3, 4)])
    record(fixtures, "row", "maskedSelect", torch.masked_select, lambda: [real(3, 4), truths(4)])
    record(fixtures, "0d", "maskedSelect", torch.masked_select, lambda: [real(), torch.tensor(True)])
    record(fixtures, "none", "maskedSelect", torch.masked_select, lambda: [real(3), torch.zeros(3, dtype=torch.bool)])
    record(fixtures, "matrix", "maskedScatter", lambda x, m, s: x.masked_scatter(m, s), lambda: [real(3, 4), truths(3, 4), real(5, 4)])
    record(fixtures, "row", "maskedScatter", lambda x, m, s: x.masked_scatter(m, s), lambda: [real(3, 4), truths(4), real(12)])


def write_along(fixtures):
    record(fixtures, "matrix", "take", lambda x, i: torch.take(x, i.long()), lambda: [real(3, 4), places(2, 5, below=12, above=12)])
    record(fixtures, "0d", "take", lambda x, i: torch.take(x, i.long()), lambda: [real(), torch.tensor(0, dtype=ints)])
    record(fixtures, "int32", "take", lambda x, i: torch.take(x, i.long()), lambda: [integers(3, 4), places(5, below=12)])
    record(fixtures, "flat", "takeAlongDim", lambda x, i: torch.take_along_dim(x, i.long()), lambda: [real(3, 4), places(5, below=12)])
    for dim, shape in [(0, (1, 4)), (1, (3, 2)), (-1, (1, 6)), (0, (5, 1))]:
        below = 3 if dim == 0 else 4
        record(fixtures, f"dim{dim}-{shape}", "takeAlongDim", lambda x, i: torch.take_along_dim(x, i.long(), dim), lambda: [real(3, 4), places(*shape, below=below)], {"dim": dim})
    for dim, shape in [(0, (4, 3)), (1, (3, 4)), (-2, (2, 4, 3))]:
        size = shape[dim]
        def sources():
            own = list(shape)
            own[dim] = 3
            return real(*own)
        at = lambda: torch.randperm(size)[:3].to(ints)
        again = lambda: places(3, below=size)
        for alpha in (1, 0.5, -2):
            record(fixtures, f"dim{dim}-{alpha}", "indexAdd", lambda x, i, s: torch.index_add(x, dim, i, s, alpha=alpha), lambda: [real(*shape), again(), sources()], {"dim": dim, "alpha": alpha})
        record(fixtures, f"dim{dim}", "indexCopy", lambda x, i, s: torch.index_copy(x, dim, i.long(), s), lambda: [real(*shape), at(), sources()], {"dim": dim})
        record(fixtures, f"dim{dim}", "indexFill", lambda x, i: torch.index_fill(x, dim, i.long(), 2.5), lambda: [real(*shape), again()], {"dim": dim, "value": 2.5})
        record(fixtures, f"dim{dim}-tensor", "indexFill", lambda x, i, v: torch.index_fill(x, dim, i.long(), v), lambda: [real(*shape), again(), real()], {"dim": dim})
    record(fixtures, "0d", "indexAdd", lambda x, i, s: torch.index_add(x, 0, i, s), lambda: [real(), torch.tensor(0, dtype=ints), real()], {"dim": 0})
    record(fixtures, "int32", "indexAdd", lambda x, i, s: torch.index_add(x, 0, i, s), lambda: [integers(4), places(6, below=4), integers(6)], {"dim": 0})


def write_nonzero(fixtures):
    for name, values in {
        "matrix": lambda: torch.tensor([[0.0, 1.5, nan], [-0.0, 0.0, inf]]),
        "cube": lambda: integers(3, 4, 5, low=-1, high=2),
        "column": lambda: integers(7, 1, low=0, high=2),
        "bool": lambda: truths(40),
        "long": lambda: truths(3, 70),
        "uint8": lambda: integers(9, low=0, high=2, dtype=torch.uint8),
        "0d": lambda: torch.tensor(3.0),
        "0d-zero": lambda: torch.tensor(0.0),
        "none": lambda: torch.zeros(2, 3),
        "empty": lambda: torch.zeros(0, 3),
    }.items():
        for op, compute in {"nonzero": torch.nonzero, "argwhere": torch.argwhere}.items():
            record(fixtures, name, op, compute, lambda: [values()], no_gradient=[0])
        record(fixtures, f"{name}-tuple", "nonzero", lambda x: torch.nonzero(x, as_tuple=True), lambda: [values()], {"asTuple": True}, no_gradient=[0])
