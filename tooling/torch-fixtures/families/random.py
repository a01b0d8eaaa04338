"""Draws from seeded generators, in sequences, with the generator's state behind them; loaders' orders; random splits.

Draws: {kind: "draws", seed (a string: seeds have 64 bits), steps: [{draw, arguments, dtype, output}], state (uint8, 5056)}.
What a draw fills or reads is made of `shape`, and looked at through `views`: [[name, ...arguments], ...], `permute`, `slice`
and `expand` as our API has them.
Loaders: {kind: "loader", count, batchSize, dropLast, shuffle, seed, ownGenerator, epochs: [[[index, ...] a batch] an epoch],
nextRandom (of the generator drawn from)}. Splits: {kind: "split", seed, count, lengths, ownGenerator, parts, nextRandom}.
"""

from itertools import product

import torch
from torch.nn import functional
from torch.nn.functional import dropout
from torch.utils.data import DataLoader, random_split

seed = 0
double, single = torch.float64, torch.float32
edges = (0, 1, 2, 7, 15, 16, 17, 24, 31, 32, 33, 1003)


def write(fixtures):
    write_draws(fixtures)
    write_loaders(fixtures)
    write_splits(fixtures)
    write_samplers(fixtures)
    write_workers(fixtures)


def seen(tensor, views):
    """The tensor through views, each [name, ...arguments]."""
    for name, *arguments in views:
        if name == "slice":
            dim, start, end, step = arguments
            tensor = tensor[(slice(None),) * dim + (slice(start, end, step),)]
        else:
            tensor = getattr(tensor, name)(*arguments)
    return tensor


def empty(shape, dtype, views=()):
    return seen(torch.empty(shape, dtype=dtype), views)


# Tensors that are not contiguous: [sizes, views]. The next-to-last has gaps in every dimension; the last is small.
layouts = {
    "transposed": ([5, 7], [["permute", 1, 0]]),
    "turned": ([2, 5, 7], [["permute", 2, 0, 1]]),
    "channelsLast": ([2, 5, 4, 3], [["permute", 0, 3, 1, 2]]),
    "channelsLastSlice": ([2, 5, 4, 6], [["permute", 0, 3, 1, 2], ["slice", 1, 1, 6, 2]]),
    "steppedRows": ([8, 6], [["slice", 0, 0, 8, 2]]),
    "steppedColumns": ([4, 12], [["slice", 1, 1, 12, 3]]),
    "transposedSteps": ([6, 8], [["permute", 1, 0], ["slice", 0, 0, 8, 2]]),
    "oneRow": ([6, 1, 4], [["permute", 2, 1, 0]]),
    "part": ([3, 40], [["slice", 1, 7, 40, 1]]),
    "gaps": ([4, 6, 8], [["slice", 0, 0, 4, 2], ["permute", 2, 1, 0], ["slice", 0, 1, 8, 3], ["slice", 1, 0, 6, 2]]),
    "small": ([3, 4], [["permute", 1, 0]]),
}
# Stretched ones, which can be read only.
stretched = {
    "stretchedRow": ([6], [["expand", 4, 6]]),
    "stretchedColumn": ([4, 1], [["expand", 4, 6]]),
    "stretchedTransposed": ([5, 4, 1], [["permute", 1, 2, 0], ["expand", 4, 6, 5]]),
    "stretchedBetween": ([3, 1, 4], [["permute", 2, 1, 0], ["expand", 4, 5, 3]]),
    "stretchedFront": ([3, 4], [["permute", 1, 0], ["expand", 2, 4, 3]]),
}


def ramp(shape, dtype):
    """Numbers of both signs, none of them 0, and of few bits, so that they are the same everywhere."""
    return (torch.arange(torch.Size(shape).numel(), dtype=dtype) - 20.5).view(shape) / 8


