"""The ops of ../ops.js for PyTorch, by the same names: each makes inputs of so many elements and returns what is timed."""

from math import isqrt

import torch
from torch.nn import functional as F


def square(count, of=torch.randn):
    return of(isqrt(count), isqrt(count))


def positive(count):
    return square(count, torch.rand)


def inside(count):
    return positive(count) * 1.8 - 0.9


def near_one(count):
    return positive(count) * 1e-6 + 1


def mask(count):
    return positive(count) > 0.5


def line(count):
    return torch.randn(count)


def unit_line(count):
    return torch.rand(count)


def of_one(make, op):
    def made(count):
        x = make(count)
        return lambda: op(x)

    return made


def of_two(make, op, second=None):
    def made(count):
        x, y = make(count), (second or make)(count)
        return lambda: op(x, y)

    return made


def up_to_20(count, dtype):
    return torch.rand(count, dtype=dtype) * 20


def of_both(ops):
    """Of float32, and of float64 under the name with `-double`."""

    def of_dtype(make, operands, op, dtype):
        def made(count):
            given = [make(count, dtype=dtype) for _ in range(operands)]
            return lambda: op(*given)

        return made

    return {
        name + end: of_dtype(*own, dtype)
        for name, own in ops.items()
        for end, dtype in (("", torch.float32), ("-double", torch.float64))
    }


def reduced(name, op, make=square):
    """Whole, over rows (of neighbours), over columns."""
    return {name: of_one(make, op), **along(name, op, make)}


def along(name, op, make=square):
    return {
        f"{name}-rows": of_one(make, lambda x: op(x, 1)),
        f"{name}-columns": of_one(make, lambda x: op(x, 0)),
    }


def of_floats(names, make=square):
    return {name: of_one(make, getattr(torch, name, None) or getattr(F, name)) for name in names}


def places(count):
    return torch.randperm(count)


def row_places(count):
    return torch.randperm(isqrt(count))


def where(count):
    x, y, of = square(count), square(count), mask(count)
    return lambda: torch.where(of, x, y)


def scatter_add(count):
    x, index, values = line(count), places(count), line(count)
    return lambda: x.scatter_add(0, index, values)


def index_add(count):
    x, y, index = square(count), square(count), row_places(count)
    return lambda: x.index_add(0, index, y)


def multinomial_again(count):
    weights = torch.rand(1000)
    return lambda: weights.multinomial(count, replacement=True)


def variance(x, *dim):
    return x.var(*dim)


