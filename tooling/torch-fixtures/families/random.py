"""Draws from seeded generators, in sequences, with the generator's state behind them; loaders' orders; random splits.

Draws: {kind: "draws", seed (a string: seeds have 64 bits), steps: [{draw, arguments, dtype, output}], state (uint8, 5056)}.
Loaders: {kind: "loader", count, batchSize, dropLast, shuffle, seed, ownGenerator, epochs: [[[index, ...] a batch] an epoch],
nextRandom (of the generator drawn from)}. Splits: {kind: "split", seed, count, lengths, ownGenerator, parts, nextRandom}.
"""

from itertools import product

import torch
from torch.nn.functional import dropout
from torch.utils.data import DataLoader, random_split

seed = 0
double, single = torch.float64, torch.float32
edges = (0, 1, 2, 7, 15, 16, 17, 24, 31, 32, 33, 1003)


def write(fixtures):
    write_draws(fixtures)
    write_loaders(fixtures)
    write_splits(fixtures)


def empty(shape, dtype, layout="contiguous"):
    """Room for draws; the layouts that are not contiguous are filled in the order of memory."""
    if layout == "transposed":
        made = torch.empty(shape[::-1], dtype=dtype)
        return made.permute(*range(made.ndim)[::-1])
    if layout == "stepped":
        return torch.empty([*shape[:-1], 2 * shape[-1]], dtype=dtype)[..., ::2]
    return torch.empty(shape, dtype=dtype)


# What each draw does with the default generator, given its arguments by the names that our API has.
draws = {
    "rand": lambda shape, dtype: torch.rand(shape, dtype=dtype),
    "randn": lambda shape, dtype: torch.randn(shape, dtype=dtype),
    "randint": lambda low, high, shape, dtype: torch.randint(low, high, shape, dtype=dtype),
    "randperm": lambda n, dtype: torch.randperm(n, dtype=dtype),
    "uniform_": lambda low, high, **place: empty(**place).uniform_(low, high),
    "normal_": lambda mean, std, **place: empty(**place).normal_(mean, std),
    "bernoulli_": lambda p, **place: empty(**place).bernoulli_(p),
    # Of ones: the mask and the scale in one.
    "dropout": lambda shape, p, dtype: dropout(torch.ones(shape, dtype=dtype), p, training=True),
}
names = {single: "float32", double: "float64", torch.int32: "int32", torch.uint8: "uint8", torch.bool: "bool"}


def step(draw, dtype=single, **arguments):
    return draw, dtype, arguments


def record(fixtures, name, draw_seed, *steps):
    torch.manual_seed(draw_seed)
    done = [
        {"draw": draw, "arguments": arguments, "dtype": names[dtype], "output": draws[draw](**arguments, dtype=dtype)}
        for draw, dtype, arguments in steps
    ]
    fixtures.case(f"draws/{name}", kind="draws", seed=str(draw_seed), steps=done, state=torch.get_rng_state())


