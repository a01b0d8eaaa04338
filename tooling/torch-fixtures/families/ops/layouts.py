"""Parts, turned and repeated tensors: chunk to cartesian_prod."""

import torch

from families.op_case import integers, real, record, truths


def write(fixtures):
    write_parts(fixtures)
    write_dims(fixtures)
    write_alike(fixtures)


def name_of(shape, kwargs):
    arguments = "-".join(f"{name}{str(value).strip('[]').replace(' ', '')}" for name, value in kwargs.items())
    return "-".join(part for part in ("x".join(map(str, shape)) or "0d", arguments) if part)


def one(fixtures, op, shape, kwargs, compute):
    """A case on a tensor of the shape, named for the shape and the arguments."""
    record(fixtures, name_of(shape, kwargs), op, compute, lambda: [real(*shape)], kwargs)


def of_dtypes(fixtures, op, shape, kwargs, compute):
    """The same of every other dtype."""
    makers = {
        "float64": lambda: real(*shape, dtype=torch.float64),
        "int32": lambda: integers(*shape),
        "uint8": lambda: integers(*shape, low=0, high=256, dtype=torch.uint8),
        "bool": lambda: truths(*shape),
    }
    for dtype, make in makers.items():
        record(fixtures, f"{name_of(shape, kwargs)}-{dtype}", op, compute, lambda: [make()], kwargs)


def write_parts(fixtures):
    for shape, chunks, dim in [((5, 3), 2, 0), ((5, 3), 4, 0), ((2, 6), 3, -1), ((3,), 5, 0), ((0, 2), 3, 0), ((2, 0), 2, 0), ((7,), 1, 0)]:
        one(fixtures, "chunk", shape, {"chunks": chunks, "dim": dim}, lambda x: x.chunk(chunks, dim))
    of_dtypes(fixtures, "chunk", (5,), {"chunks": 2, "dim": 0}, lambda x: x.chunk(2))
    for shape, sizes, dim in [((5, 3), 2, 0), ((5, 3), 7, 0), ((2, 6), [1, 2, 3], -1), ((3,), [0, 3, 0], 0), ((0, 2), 0, 0), ((0, 2), 3, 0), ((4,), 4, 0)]:
        one(fixtures, "split", shape, {"splitSizeOrSections": sizes, "dim": dim}, lambda x: x.split(sizes, dim))
    of_dtypes(fixtures, "split", (2, 5), {"splitSizeOrSections": [2, 3], "dim": 1}, lambda x: x.split([2, 3], 1))
    for shape, sections, dim in [((5, 3), 2, 0), ((5, 3), 7, 0), ((2, 7), [1, 6, 3, -2, 20], -1), ((7,), [], 0), ((0, 2), 2, 0), ((4,), [2, 2], 0), ((7,), [-3], 0)]:
        one(fixtures, "tensorSplit", shape, {"indicesOrSections": sections, "dim": dim}, lambda x: x.tensor_split(sections, dim))
    for shape, dim in [((3, 4), 0), ((3, 4), -1), ((2, 3, 2), 1), ((3,), 0), ((2, 0), 0)]:
        one(fixtures, "unbind", shape, {"dim": dim}, lambda x: x.unbind(dim))
    of_dtypes(fixtures, "unbind", (2, 3), {"dim": 1}, lambda x: x.unbind(1))


def write_dims(fixtures):
    for op, name in [("movedim", "movedim"), ("moveaxis", "moveaxis")]:
        for shape, source, destination in [((2, 3, 4), 0, -1), ((2, 3, 4), 2, 0), ((2, 3, 4), [0, 1], [1, 2]), ((2, 3, 4, 5), [3, 0], [0, -1]), ((), 0, 0), ((2, 3), [], []), ((0, 3), 0, 1)]:
            move = getattr(torch, name)
            one(fixtures, op, shape, {"source": source, "destination": destination}, lambda x: move(x, source, destination))
    for op, names in [("swapaxes", ("axis0", "axis1")), ("swapdims", ("dim0", "dim1"))]:
        for shape, dims in [((2, 3), [0, 1]), ((2, 3, 4), [0, -1]), ((), [0, -1]), ((2, 0, 3), [1, 2])]:
            one(fixtures, op, shape, dict(zip(names, dims)), lambda x: getattr(x, op)(*dims))
    for shape, dim, sizes in [((2, 12), 1, [3, 4]), ((2, 12), -1, [3, -1, 2]), ((6, 2), 0, [-1]), ((2, 0), 1, [0, 3]), ((1,), 0, [1, 1, 1])]:
        one(fixtures, "unflatten", shape, {"dim": dim, "sizes": sizes}, lambda x: x.unflatten(dim, sizes))
    for shape in [(2, 3), (), (0, 2), (4,)]:
        one(fixtures, "ravel", shape, {}, lambda x: x.ravel())
    for op, name in [("atleast1d", "atleast_1d"), ("atleast2d", "atleast_2d"), ("atleast3d", "atleast_3d")]:
        raised = getattr(torch, name)
        for shape in [(), (3,), (2, 3), (2, 3, 2), (0,), (2, 1, 3, 2)]:
            one(fixtures, op, shape, {}, lambda x: raised(x))
        record(fixtures, "two", op, lambda a, b: raised(a, b), lambda: [real(), real(2)])


def write_alike(fixtures):
    for op, name, shape, other in [
        ("viewAs", "view_as", (2, 6), (3, 4)), ("viewAs", "view_as", (1,), ()), ("viewAs", "view_as", (0, 2), (0,)),
        ("reshapeAs", "reshape_as", (2, 6), (3, 4)), ("reshapeAs", "reshape_as", (), (1, 1)), ("reshapeAs", "reshape_as", (0, 2), (0,)),
        ("expandAs", "expand_as", (3, 1), (3, 4)), ("expandAs", "expand_as", (), (2, 3)), ("expandAs", "expand_as", (1, 3), (0, 3)),
    ]:
        title = f"{'x'.join(map(str, shape)) or '0d'}-{'x'.join(map(str, other)) or '0d'}"
        record(fixtures, title, op, lambda x, y: getattr(x, name)(y), lambda: [real(*shape), real(*other)], no_gradient=(1,))
    for shape, size in [((3,), [2, 3]), ((3, 1), [3, 4]), ((), [2]), ((1, 3), [0, 3])]:
        one(fixtures, "broadcastTo", shape, {"size": size}, lambda x: x.broadcast_to(size))
    for shapes in [((2, 1), (3,)), ((), (2, 3), (1,)), ((0,), (1,)), ((2, 3),)]:
        title = "-".join("x".join(map(str, shape)) or "0d" for shape in shapes)
        record(fixtures, title, "broadcastTensors", lambda *tensors: tuple(torch.broadcast_tensors(*tensors)), lambda: [real(*shape) for shape in shapes])
