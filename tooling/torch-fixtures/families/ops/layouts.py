"""Parts, turned and repeated tensors: chunk to cartesian_prod."""

import torch

from families.op_case import integers, real, record, truths


def write(fixtures):
    write_parts(fixtures)
    write_dims(fixtures)
    write_alike(fixtures)
    write_turned(fixtures)
    write_triangles(fixtures)
    write_windows(fixtures)
    write_repeats(fixtures)
    write_grids(fixtures)


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
    for op, shape, sections in [
        ("hsplit", (4,), 2), ("hsplit", (3, 4), 2), ("hsplit", (3, 4), [1, 3]), ("hsplit", (0,), 2), ("vsplit", (4, 3), 4), ("vsplit", (4, 3), [1, -1]),
        ("vsplit", (0, 2), 3), ("dsplit", (2, 3, 4), 2), ("dsplit", (2, 3, 4), [3]),
    ]:
        one(fixtures, op, shape, {"indicesOrSections": sections}, lambda x: getattr(x, op)(sections))
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


def write_turned(fixtures):
    for shape, dims in [((2, 3, 4), [0, 2]), ((5,), [0]), ((2, 3), [-1]), ((2, 0, 3), [0]), ((), []), ((), [0]), ((3, 9), [0, 1]), ((2, 3), [])]:
        one(fixtures, "flip", shape, {"dims": dims}, lambda x: x.flip(dims))
    of_dtypes(fixtures, "flip", (3, 5), {"dims": [1]}, lambda x: x.flip(1))
    for shape in [(2, 3), (2, 3, 4), (2, 0)]:
        one(fixtures, "fliplr", shape, {}, lambda x: x.fliplr())
    for shape in [(3,), (2, 3, 4), (0, 2)]:
        one(fixtures, "flipud", shape, {}, lambda x: x.flipud())
    for shape, k, dims in [((2, 3), 1, [0, 1]), ((2, 3), 2, [0, 1]), ((2, 3), -1, [0, 1]), ((2, 3, 4), 5, [1, -1]), ((2, 3), 0, [1, 0]), ((2, 3), -6, [1, 0]), ((0, 2), 1, [0, 1])]:
        one(fixtures, "rot90", shape, {"k": k, "dims": dims}, lambda x: x.rot90(k, dims))
    of_dtypes(fixtures, "rot90", (2, 3), {"k": 1, "dims": [0, 1]}, lambda x: x.rot90())
    for shape, shifts, dims in [
        ((5, 3), 2, 0), ((5, 3), [1, -7], [0, -1]), ((2, 3, 4), [1, 2, 3], [2, 0, 1]), ((5,), [1, 2], [0, 0]), ((0, 2), 1, 0), ((4,), -9, 0), ((2, 2), 0, 1),
    ]:
        one(fixtures, "roll", shape, {"shifts": shifts, "dims": dims}, lambda x: x.roll(shifts, dims))
    for shape, shifts in [((3, 4), 5), ((3, 4), [-2]), ((), 1), ((0,), 1)]:
        one(fixtures, "roll", shape, {"shifts": shifts}, lambda x: x.roll(shifts))
    of_dtypes(fixtures, "roll", (3, 5), {"shifts": 2, "dims": 1}, lambda x: x.roll(2, 1))


def special(*shape):
    """NaN, infinities, both zeros and a subnormal among draws."""
    values = real(*shape)
    for place, number in enumerate([float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 1e-40]):
        values.view(-1)[(2 * place + 1) % values.numel()] = number
    return values


def write_triangles(fixtures):
    for op in ("tril", "triu"):
        for shape, diagonal in [((4, 4), 0), ((3, 5), 1), ((5, 3), -2), ((2, 3, 3), 0), ((2, 1, 2, 3), -1), ((2, 0), 0), ((3, 4), 9), ((3, 4), -9)]:
            one(fixtures, op, shape, {"diagonal": diagonal}, lambda x: getattr(x, op)(diagonal))
        of_dtypes(fixtures, op, (3, 4), {"diagonal": 1}, lambda x: getattr(x, op)(1))
        record(fixtures, "special", op, lambda x: getattr(x, op)(), lambda: [special(4, 4)])
        indices = getattr(torch, f"{op}_indices")
        for row, col, offset in [(3, 3, 0), (3, 5, 1), (5, 3, -2), (0, 3, 0), (3, 0, 0), (2, 3, 7), (2, 3, -7)]:
            kwargs = {"row": row, "col": col, "offset": offset}
            record(fixtures, f"{row},{col},{offset}", f"{op}Indices", lambda: indices(row, col, offset), lambda: [], kwargs)
    for shape, offset, dims in [
        ((3, 4), 0, (0, 1)), ((3, 4), 2, (0, 1)), ((3, 4), -1, (0, 1)), ((3, 4), 7, (0, 1)), ((2, 3, 4), 1, (-2, -1)), ((2, 3, 4), -1, (2, 0)), ((0, 2), 0, (0, 1)),
    ]:
        kwargs = {"offset": offset, "dim1": dims[0], "dim2": dims[1]}
        one(fixtures, "diagonal", shape, kwargs, lambda x: x.diagonal(offset, *dims))
    for shape, offset, dims in [((3,), 0, (-2, -1)), ((2, 3), 1, (-2, -1)), ((2, 3), -2, (0, 2)), ((2, 3), 1, (-1, 0)), ((0,), 0, (-2, -1)), ((2, 0), 2, (0, 1))]:
        kwargs = {"offset": offset, "dim1": dims[0], "dim2": dims[1]}
        one(fixtures, "diagEmbed", shape, kwargs, lambda x: torch.diag_embed(x, offset, *dims))
    for shape, diagonal in [((3,), 0), ((3,), 2), ((3,), -1), ((3, 4), 0), ((4, 3), 1), ((4, 3), -2), ((3, 3), 5), ((0,), 0), ((0, 2), 0)]:
        one(fixtures, "diag", shape, {"diagonal": diagonal}, lambda x: x.diag(diagonal))
    for op, shape in [("diagonal", (3, 4)), ("diagEmbed", (3,)), ("diag", (3,)), ("diag", (2, 3))]:
        compute = {"diagonal": torch.diagonal, "diagEmbed": torch.diag_embed, "diag": torch.diag}[op]
        of_dtypes(fixtures, op, shape, {}, lambda x: compute(x))