def write_draws(fixtures):
    for draw_seed in (0, 1, 42, 2**31, 2**32 - 1, 2**32 + 7, 2**53 - 1, 2**64 - 1, -1, -5, 67280421310721):
        record(fixtures, f"seed{draw_seed}", draw_seed, step("rand", shape=[3]))
    for dtype in (single, double):
        name = names[dtype]
        for draw in ("rand", "randn"):
            record(fixtures, f"{draw}-{name}", 3, *(step(draw, dtype, shape=[count]) for count in edges))
            record(fixtures, f"{draw}-{name}-shapes", 4, *(step(draw, dtype, shape=list(shape)) for shape in [(), (2, 3), (4, 5, 3), (0, 3)]))
        bounds = [(0, 1), (-1, 1), (-0.3, 0.1), (5, 5), (-1e-3, 1e3), (0.1, 0.7)]
        record(fixtures, f"uniform_-{name}", 5, *(step("uniform_", dtype, shape=[101], low=low, high=high) for low, high in bounds))
        moments = [(0, 1), (3, 0.5), (-0.1, 0.02), (2, 0)]
        counts = (5, 16, 101)
        steps = [step("normal_", dtype, shape=[count], mean=mean, std=std) for count, (mean, std) in product(counts, moments)]
        record(fixtures, f"normal_-{name}", 6, *steps)
        record(fixtures, f"dropout-{name}", 9, *(step("dropout", dtype, shape=[101], p=p) for p in (0.1, 0.25, 0.5, 0.9)))
    for dtype in (single, double, torch.int32, torch.uint8, torch.bool):
        steps = [step("bernoulli_", dtype, shape=[67], p=p) for p in (0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)]
        record(fixtures, f"bernoulli_-{names[dtype]}", 8, *steps)
    for layout in ("transposed", "stepped"):
        for dtype in (single, double):
            places = [{"shape": shape, "layout": layout, "dtype": dtype} for shape in ([3, 4], [5, 7], [2, 3, 6])]
            steps = [step("uniform_", low=-1, high=1, **place) for place in places]
            steps += [step("normal_", mean=0, std=1, **place) for place in places]
            steps += [step("bernoulli_", p=0.4, **place) for place in places]
            record(fixtures, f"{layout}-{names[dtype]}", 10, *steps)
    # Below 2²⁸, from where this torch and the current one differ.
    ranges = [(0, 100), (-5, 6), (0, 1), (0, 2), (-(2**31), -(2**31) + 2**28 - 1), (0, 2**28 - 1)]
    record(fixtures, "randint", 1234, *(step("randint", torch.int32, low=low, high=high, shape=[41]) for low, high in ranges))
    for draw_seed, ns in {0: (10,), 42: (10,), 1234: (6,), 7: (0, 1, 2, 3, 1000)}.items():
        record(fixtures, f"randperm-seed{draw_seed}", draw_seed, *(step("randperm", torch.int32, n=n) for n in ns))
    # The second of a pair of normal draws waits over other draws, and is in the state.
    mixed = [
        step("randn", shape=[3]), step("rand", shape=[2]), step("randn", shape=[16]), step("randn", shape=[2]), step("randperm", torch.int32, n=5),
        step("bernoulli_", shape=[3], p=0.5), step("randint", torch.int32, low=0, high=9, shape=[4]), step("rand", double, shape=[5]), step("randn", double, shape=[17]),
    ]
    record(fixtures, "mixed", 11, *mixed)
    # About the twister's 624 words.
    for count in (623, 624, 625):
        record(fixtures, f"twist{count}", 12, step("rand", shape=[count]), step("rand", shape=[2]))


class Indices:
    """A dataset whose samples are their indices."""

    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return index


def write_loaders(fixtures):
    for (count, batch_size), drop_last, own in product([(5, 1), (10, 3), (10, 10), (16, 4), (33, 32)], (False, True), (False, True)):
        loader(fixtures, count, batch_size, drop_last, own, True)
    for own in (False, True):
        loader(fixtures, 7, 3, False, own, False)


def loader(fixtures, count, batch_size, drop_last, own, shuffle):
    torch.manual_seed(123)
    generator = torch.Generator().manual_seed(77) if own else None
    made = DataLoader(Indices(count), batch_size=batch_size, shuffle=shuffle, drop_last=drop_last, generator=generator)
    epochs = [[batch.tolist() for batch in made] for _ in range(2)]
    words = [f"{count}by{batch_size}"] + ["dropLast"] * drop_last + ["own"] * own + ["inOrder"] * (not shuffle)
    fixtures.case(
        f"loader/{'-'.join(words)}", kind="loader", count=count, batchSize=batch_size, dropLast=drop_last, shuffle=shuffle,
        seed=77 if own else 123, ownGenerator=own, epochs=epochs, nextRandom=torch.rand(1, generator=generator).item(),
    )


def write_splits(fixtures):
    for lengths, own in product([[7, 3], [0.8, 0.2], [0.5, 0.3, 0.2], [10], [4, 0, 6], [0.75, 0.25]], (False, True)):
        count = 11 if lengths[0] == 0.75 else 10
        torch.manual_seed(123)
        generator = torch.Generator().manual_seed(77) if own else torch.default_generator
        parts = [list(part.indices) for part in random_split(range(count), lengths, generator=generator)]
        name = ",".join(map(str, lengths)) + ("-own" if own else "")
        fixtures.case(
            f"split/{name}", kind="split", seed=77 if own else 123, count=count, lengths=lengths, ownGenerator=own,
            parts=[list(map(int, part)) for part in parts], nextRandom=torch.rand(1, generator=generator).item(),
        )
