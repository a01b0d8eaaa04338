"""Views and what joins tensors: view to unsqueeze, cat and stack."""

import torch

from families.op_case import integers, real, record, truths


def write(fixtures):
    write_shapes(fixtures)
    write_parts(fixtures)
    write_joins(fixtures)


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


def write_joins(fixtures):
    def cat(dim):
        return lambda *tensors: torch.cat(tensors, dim)

    def stack(dim):
        return lambda *tensors: torch.stack(tensors, dim)

    record(fixtures, "dim0", "cat", cat(0), lambda: [real(2, 3), real(1, 3), real(4, 3)], {"dim": 0})
    record(fixtures, "dim1", "cat", cat(1), lambda: [real(2, 3), real(2, 1)], {"dim": 1})
    record(fixtures, "dim-1", "cat", cat(-1), lambda: [real(2, 3, 2), real(2, 3, 4)], {"dim": -1})
    record(fixtures, "one", "cat", cat(0), lambda: [real(2, 3)], {"dim": 0})
    record(fixtures, "with-size0", "cat", cat(0), lambda: [real(2, 3), real(0, 3)], {"dim": 0})
    record(fixtures, "with-empty-vector", "cat", cat(1), lambda: [real(2, 3), real(0), real(2, 2)], {"dim": 1})
    record(fixtures, "float64", "cat", cat(0), lambda: [real(2, dtype=torch.float64), real(3, dtype=torch.float64)], {"dim": 0})
    record(fixtures, "int32", "cat", cat(0), lambda: [integers(3), integers(2)], {"dim": 0})
    record(fixtures, "bool", "cat", cat(0), lambda: [truths(3), truths(2)], {"dim": 0})
    record(fixtures, "int32-float32", "cat", cat(0), lambda: [integers(3), real(2)], {"dim": 0})
    record(fixtures, "float32-float64", "cat", cat(0), lambda: [real(2), real(2, dtype=torch.float64)], {"dim": 0})
    record(fixtures, "uint8-int32", "cat", cat(0), lambda: [integers(3, low=0, dtype=torch.uint8), integers(2)], {"dim": 0})
    for dim in (0, 1, 2, -1, -2):
        record(fixtures, f"dim{dim}", "stack", stack(dim), lambda: [real(2, 3), real(2, 3), real(2, 3)], {"dim": dim})
    record(fixtures, "0d", "stack", stack(0), lambda: [real(), real()], {"dim": 0})
    record(fixtures, "empty", "stack", stack(1), lambda: [real(0, 2), real(0, 2)], {"dim": 1})
    record(fixtures, "int32", "stack", stack(0), lambda: [integers(3), integers(3)], {"dim": 0})