def write_windows(fixtures):
    for shape, dimension, size, step in [
        ((7,), 0, 3, 1), ((7,), 0, 2, 2), ((7,), 0, 2, 3), ((2, 6, 3), 1, 4, 2), ((2, 5), -1, 5, 1), ((2, 3), 0, 0, 1), ((), 0, 1, 1), ((), 0, 0, 2), ((3, 0), 0, 2, 1),
    ]:
        kwargs = {"dimension": dimension, "size": size, "step": step}
        one(fixtures, "unfold", shape, kwargs, lambda x: x.unfold(dimension, size, step))
    of_dtypes(fixtures, "unfold", (2, 5), {"dimension": 1, "size": 3, "step": 1}, lambda x: x.unfold(1, 3, 1))


def write_repeats(fixtures):
    for shape, sizes in [((2, 3), [2, 3]), ((3,), [2, 1]), ((2, 3), [1, 1]), ((2, 3), [0, 2]), ((), [3]), ((), []), ((0, 2), [2, 2]), ((2, 1, 3), [3, 1, 2, 1])]:
        one(fixtures, "repeat", shape, {"sizes": sizes}, lambda x: x.repeat(*sizes) if sizes else x.repeat([]))
    of_dtypes(fixtures, "repeat", (2, 3), {"sizes": [2, 2]}, lambda x: x.repeat(2, 2))
    for shape, dims in [((2, 3), [2]), ((3,), [2, 2]), ((2, 3), []), ((), [2]), ((2, 0), [3]), ((2, 3), [0])]:
        one(fixtures, "tile", shape, {"dims": dims}, lambda x: x.tile(dims))
    for shape, repeats, dim in [((2, 3), 2, 0), ((2, 3), 3, 1), ((2, 3), 2, -1), ((0, 2), 3, 0), ((2, 3), 0, 1), ((2, 3), 1, 0)]:
        one(fixtures, "repeatInterleave", shape, {"repeats": repeats, "dim": dim}, lambda x: x.repeat_interleave(repeats, dim))
    for shape, repeats in [((2, 3), 2), ((), 3), ((0, 2), 2), ((3,), 0)]:
        one(fixtures, "repeatInterleave", shape, {"repeats": repeats}, lambda x: x.repeat_interleave(repeats))
    for shape, times, dim in [((3, 2), [2, 0, 3], 0), ((2, 3), [1, 2, 1], -1), ((2, 2), [2], 1)]:
        inputs = lambda: [real(*shape), torch.tensor(times, dtype=torch.int32)]
        record(fixtures, f"{name_of(shape, {'dim': dim})}-each", "repeatInterleave", lambda x, y: x.repeat_interleave(y, dim), inputs, {"dim": dim})
    of_dtypes(fixtures, "repeatInterleave", (2, 3), {"repeats": 2, "dim": 1}, lambda x: x.repeat_interleave(2, 1))


def write_grids(fixtures):
    for sizes, indexing in [((3, 2), "ij"), ((3, 2), "xy"), ((3, 2, 4), "xy"), ((3,), "xy"), ((3, None, 2), "ij"), ((2, 0), "xy")]:
        title = f"{'-'.join(map(str, sizes))}-{indexing}"
        inputs = lambda: [real() if size is None else real(size) for size in sizes]
        record(fixtures, title, "meshgrid", lambda *tensors: tuple(torch.meshgrid(*tensors, indexing=indexing)), inputs, {"indexing": indexing})
    for sizes in [(3, 2), (3,), (2, 1, 3), (2, 0)]:
        record(fixtures, "-".join(map(str, sizes)), "cartesianProd", torch.cartesian_prod, lambda: [real(size) for size in sizes])
    record(fixtures, "int32", "cartesianProd", torch.cartesian_prod, lambda: [integers(3), integers(2)])
    for op, compute in [("hstack", torch.hstack), ("vstack", torch.vstack), ("dstack", torch.dstack), ("columnStack", torch.column_stack), ("rowStack", torch.row_stack)]:
        for shapes in [((), ()), ((3,), (3,)), ((2, 3), (2, 3)), ((2, 1, 3), (2, 1, 3)), ((2, 0), (2, 0))]:
            title = "-".join("x".join(map(str, shape)) or "0d" for shape in shapes)
            record(fixtures, title, op, lambda *tensors: compute(tensors), lambda: [real(*shape) for shape in shapes])
        record(fixtures, "int32-float32", op, lambda *tensors: compute(tensors), lambda: [integers(3), real(3)])
    record(fixtures, "wide", "hstack", lambda *tensors: torch.hstack(tensors), lambda: [real(2, 3), real(2, 1), real(2, 2)])
    record(fixtures, "mixed", "columnStack", lambda *tensors: torch.column_stack(tensors), lambda: [real(2), real(2, 3)])