# What each draw does with the default generator, given its arguments by the names that our API has.
draws = {
    "rand": lambda shape, dtype: torch.rand(shape, dtype=dtype),
    "randn": lambda shape, dtype: torch.randn(shape, dtype=dtype),
    "randint": lambda low, high, shape, dtype: torch.randint(low, high, shape, dtype=dtype),
    "randperm": lambda n, dtype: torch.randperm(n, dtype=dtype),
    "uniform_": lambda low, high, **place: empty(**place).uniform_(low, high),
    "normal_": lambda mean, std, **place: empty(**place).normal_(mean, std),
    "bernoulli_": lambda p, **place: empty(**place).bernoulli_(p),
    "bernoulliLike": lambda shape, p, dtype, views: torch.empty_like(seen(torch.empty(shape, dtype=dtype), views)).bernoulli_(p),
    # Of ones: the mask and the scale in one.
    "dropout": lambda shape, p, dtype, views=(): dropout(seen(torch.ones(shape, dtype=dtype), views), p, training=True),
    # What it gives lies as its input does: the second mask follows the first.
    "dropoutTwice": lambda shape, p, dtype, views=(): dropout(dropout(seen(torch.ones(shape, dtype=dtype), views), p, training=True), p, training=True),
    **{
        name: lambda shape, p, dtype, views=(), drop=drop: drop(seen(ramp(shape, dtype), views), p, training=True)
        for name, drop in {
            "dropout1d": functional.dropout1d,
            "dropout2d": functional.dropout2d,
            "dropout3d": functional.dropout3d,
            "alphaDropout": functional.alpha_dropout,
            "featureAlphaDropout": functional.feature_alpha_dropout,
        }.items()
    },
    # Each lies as its input does, so that the second mask follows the first.
    "channelsThenUnits": lambda shape, p, dtype, views=(): dropout(functional.dropout2d(seen(ramp(shape, dtype), views), p, training=True), p, training=True),
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
    for layout, (shape, views) in layouts.items():
        for dtype in (single, double):
            place = {"shape": shape, "views": views, "dtype": dtype}
            steps = [step("uniform_", low=-1, high=1, **place), step("normal_", mean=0, std=1, **place), step("bernoulli_", p=0.4, **place)]
            steps += [step("dropout", p=0.4, **place), step("dropoutTwice", p=0.25, **place)]
            record(fixtures, f"{layout}-{names[dtype]}", 10, *steps)
        steps = [step("bernoulli_", dtype, shape=shape, views=views, p=0.4) for dtype in (torch.int32, torch.uint8, torch.bool)]
        record(fixtures, f"{layout}-integers", 13, *steps)
    for layout, (shape, views) in (layouts | stretched).items():
        record(fixtures, f"{layout}-like", 15, *(step("bernoulliLike", dtype, shape=shape, views=views, p=0.4) for dtype in (single, torch.bool)))
    for layout, (shape, views) in stretched.items():
        for dtype in (single, double):
            place = {"shape": shape, "views": views, "dtype": dtype}
            record(fixtures, f"{layout}-{names[dtype]}", 14, step("dropout", p=0.4, **place), step("dropoutTwice", p=0.25, **place))
    write_dropouts(fixtures)
    write_integers(fixtures)
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


def write_dropouts(fixtures):
    """Masks of channels, and what keeps mean and variance: odd sizes, views, with and without a batch."""
    swapped, sliced = [["permute", 1, 0, 3, 2]], [["slice", 3, 1, 6, 2]]
    for dtype in (single, double):
        for draw_seed in (0, 1, 7, 42, 1234, 2**31, 2**32 + 7, 2**53 - 1):
            steps = [
                step("dropout1d", dtype, shape=[3, 5, 7], p=0.25), step("dropout1d", dtype, shape=[17, 3], p=0.5),
                step("dropout2d", dtype, shape=[3, 5, 3, 1], p=0.5), step("dropout2d", dtype, shape=[4, 3, 2], p=0.1), step("dropout2d", dtype, shape=[5, 9], p=0.4),
                step("dropout3d", dtype, shape=[2, 3, 1, 5, 2], p=0.3), step("dropout3d", dtype, shape=[7, 2, 3, 1], p=0.5),
                step("alphaDropout", dtype, shape=[67], p=0.3), step("alphaDropout", dtype, shape=[3, 5, 7], p=0.5), step("alphaDropout", dtype, shape=[5], p=0.05),
                step("featureAlphaDropout", dtype, shape=[3, 11, 3], p=0.3), step("featureAlphaDropout", dtype, shape=[5, 7], p=0.5),
            ]
            for views in (swapped, sliced):
                place = {"shape": [3, 2, 5, 7], "views": views}
                steps += [step(draw, dtype, **place, p=0.4) for draw in ("dropout2d", "alphaDropout", "featureAlphaDropout", "channelsThenUnits")]
            steps += [step("dropout2d", dtype, shape=[2, 3, 4, 1], p=p) for p in (0, 1)]
            record(fixtures, f"dropouts-{draw_seed}-{names[dtype]}", draw_seed, *steps)


def write_integers(fixtures):
    """Of a range of 2²⁸ and more, an integer takes two words."""
    ranges = [(0, 100), (-5, 6), (0, 1), (0, 2), (-(2**31), -(2**31) + 2**28 - 1), (0, 2**28 - 1)]
    record(fixtures, "randint", 1234, *(step("randint", torch.int32, low=low, high=high, shape=[41]) for low, high in ranges))
    wide = [(0, 2**28), (0, 2**28 + 1), (-(2**27), 2**27), (-7, 2**29), (0, 2**31 - 1), (-(2**31), 0), (-(2**31), 2**31 - 1), (-(2**31), 2**31)]
    record(fixtures, "randint-wide", 1235, *(step("randint", torch.int32, low=low, high=high, shape=[41]) for low, high in wide))
    # One draw of each kind after the other: whether a range is wide is asked anew.
    mixed = [step("randint", torch.int32, low=0, high=high, shape=[3]) for high in (2**28 - 1, 2**28, 10, 2**30, 2**28 - 1)]
    record(fixtures, "randint-mixed", 1236, *mixed)
    steps = [step("randint", dtype, low=low, high=high, shape=[17]) for dtype in (single, double) for low, high in [(0, 9), (-(2**24), 2**24), (-3, 2**24)]]
    record(fixtures, "randint-floats", 1237, *steps)
    steps = [step("randint", double, low=low, high=high, shape=[17]) for low, high in [(0, 2**28 - 1), (0, 2**28), (-(2**31), 2**31)]]
    record(fixtures, "randint-float64", 1238, *steps)
    far = [(0, 2**32), (0, 2**32 + 1), (-(2**31) - 5, 2**31), (0, 2**40), (2**40, 2**40 + 9), (0, 2**53), (-(2**53), 0), (-(2**53), 2**53)]
    steps = [step("randint", dtype, low=low, high=high, shape=[17]) for dtype in (single, double) for low, high in far if dtype == double or (low, high) != (2**40, 2**40 + 9)]
    record(fixtures, "randint-floats-wide", 1240, *steps)
    steps = [step("randint", dtype, low=low, high=high, shape=[17]) for dtype, low, high in [(torch.uint8, 0, 256), (torch.uint8, 3, 200), (torch.bool, 0, 2)]]
    record(fixtures, "randint-bytes", 1239, *steps)


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


def write_samplers(fixtures):
    """Case: {kind: "sampler", sampler, arguments, ownGenerator, seed, passes: [[index, …], …], nextRandom}."""
    data = torch.utils.data
    weights = [0.1, 0.9, 0.4, 0.7, 3.0, 0.6]
    many = [0.5 + (at * 37 % 11) for at in range(50)]
    cases = [
        ("SubsetRandomSampler", [[3, 9, 4, 4, 0, 7]], {}),
        ("SubsetRandomSampler", [list(range(5, 60, 2))], {}),
        ("SubsetRandomSampler", [[]], {}),
        ("WeightedRandomSampler", [weights, 8], {}),
        ("WeightedRandomSampler", [weights, 1], {}),
        ("WeightedRandomSampler", [many, 70], {}),
        ("WeightedRandomSampler", [weights, 5], {"replacement": False}),
        ("WeightedRandomSampler", [many, 50], {"replacement": False}),
    ]
    for sampler, arguments, options in cases:
        for own in (False, True):
            generator = torch.Generator().manual_seed(77) if own else None
            torch.manual_seed(123)
            made = getattr(data, sampler)(*arguments, generator=generator, **options)
            passes = [list(made), list(made)]
            following = torch.rand(1, generator=generator).item()
            words = f"{sampler}-{len(arguments[0])}-{'-'.join(map(str, arguments[1:]))}{'-once' if options else ''}{'-own' if own else ''}"
            fixtures.case(
                f"sampler/{words}", kind="sampler", sampler=sampler, arguments=arguments, options=options, seed=77 if own else 123,
                ownGenerator=own, passes=passes, nextRandom=following,
            )


class Noise(torch.utils.data.Dataset):
    """Samples that are drawn from the default generator when they are read, in a worker from the worker's."""

    def __len__(self):
        return 7

    def __getitem__(self, index):
        return torch.rand(2) + index, torch.randint(0, 1000, (1,), dtype=torch.int32)


def write_workers(fixtures):
    """Case: {kind: "workers", batchSize, shuffle, seed, epochs: [[values, numbers] a batch]}, read by as many workers as there are batches."""
    for shuffle in (False, True):
        for own in (False, True):
            generator = torch.Generator().manual_seed(77) if own else None
            torch.manual_seed(123)
            loader = torch.utils.data.DataLoader(Noise(), batch_size=2, shuffle=shuffle, num_workers=4, generator=generator)
            epochs = [[[values.clone(), numbers.clone()] for values, numbers in loader] for _ in range(2)]
            fixtures.case(
                f"workers/{'shuffled' if shuffle else 'in order'}{'-own' if own else ''}", kind="workers", shuffle=shuffle, ownGenerator=own,
                seed=77 if own else 123, epochs=epochs, nextRandom=torch.rand(1, generator=generator).item(),
            )
