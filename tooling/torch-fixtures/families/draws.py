"""What is sampled one by one, or by the parameters in a tensor: exponential_ and its kin, bernoulli, poisson, normal, multinomial.

{kind: "draws", seed, steps: [{draw, arguments, dtype, output}], state (uint8, 5056)}; arguments hold tensors where the draw takes them.
{kind: "state", state, next: {randn, rand, doubles}, after}: a state, what is drawn from there on, and the state behind that.
Of what is not contiguous `views` tells, as families/random.py does.
"""

import torch

from families.random import layouts, seen, stretched

seed = 0
double, single = torch.float64, torch.float32
names = {single: "float32", double: "float64", torch.int32: "int32", torch.uint8: "uint8", torch.bool: "bool"}


def filled(dtype, count=None, shape=None, views=()):
    return seen(torch.zeros(shape if count is None else [count], dtype=dtype), views)


def of(tensor, views=()):
    return seen(tensor, views)


draws = {
    "exponential_": lambda dtype, lambd, **place: filled(dtype, **place).exponential_(lambd),
    "geometric_": lambda dtype, p, **place: filled(dtype, **place).geometric_(p),
    "cauchy_": lambda dtype, median, sigma, **place: filled(dtype, **place).cauchy_(median, sigma),
    "logNormal_": lambda dtype, mean, std, **place: filled(dtype, **place).log_normal_(mean, std),
    "random_": lambda dtype, numbers=(), **place: filled(dtype, **place).random_(*numbers),
    "bernoulli": lambda dtype, p, views=(): torch.bernoulli(of(p, views)),
    "bernoulliOf": lambda dtype, p, views=(), **place: torch.bernoulli(filled(dtype, **place, views=views), p),
    "bernoulli_": lambda dtype, p, **place: filled(dtype, **place).bernoulli_(p),
    "poisson": lambda dtype, rate, views=(): torch.poisson(of(rate, views)),
    "normal": lambda dtype, mean, std: torch.normal(mean, std),
    "normalSized": lambda dtype, mean, std, size: torch.normal(mean, std, size, dtype=dtype),
    "multinomial": lambda dtype, weights, samples, replacement, views=(): torch.multinomial(of(weights, views), samples, replacement=replacement).int(),
}


def step(draw, dtype=single, **arguments):
    return draw, dtype, arguments


def record(fixtures, name, draw_seed, *steps):
    torch.manual_seed(draw_seed)
    done = [{"draw": draw, "arguments": arguments, "dtype": names[dtype], "output": draws[draw](dtype, **arguments)} for draw, dtype, arguments in steps]
    fixtures.case(name, kind="draws", seed=str(draw_seed), steps=done, state=torch.get_rng_state())


