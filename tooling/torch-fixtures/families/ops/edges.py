"""What PyTorch's own operator samples found, and the in-place forms of special functions."""

import torch

from families.op_case import checked, record
from families.ops.in_place import spread, written

double = torch.float64


def write(fixtures):
    for dtype in (torch.float32, double):
        name = str(dtype).removeprefix("torch.")
        record(fixtures, name, "i0_", written("i0_"), lambda: [spread(-3, 3, 9, dtype=dtype)])
        for op in ("igamma_", "igammac_"):
            record(fixtures, name, op, written(op), lambda: [spread(0.3, 3, 3, 4, dtype=dtype), spread(0.3, 3, 4, dtype=dtype)], no_gradient=(0,))
    record(fixtures, "order 2", "polygamma_", lambda x: x.clone().polygamma_(2), lambda: [spread(0.3, 3, 9)], {"n": 2})
    record(fixtures, "p 3", "mvlgamma_", lambda x: x.clone().mvlgamma_(3), lambda: [spread(2, 4, 9)], {"p": 3})
    for op, function in {"conjPhysical": torch.conj_physical, "resolveConj": torch.resolve_conj, "resolveNeg": torch.resolve_neg}.items():
        record(fixtures, "float32", op, function, lambda: [spread(-2, 2, 5)])
    # About its roots a logarithm of the gamma function is what is left of larger parts.
    roots = torch.tensor([1, 1 + 2**-40, 1 - 2**-30, 1.00001, 0.9999, 2, 2 + 2**-38, 2 - 2**-20, 1.9999, 1.4999, 2.4999], dtype=double)
    record(fixtures, "float64 about its roots", "lgamma", torch.lgamma, lambda: [checked(roots)], no_gradient=(0,))
    small = lambda: [torch.tensor([1e-6, 1e-6, 0.001, 0.05, 0.2], dtype=double), torch.tensor([0.55, 0.01, 0.25, 1.05, 0.9], dtype=double)]  # noqa: E731
    record(fixtures, "little beyond", "igammac", torch.igammac, small, no_gradient=(0, 1))
    bools = lambda: [torch.tensor(True)]  # noqa: E731
    record(fixtures, "truth", "sumToSize", lambda x: x.sum_to_size([]), bools, {"size": []})
    indices = lambda: [torch.tensor([0, 7, 200, 255], dtype=torch.uint8)]  # noqa: E731
    record(fixtures, "bytes", "unravelIndex", lambda x: tuple(one.int() for one in torch.unravel_index(x, (2, 300))), indices, {"shape": [2, 300]})
    # What lies between the elements of an input with gaps is written, and lost; PyTorch has no gradient there.
    for name, (step, first, size, stride, offset) in {"gaps": (2, 0, [2, 2], [1, 2], 0), "an offset": (1, 2, [2], [2], 2), "gaps and an offset": (2, 1, [3], [3], 0)}.items():
        kwargs = {"step": step, "first": first, "size": size, "stride": stride, "storageOffset": offset}
        given = lambda: [spread(-2, 2, 11), spread(-2, 2, *size)]  # noqa: E731
        record(fixtures, name, "asStridedScatter", lambda x, s: torch.as_strided_scatter(x[first::step], s, size, stride, offset), given, kwargs, no_gradient=(0, 1))