makers = {
    # memory
    "copy": of_one(square, torch.clone),
    "add": of_two(square, torch.add),
    "add-number": of_one(square, lambda x: x + 1.5),
    "add-row": of_two(square, torch.add, lambda count: torch.randn(isqrt(count))),
    "mul": of_two(square, torch.mul),
    "div": of_two(square, torch.div),
    "gt": of_two(square, torch.gt),
    "gt-number": of_one(square, lambda x: x > 0),
    "where": where,
    "relu": of_one(square, torch.relu),
    "clamp": of_one(square, lambda x: x.clamp(-1, 1)),
    "maximum": of_two(square, torch.maximum),
    "abs": of_one(square, torch.abs),
    "floor": of_one(square, torch.floor),
    "sqrt": of_one(positive, torch.sqrt),
    "rsqrt": of_one(positive, torch.rsqrt),
    "lerp": of_two(square, lambda x, y: x.lerp(y, 0.3)),
    "addcmul": of_two(square, lambda x, y: x.addcmul(y, y)),
    "to-int": of_one(square, lambda x: x.int()),
    "transpose-copy": of_one(square, lambda x: x.t().contiguous()),
    "cat": of_two(square, lambda x, y: torch.cat([x, y])),
    "flip": of_one(square, lambda x: x.flip(0, 1)),
    "tril": of_one(square, torch.tril),
    # transcendental
    **of_floats(["exp", "exp2", "expm1", "sin", "cos", "tan", "atan", "tanh", "sigmoid", "softplus", "gelu", "silu"]),
    "gelu-tanh": of_one(square, lambda x: F.gelu(x, approximate="tanh")),
    **of_floats(["mish", "elu", "logsigmoid", "erf", "erfc", "sinh", "cosh", "asinh"]),
    **of_floats(["log", "log2", "log10", "log1p", "lgamma", "digamma"], positive),
    **of_floats(["erfinv", "asin", "acos", "atanh"], inside),
    "acosh": of_one(lambda count: positive(count) + 1, torch.acosh),
    "pow": of_one(positive, lambda x: x.pow(1.7)),
    "pow-tensor": of_two(positive, torch.pow),
    "atan2": of_two(square, torch.atan2),
    "hypot": of_two(square, torch.hypot),
    "logaddexp": of_two(square, torch.logaddexp),
    **along("softmax", torch.softmax),
    **along("logSoftmax", torch.log_softmax),
    **along("logsumexp", torch.logsumexp),
    # special
    **of_both(
        {
            "erfcx": (torch.randn, 1, torch.special.erfcx),
            "log-ndtr": (torch.randn, 1, torch.special.log_ndtr),
            "ndtri": (torch.rand, 1, torch.special.ndtri),
            "i0": (torch.randn, 1, torch.special.i0),
            "i0e": (torch.randn, 1, torch.special.i0e),
            "i1": (torch.randn, 1, torch.special.i1),
            "i1e": (torch.randn, 1, torch.special.i1e),
            "lgamma-20": (up_to_20, 1, torch.lgamma),
            "digamma-20": (up_to_20, 1, torch.digamma),
            "polygamma-1": (up_to_20, 1, lambda x: torch.polygamma(1, x)),
            "polygamma-2": (up_to_20, 1, lambda x: torch.polygamma(2, x)),
            "igamma": (up_to_20, 2, torch.igamma),
            "igammac": (up_to_20, 2, torch.igammac),
            "nextafter": (torch.randn, 2, torch.nextafter),
            "signbit": (torch.randn, 1, torch.signbit),
            "frexp": (torch.randn, 1, torch.frexp),
        }
    ),
    # reductions
    **reduced("sum", torch.sum),
    **reduced("mean", torch.mean),
    **reduced("prod", torch.prod, near_one),
    **reduced("max", torch.max),
    **reduced("amax", torch.amax),
    **reduced("amin", torch.amin),
    **reduced("argmax", torch.argmax),
    **reduced("norm", lambda x, *dim: torch.norm(x, 2, *dim)),
    **reduced("norm-1", lambda x, *dim: torch.norm(x, 1, *dim)),
    **reduced("var", variance),
    "all": of_one(lambda count: mask(count) | True, torch.all),
    "any": of_one(lambda count: mask(count) & False, torch.any),
    "all-rows": of_one(lambda count: mask(count) | True, lambda x: x.all(1)),
    "any-columns": of_one(lambda count: mask(count) & False, lambda x: x.any(0)),
    "all-floats": of_one(near_one, torch.all),
    "countNonzero": of_one(square, torch.count_nonzero),
    "nansum": of_one(square, torch.nansum),
    # indexing
    "index-select-rows": of_two(square, lambda x, index: x.index_select(0, index), row_places),
    "at-rows": of_two(square, lambda x, index: x[index], row_places),
    "at-places": of_two(line, lambda x, index: x[index], places),
    "take": of_two(line, torch.take, places),
    "gather": of_two(line, lambda x, index: x.gather(0, index), places),
    "scatter-add": scatter_add,
    "index-add-rows": index_add,
    "masked-select": of_two(square, torch.masked_select, mask),
    "at-mask": of_two(square, lambda x, of: x[of], mask),
    "masked-fill": of_two(square, lambda x, of: x.masked_fill(of, 0), mask),
    "nonzero": of_one(mask, torch.nonzero),
    # sorting
    "sort": of_one(line, torch.sort),
    "sort-rows": of_one(square, lambda x: x.sort(1)),
    "sort-columns": of_one(square, lambda x: x.sort(0)),
    "topk-rows": of_one(square, lambda x: x.topk(10, 1)),
    "topk": of_one(line, lambda x: x.topk(10)),
    "cumsum": of_one(line, lambda x: x.cumsum(0)),
    **along("cumsum", torch.cumsum),
    **along("cumprod", torch.cumprod, near_one),
    "median": of_one(line, torch.median),
    "median-rows": of_one(square, lambda x: x.median(1)),
    "quantile": of_one(lambda count: line(min(count, 2**23)), lambda x: x.quantile(0.3)),
    # random
    "rand": lambda count: lambda: torch.rand(count),
    "randn": lambda count: lambda: torch.randn(count),
    "randint": lambda count: lambda: torch.randint(10, (count,)),
    "randperm": lambda count: lambda: torch.randperm(count),
    "bernoulli": of_one(unit_line, lambda x: x.bernoulli_(0.3)),
    "bernoulli-of": of_one(unit_line, torch.bernoulli),
    "normal-of": of_two(positive, torch.normal),
    "exponential": of_one(unit_line, lambda x: x.exponential_()),
    "geometric": of_one(unit_line, lambda x: x.geometric_(0.3)),
    "cauchy": of_one(unit_line, lambda x: x.cauchy_()),
    "log-normal": of_one(unit_line, lambda x: x.log_normal_()),
    "multinomial": of_one(unit_line, lambda x: x.multinomial(1)),
    "multinomial-again": multinomial_again,
    "poisson": of_one(unit_line, torch.poisson),
    "gamma": of_one(positive, torch._standard_gamma),
    "dropout": of_one(unit_line, lambda x: F.dropout(x, 0.3, True)),
}


def op(name, count):
    return makers[name](int(count))
