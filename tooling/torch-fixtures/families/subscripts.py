"""The family `subscripts`: random index expressions, read and written, with the gradients of both; or that PyTorch refuses them.

A case has the input's `shape`, whose elements count up from 0, its `layout`, and the `indices`: numbers, slices as text, "...", null, truths and lists
as they are, tensors as {"dtype", "data"}. `read` is null where PyTorch refuses the expression, else the result's `shape` and `data` and the
input's `gradient` for 1, 2, 3 … `written` has the `value`, a number or {"shape", "data"}, the input afterwards, and what arrives at input and
value for 1, 2, 3 … at the input; null where PyTorch refuses it.
"""

import random

import torch

seed = 20261130
count = 260


def counted(shape):
    total = 1
    for size in shape:
        total *= size
    return torch.arange(total, dtype=torch.float32).reshape(shape)


def laid(x, layout):
    if layout == "transposed":
        return x.transpose(0, -1)
    if layout == "stepped":
        return x[::2]
    if layout == "expanded":
        return x.unsqueeze(0).expand(2, *x.shape)
    return x


def bound(rng, size):
    return rng.choice(["", "", rng.randint(-size - 2, size + 2)])


def nested(rng, shape, draw):
    return [nested(rng, shape[1:], draw) for _ in range(shape[0])] if shape else draw()


def one(rng, sizes, common):
    """An index for the first of the dimensions that are left: as it is here, as it is there, and how many dimensions it takes."""
    size = sizes[0] if sizes else 1
    wrong = rng.random() < 0.02
    place = lambda: rng.randint(-size, size - 1) + (3 * size if wrong else 0) if size else 0
    kind = rng.choice(["number", "slice", "slice", "null", "truth", "list", "ints", "ints", "mask", "mask2", "truths", "scalar", "bytes", "none", "ones"])
    if kind == "number":
        value = place()
        return value, value, 1
    if kind == "slice":
        start, end, step = bound(rng, size), bound(rng, size), rng.choice(["", "", 1, 2, 3])
        text = f"{start}:{end}" if step == "" else f"{start}:{end}:{step}"
        own = slice(*[None if part == "" else part for part in (start, end, step)])
        return text, own, 1
    if kind == "null":
        return None, None, 0
    if kind == "truth":
        value = rng.random() < 0.7
        return value, value, 0
    if kind == "list":
        values = nested(rng, [common], place)
        return values, values, 1
    if kind == "ones":
        values = [place()]
        return values, values, 1
    if kind == "ints":
        values = nested(rng, rng.choice([[common], [2, common], [2, 1], [1]]), place)
        return {"dtype": "int32", "data": values}, torch.tensor(values, dtype=torch.int64), 1
    if kind == "scalar":
        value = place()
        return {"dtype": "int32", "data": value}, torch.tensor(value), 1
    if kind == "none":
        return [], [], 1
    hits = lambda: [at < common for at in rng.sample(range(size), size)] if size >= common else [True] * size
    if kind == "mask":
        values = hits()
        if wrong:
            values = values + [True]
        return {"dtype": "bool", "data": values}, torch.tensor(values, dtype=torch.bool), 1
    if kind == "truths":
        values = hits()
        return values, values, 1
    if kind == "bytes":
        values = [int(hit) for hit in hits()]
        return {"dtype": "uint8", "data": values}, torch.tensor(values, dtype=torch.uint8), 1
    if len(sizes) < 2 or sizes[0] * sizes[1] == 0:
        return ":", slice(None), 1
    flat = torch.tensor([at < common for at in rng.sample(range(sizes[0] * sizes[1]), sizes[0] * sizes[1])])
    mask = flat.reshape(sizes[0], sizes[1])
    return {"dtype": "bool", "data": mask.tolist()}, mask, 2


def expression(rng, shape):
    ours, theirs, at, dots = [], [], 0, False
    common = rng.choice([2, 2, 3])
    while at < len(shape):
        if rng.random() < 0.12:
            break
        if not dots and rng.random() < 0.12:
            dots = True
            ours.append("...")
            theirs.append(Ellipsis)
            at += rng.randint(0, len(shape) - at)
            continue
        own, there, taken = one(rng, list(shape[at:]), common)
        ours.append(own)
        theirs.append(there)
        at += taken
    if not ours:
        return [":"], (slice(None),)
    return ours, tuple(theirs)


def whole(x):
    return [int(value) for value in x.flatten().tolist()]


def refused(call):
    try:
        return call()
    except (IndexError, RuntimeError, ValueError, TypeError):
        return None


def reading(shape, layout, index):
    x = counted(shape).requires_grad_()
    result = laid(x, layout)[index]
    result.backward(1 + counted(result.shape))
    return {"shape": list(result.shape), "data": whole(result), "gradient": whole(x.grad)}


def writing(shape, layout, index, value):
    x = counted(shape).requires_grad_()
    y = x * 1
    own = torch.tensor(value["data"], dtype=torch.float32).reshape(value["shape"]).requires_grad_() if isinstance(value, dict) else value
    laid(y, layout)[index] = own
    y.backward(1 + counted(shape))
    written = {"value": value, "data": whole(y), "gradient": whole(x.grad)}
    if isinstance(value, dict):
        written["ofValue"] = whole(own.grad)
    return written


def valueOf(rng, result):
    """A number where one place is written twice; else a tensor, of the whole shape or of one that is broadcast."""
    shape = result["shape"]
    if len(set(result["data"])) < len(result["data"]) or rng.random() < 0.2:
        return -7
    kept = shape[rng.randint(0, len(shape)):]
    own = [1 if rng.random() < 0.2 else size for size in kept]
    total = 1
    for size in own:
        total *= size
    return {"shape": own, "data": [-1 - at for at in range(total)]}


def write(fixtures):
    rng = random.Random(seed)
    for at in range(count):
        shape = [rng.choice([1, 2, 3, 4]) for _ in range(rng.choice([1, 2, 2, 3, 3, 4]))]
        if rng.random() < 0.05:
            shape[rng.randrange(len(shape))] = 0
        layout = rng.choice(["contiguous", "contiguous", "transposed", "stepped", "expanded"])
        index = expression(rng, laid(counted(shape), layout).shape)
        read = refused(lambda: reading(shape, layout, index[1]))
        # What is expanded is not written.
        written = None if read is None or layout == "expanded" else refused(lambda: writing(shape, layout, index[1], valueOf(rng, read)))
        fixtures.case(str(at), shape=shape, layout=layout, indices=index[0], read=read, written=written)
