"""torch.special and its kin: values over the whole range, gradients of both orders where PyTorch has them."""

import torch

from families.op_case import checked, integers, positive, real, record

double = torch.float64


def uniform(low, high, *shape, dtype=torch.float32):
    return checked(torch.rand(shape, dtype=dtype)) * (high - low) + low


def write(fixtures):
    curves = {
        "i0": (torch.i0, -12, 12), "special.i0e": (torch.special.i0e, -30, 30), "special.i1": (torch.special.i1, -12, 12),
        "special.i1e": (torch.special.i1e, -30, 30), "special.entr": (torch.special.entr, 0.01, 4), "special.ndtr": (torch.special.ndtr, -4, 4),
        "special.erfcx": (torch.special.erfcx, -5, 30), "special.logNdtr": (torch.special.log_ndtr, -5, 6), "special.ndtri": (torch.special.ndtri, 0, 1),
    }  # fmt: skip
    for op, (compute, low, high) in curves.items():
        second = op in ("i0", "special.i1", "special.erfcx", "special.logNdtr")
        record(fixtures, "float32", op, compute, lambda: [uniform(low, high, 40)])
        record(fixtures, "float64", op, compute, lambda: [uniform(low, high, 40, dtype=double)], second=second)
        record(fixtures, "int32", op, compute, lambda: [integers(6)])
    record(fixtures, "special values", "i0", torch.i0, lambda: [torch.tensor([0.0, torch.inf, -torch.inf, torch.nan, 80.0])], no_gradient=(0,))
    record(fixtures, "special values", "special.entr", torch.special.entr, lambda: [torch.tensor([0.0, -1.0, torch.inf, torch.nan])], no_gradient=(0,))
    tails = [-1e30, -200.0, -38.0, -1.0, -0.999, -0.0, 0.0, 0.5, 2.0, 27.0, 1e30, torch.inf, -torch.inf, torch.nan]
    for op, compute in (("special.erfcx", torch.special.erfcx), ("special.logNdtr", torch.special.log_ndtr)):
        for dtype in (torch.float32, double):
            record(fixtures, f"tails {dtype}", op, compute, lambda: [torch.tensor(tails, dtype=dtype)], no_gradient=(0,))
    shares = [0.0, 1.0, -0.1, 1.1, 0.5, 0.25, 0.75, 1e-30, 0.1353, 0.8647, 1 - 2.0**-24, torch.nan]
    for dtype in (torch.float32, double):
        record(fixtures, f"ends {dtype}", "special.ndtri", torch.special.ndtri, lambda: [torch.tensor(shares, dtype=dtype)], no_gradient=(0,))
    record(fixtures, "at zero", "special.i1", torch.special.i1, lambda: [torch.tensor([0.0, -0.0])])
    record(fixtures, "float32", "special.xlog1py", torch.special.xlog1py, lambda: [real(3, 4), positive(4)])
    record(fixtures, "float64", "special.xlog1py", torch.special.xlog1py, lambda: [real(3, 4, dtype=double), positive(4, dtype=double)], second=True)
    record(fixtures, "zeros", "special.xlog1py", torch.special.xlog1py, lambda: [torch.zeros(3), torch.tensor([-1.0, -2.0, torch.nan])])
    for n in range(4):
        record(fixtures, f"order {n}", "polygamma", lambda x: torch.polygamma(n, x), lambda: [uniform(0.3, 6, 12)], {"n": n})
    for p in (1, 2, 5):
        record(fixtures, f"p {p}", "mvlgamma", lambda x: torch.mvlgamma(x, p), lambda: [uniform(2.5, 8, 12)], {"p": p})
        record(fixtures, f"p {p} float64", "mvlgamma", lambda x: torch.mvlgamma(x, p), lambda: [uniform(2.5, 8, 12, dtype=double)], {"p": p}, no_gradient=(0,))
    for op, compute in (("igamma", torch.igamma), ("igammac", torch.igammac)):
        record(fixtures, "float32", op, compute, lambda: [uniform(0.2, 9, 40), uniform(0.2, 9, 40)], no_gradient=(0,))
        record(fixtures, "float64", op, compute, lambda: [uniform(0.2, 9, 40, dtype=double), uniform(0.2, 9, 40, dtype=double)], no_gradient=(0,), second=True)
        record(fixtures, "large", op, compute, lambda: [uniform(50, 90, 10), uniform(50, 90, 10)], no_gradient=(0, 1))
        ends = lambda: [torch.tensor([0.0, 1.0, 1.0, -1.0, 2.0]), torch.tensor([1.0, 0.0, torch.inf, 1.0, -1.0])]  # noqa: E731
        record(fixtures, "ends", op, compute, ends, no_gradient=(0, 1))
    record(fixtures, "float32", "logit", torch.logit, lambda: [uniform(0.05, 0.95, 9)], second=True)
    record(fixtures, "ends", "logit", torch.logit, lambda: [torch.tensor([0.0, 1.0, -0.5, 1.5])])
    record(fixtures, "eps", "logit", lambda x: torch.logit(x, 0.25), lambda: [uniform(-0.5, 1.5, 12)], {"eps": 0.25})
    record(fixtures, "int32", "gcd", torch.gcd, lambda: [integers(40, low=-60, high=61), integers(40, low=-60, high=61)])
    record(fixtures, "mixed", "gcd", torch.gcd, lambda: [integers(4, low=-60, high=61), torch.tensor([0, 4, 6, 200], dtype=torch.uint8)])
    record(fixtures, "int32", "lcm", torch.lcm, lambda: [integers(40, low=-60, high=61), integers(40, low=-60, high=61)])
    record(fixtures, "float32", "nextafter", torch.nextafter, lambda: [real(3, 4), real(4)])
    record(fixtures, "float64", "nextafter", torch.nextafter, lambda: [real(3, 4, dtype=double), real(4, dtype=double)])
    ends = [0.0, -0.0, 1.0, torch.inf, -torch.inf, torch.nan, 1.0, 3.4028234663852886e38, 1e-45, 0.0, 0.0, 1.0, torch.inf]
    toward = [1.0, 1.0, torch.inf, 0.0, 0.0, 1.0, torch.nan, torch.inf, 0.0, -0.0, -1.0, 1.0, torch.inf]
    record(fixtures, "ends", "nextafter", torch.nextafter, lambda: [torch.tensor(ends), torch.tensor(toward)])
    record(fixtures, "float32", "ldexp", torch.ldexp, lambda: [real(3, 4), integers(4, low=-20, high=21)])
    record(fixtures, "float64", "ldexp", torch.ldexp, lambda: [real(4, dtype=double), real(4, dtype=double)], second=True)
    record(fixtures, "large", "ldexp", torch.ldexp, lambda: [torch.tensor([1.0, 2.0**-100, -3.0]), torch.tensor([127, 200, -130], dtype=torch.int32)])
    record(fixtures, "float32", "frexp", torch.frexp, lambda: [torch.cat([real(20) * 1000, torch.tensor([1e-45, 0.0, -0.0, torch.inf, 1.0, 2.0, 0.5])])])
    record(fixtures, "float64", "frexp", torch.frexp, lambda: [real(20, dtype=double)])
    record(fixtures, "float32", "floatPower", torch.float_power, lambda: [positive(3, 4), real(4)])
    record(fixtures, "int32", "floatPower", torch.float_power, lambda: [integers(5, low=1), integers(5, low=-3)])
