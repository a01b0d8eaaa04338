"""Ops that take indices: gather, scatter, indexSelect."""

import torch

from families.op_case import integers, real, record


def write(fixtures):
    write_indices(fixtures)


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
