"""Views and what joins tensors: view to unsqueeze, cat and stack."""

import torch

from families.op_case import real, record


def write(fixtures):
    write_shapes(fixtures)
    write_parts(fixtures)


def one(fixtures, op, shape, kwargs, compute):
    """A case on a tensor of the shape, named for the shape and the arguments."""
    arguments = "-".join(f"{name}{str(value).strip('[]').replace(' ', '')}" for name, value in kwargs.items())
    name = "-".join(part for part in ("x".join(map(str, shape)) or "0d", arguments) if part)
    record(fixtures, name, op, compute, lambda: [real(*shape)], kwargs)


def write_shapes(fixtures):
    for shape, sizes in [
        ((2, 6), [3, 4]), ((2, 6), [-1]), ((2, 6), [2, -1, 3]), ((12,), [2, 2, 3]), ((1,), []), ((), [1, 1]),
        ((0, 4), [2, 0]), ((2, 3, 4), [6, 4]), ((2, 3, 4), [2, -1]),
    ]:
        for op in ("view", "reshape"):
            one(fixtures, op, shape, {"sizes": sizes}, lambda x: getattr(x, op)(sizes))
    for shape, start, end in [((2, 3, 4), 0, -1), ((2, 3, 4), 1, -1), ((2, 3, 4), 0, 1), ((2, 3, 4), -2, -1), ((3,), 0, 0), ((), 0, -1), ((2, 0, 3), 1, 2)]:
        one(fixtures, "flatten", shape, {"startDim": start, "endDim": end}, lambda x: torch.flatten(x, start, end))
    for shape, dims in [((2, 3), [0, 1]), ((2, 3, 4), [0, -1]), ((2, 3, 4), [1, 1]), ((2, 0, 3), [0, 1]), ((), [0, -1])]:
        one(fixtures, "transpose", shape, {"dim0": dims[0], "dim1": dims[1]}, lambda x: x.transpose(*dims))
    for shape, dims in [((2, 3, 4), [2, 0, 1]), ((2, 3, 4), [0, -1, 1]), ((2, 3), [1, 0]), ((), []), ((2, 3, 4, 5), [0, 2, 3, 1]), ((0, 2, 3), [1, 2, 0])]:
        one(fixtures, "permute", shape, {"dims": dims}, lambda x: x.permute(dims))
    for shape, sizes in [((3, 1), [3, 4]), ((3, 1), [-1, 4]), ((3,), [2, 3]), ((), [2, 3]), ((1, 3, 1), [2, 2, 3, 2]), ((1, 3), [0, 3]), ((1,), [1])]:
        one(fixtures, "expand", shape, {"sizes": sizes}, lambda x: x.expand(sizes))
    for shape, dim in [((2, 1, 3, 1), None), ((2, 1, 3, 1), 1), ((2, 1, 3, 1), -1), ((2, 1, 3, 1), 0), ((1,), None), ((), None), ((), 0), ((0, 1), 1)]:
        squeeze = (lambda x: x.squeeze()) if dim is None else (lambda x: x.squeeze(dim))
        one(fixtures, "squeeze", shape, {} if dim is None else {"dim": dim}, squeeze)
    for shape, dim in [((2, 3), 0), ((2, 3), 1), ((2, 3), 2), ((2, 3), -1), ((2, 3), -3), ((), 0), ((0, 2), 1)]:
        one(fixtures, "unsqueeze", shape, {"dim": dim}, lambda x: x.unsqueeze(dim))


def write_parts(fixtures):
    for shape, dim, start, length in [((5, 3), 0, 1, 3), ((5, 3), 1, 0, 2), ((5, 3), -1, 2, 1), ((5, 3), 0, 5, 0), ((5, 3), 0, -3, 2), ((2, 4, 3), 1, 1, 2)]:
        one(fixtures, "narrow", shape, {"dim": dim, "start": start, "length": length}, lambda x: x.narrow(dim, start, length))
    for shape, dim, index in [((5, 3), 0, 2), ((5, 3), 1, -1), ((5, 3), -2, 0), ((4,), 0, 3), ((2, 4, 3), 1, 2)]:
        one(fixtures, "select", shape, {"dim": dim, "index": index}, lambda x: x.select(dim, index))
    for shape, dim, start, end, step in [
        ((7, 3), 0, 1, 6, 2), ((7, 3), 0, 0, 7, 3), ((7, 3), 1, -2, 3, 1), ((7, 3), 0, -5, -1, 1), ((7, 3), 0, 2, 100, 1),
        ((7, 3), 0, -100, 2, 1), ((7, 3), 0, 5, 2, 1), ((7, 3), 0, 9, 12, 1), ((2, 7, 3), 1, 1, 7, 4), ((7,), 0, 6, 7, 1),
    ]:
        kwargs = {"dim": dim, "start": start, "end": end, "step": step}
        index = lambda x: x[(slice(None),) * dim + (slice(start, end, step),)]
        one(fixtures, "slice", shape, kwargs, index)