def write(fixtures):
    made = torch.Generator().manual_seed(1)
    rand = lambda *shape, dtype=single: torch.rand(*shape, dtype=dtype, generator=made)
    for dtype in (single, double):
        name = names[dtype]
        counts = (0, 1, 15, 16, 67, 1003)
        record(fixtures, f"exponential-{name}", 1, *(step("exponential_", dtype, lambd=lambd, count=count) for lambd in (1, 0.1, 7.5) for count in counts))
        record(fixtures, f"geometric-{name}", 2, *(step("geometric_", dtype, p=p, count=count) for p in (0.5, 0.01, 0.99) for count in counts))
        record(fixtures, f"cauchy-{name}", 3, *(step("cauchy_", dtype, median=m, sigma=s, count=count) for m, s in ((0, 1), (-3, 0.5)) for count in counts))
        record(fixtures, f"logNormal-{name}", 4, *(step("logNormal_", dtype, mean=m, std=s, count=count) for m, s in ((1, 2), (-0.5, 0.1)) for count in counts))
        record(fixtures, f"bernoulli-{name}", 6, *(step("bernoulli", dtype, p=rand(count, dtype=dtype)) for count in counts), step("bernoulli", dtype, p=torch.tensor([0, 1, 0.5], dtype=dtype)))
        rates = [rand(101, dtype=dtype) * scale for scale in (1, 9.99, 50, 1000, 1e6)] + [torch.tensor([0, 10, 9.999, 1e-30], dtype=dtype)]
        record(fixtures, f"poisson-{name}", 7, *(step("poisson", dtype, rate=rate) for rate in rates))
        record(fixtures, f"normal-{name}", 8, *(step("normal", dtype, mean=rand(count, dtype=dtype), std=rand(count, dtype=dtype)) for count in counts))
        shapes = [step("normal", dtype, mean=rand(4, 1, dtype=dtype), std=rand(5, dtype=dtype)), step("normal", dtype, mean=rand(20, dtype=dtype), std=0.5), step("normal", dtype, mean=-2.0, std=rand(3, 7, dtype=dtype))]
        record(fixtures, f"normal-{name}-shapes", 9, *shapes, *(step("normalSized", dtype, mean=0.5, std=2.0, size=size) for size in ([3], [4, 5], [], [0])))
        for categories, samples in ((1, 1), (4, 1), (4, 3), (4, 4), (100, 1), (100, 10), (1000, 64)):
            rows = [rand(categories, dtype=dtype), rand(5, categories, dtype=dtype), rand(3, categories, dtype=dtype) * 1e3]
            record(fixtures, f"multinomial-{name}-{categories}-{samples}", 10, *(step("multinomial", dtype, weights=row, samples=samples, replacement=r) for row in rows for r in (False, True)))
        skewed = [torch.tensor(row, dtype=dtype) for row in ([0.0, 3.0, 0.0, 1.0], [1e-30, 1.0, 1e-30], [1.0, 0.0], [1e30, 1e30])]
        record(fixtures, f"multinomial-{name}-skewed", 11, *(step("multinomial", dtype, weights=row, samples=s, replacement=s > 1) for row in skewed for s in (1, 1000)))
    record(fixtures, "multinomial-laid", 12, *(step("multinomial", weights=rand(6, 5), views=[["permute", 1, 0]], samples=s, replacement=r) for s in (1, 3) for r in (False, True)))
    record(fixtures, "multinomial-stretched", 13, *(step("multinomial", weights=rand(6), views=[["expand", 4, 6]], samples=s, replacement=r) for s in (1, 3) for r in (False, True)))
    for dtype in (single, double, torch.int32, torch.uint8, torch.bool):
        name = names[dtype]
        if dtype not in (torch.bool,):
            record(fixtures, f"random-{name}", 5, step("random_", dtype, count=67), step("random_", dtype, numbers=[10], count=67), step("random_", dtype, numbers=[3, 200], count=67), step("random_", dtype, count=3))
        else:
            record(fixtures, f"random-{name}", 5, step("random_", dtype, count=67), step("random_", dtype, numbers=[2], count=67))
        record(fixtures, f"bernoulli_-{name}", 14, *(step("bernoulli_", dtype, p=rand(shape, dtype=p), shape=[4, 5]) for p in (single, double) for shape in ((5,), (4, 1), (4, 5), ())))
        record(fixtures, f"bernoulliOf-{name}", 15, step("bernoulliOf", dtype, p=0.3, shape=[40]), step("bernoulliOf", dtype, p=0.3, shape=[4, 5], views=[["permute", 1, 0]]))
    record(fixtures, "random-open", 5, *(step("random_", dtype, numbers=[low, None], count=67) for dtype, low in ((double, -5), (double, 0), (double, 2**52 + 1), (single, 3), (torch.int32, 3), (torch.int32, -(2**31)))))
    for dtype in (torch.int32, torch.uint8):
        record(fixtures, f"geometric-{names[dtype]}", 16, step("geometric_", dtype, p=0.3, count=101))
    for layout, (shape, views) in layouts.items():
        place = {"shape": shape, "views": views}
        fills = [step("exponential_", lambd=2, **place), step("cauchy_", median=0, sigma=1, **place), step("logNormal_", mean=0, std=1, **place), step("random_", torch.int32, numbers=[100], **place)]
        record(fixtures, f"{layout}", 17, *fills, step("bernoulli_", p=0.25, **place), step("bernoulli", p=rand(shape), views=views), step("poisson", rate=rand(shape) * 20, views=views))
    for layout, (shape, views) in stretched.items():
        record(fixtures, f"{layout}", 18, step("bernoulli", p=rand(shape), views=views), step("poisson", rate=rand(shape) * 20, views=views))
    torch.manual_seed(2**40 + 3)
    torch.randn(3), torch.rand(700)
    state = torch.get_rng_state()
    following = {"randn": torch.randn(2), "rand": torch.rand(5), "doubles": torch.randn(3, dtype=double)}
    fixtures.case("a state", kind="state", state=state, next=following, after=torch.get_rng_state())
