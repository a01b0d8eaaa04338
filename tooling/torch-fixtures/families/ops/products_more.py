"""Products of operands of one rank, products that are added, and distances."""

import math
import warnings

import torch
from torch.nn import functional

from families.op_case import integers, real, record

double = torch.float64
inf, nan = math.inf, math.nan


def write(fixtures):
    write_matrices(fixtures)
    write_outer(fixtures)
    write_added(fixtures)
    write_distances(fixtures)
    for shape in [(3, 3), (2, 5), (0, 3)]:
        record(fixtures, "x".join(map(str, shape)), "trace", torch.trace, lambda: [real(*shape)])
    record(fixtures, "int32", "trace", lambda x: torch.trace(x).int(), lambda: [integers(3, 3)])
    for bias in [False, True]:
        inputs = lambda: [real(2, 3), real(2, 4), real(5, 3, 4)] + ([real(5)] if bias else [])
        record(fixtures, "bias" if bias else "plain", "bilinear", functional.bilinear, inputs)
    record(fixtures, "batches", "bilinear", functional.bilinear, lambda: [real(2, 2, 3, dtype=double), real(2, 2, 4, dtype=double), real(5, 3, 4, dtype=double)])


def write_matrices(fixtures):
    shapes = {
        "mm": [((3, 5), (5, 4)), ((2, 0), (0, 3)), ((0, 2), (2, 3))],
        "bmm": [((2, 3, 5), (2, 5, 4)), ((0, 3, 5), (0, 5, 4)), ((2, 3, 0), (2, 0, 4))],
        "mv": [((3, 5), (5,)), ((3, 0), (0,))],
        "dot": [((5,), (5,)), ((0,), (0,))],
        "vdot": [((5,), (5,)), ((0,), (0,))],
        "inner": [((2, 3), (4, 3)), ((3,), (3,)), ((2, 2, 3), (3,)), ((), (2, 3)), ((2, 3), ()), ((2, 0), (3, 0))],
    }
    for op, pairs in shapes.items():
        for a, b in pairs:
            name = "x".join(map(str, a)) + "-by-" + "x".join(map(str, b))
            record(fixtures, name, op, getattr(torch, op), lambda: [real(*a), real(*b)])
        a, b = pairs[0]
        record(fixtures, "int32", op, getattr(torch, op), lambda: [integers(*a), integers(*b)])
        record(fixtures, "float64", op, getattr(torch, op), lambda: [real(*a, dtype=double), real(*b, dtype=double)])
    specials = torch.tensor([[inf, 0.0, 1.0], [nan, 1.0, 0.0]])
    record(fixtures, "specials", "mm", torch.mm, lambda: [specials, real(3, 2)])
    record(fixtures, "wraps", "mm", torch.mm, lambda: [integers(2, 3, low=60000, high=70000), integers(3, 2, low=60000, high=70000)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for shapes in [[(3, 4)], [(3, 4), (4, 2)], [(2, 5), (5, 4), (4, 1)], [(2, 6), (6, 1), (1, 5), (5, 3)]]:
            record(fixtures, f"{len(shapes)}", "chainMatmul", torch.chain_matmul, lambda: [real(*shape) for shape in shapes])


def write_outer(fixtures):
    for op in ["outer", "ger"]:
        fn = getattr(torch, op)
        record(fixtures, "vectors", op, fn, lambda: [real(3), real(4)])
        record(fixtures, "empty", op, fn, lambda: [real(0), real(4)])
        record(fixtures, "mixed", op, fn, lambda: [integers(3), real(4)])
        record(fixtures, "int32", op, fn, lambda: [integers(3), integers(4)])
        record(fixtures, "specials", op, fn, lambda: [torch.tensor([0.0, -0.0, inf, nan]), torch.tensor([1.0, inf, -0.0])])
    for a, b in [((2, 3), (3, 2)), ((2, 1, 3), (2,)), ((), (3,)), ((0, 2, 1), (2, 2)), ((2,), (2, 2))]:
        record(fixtures, f"{len(a)}d-{len(b)}d", "kron", torch.kron, lambda: [real(*a), real(*b)])
    record(fixtures, "mixed", "kron", torch.kron, lambda: [integers(2, 2), real(2)])
    dims = {
        "one": ((2, 3), (3, 4), 1),
        "two": ((5, 2, 3), (2, 3, 4), 2),
        "none": ((2,), (3,), 0),
        "lists": ((3, 4, 5), (4, 3, 2), [[1, 0], [0, -2]]),
        "one-of-one": ((2, 1), (3, 4), 1),
        "one-of-many": ((2, 3), (1, 4), 1),
        "empty": ((2, 0), (0, 3), 1),
        "all": ((2, 3), (2, 3), 2),
    }
    for name, (a, b, which) in dims.items():
        record(fixtures, name, "tensordot", lambda x, y: torch.tensordot(x, y, which), lambda: [real(*a), real(*b)], {"dims": which})
    record(fixtures, "int32", "tensordot", lambda x, y: torch.tensordot(x, y, 1), lambda: [integers(2, 3), integers(3, 2)], {"dims": 1})
    for a, b, dim in [((2, 3), (2, 3), 1), ((3, 4), (3, 4), 0), ((1, 3), (4, 3), -1), ((0, 3), (0, 3), 1), ((3,), (3,), -1)]:
        record(fixtures, "x".join(map(str, a)), "cross", lambda x, y: torch.cross(x, y, dim=dim), lambda: [real(*a), real(*b)], {"dim": dim})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        record(fixtures, "no-dim", "cross", torch.cross, lambda: [real(3, 3, 2), real(3, 3, 2)])
    record(fixtures, "int32", "cross", lambda x, y: torch.cross(x, y, dim=1), lambda: [integers(2, 3), integers(2, 3)], {"dim": 1})


def write_added(fixtures):
    shapes = {
        "addmm": ((2, 4), (2, 3), (3, 4)),
        "addmv": ((2,), (2, 3), (3,)),
        "addr": ((2, 3), (2,), (3,)),
        "baddbmm": ((2, 3, 5), (2, 3, 4), (2, 4, 5)),
        "addbmm": ((3, 5), (2, 3, 4), (2, 4, 5)),
    }
    for op, (a, b, c) in shapes.items():
        fn = getattr(torch, op)
        for name, factors in {"plain": {}, "factors": {"beta": 0.5, "alpha": -2.0}, "alpha": {"alpha": 3}}.items():
            record(fixtures, name, op, lambda *given: fn(*given, **factors), lambda: [real(*a), real(*b), real(*c)], factors)
        record(fixtures, "stretched", op, fn, lambda: [real(1), real(*b), real(*c)])
        record(fixtures, "0d", op, fn, lambda: [real(), real(*b), real(*c)])
        nans = lambda: [torch.full(a, nan), real(*b), real(*c)]
        record(fixtures, "beta-0", op, lambda *given: fn(*given, beta=0), nans, {"beta": 0}, no_gradient=(0,))
        whole = {"beta": 2, "alpha": 3}
        record(fixtures, "int32", op, lambda *given: fn(*given, **whole), lambda: [integers(*a), integers(*b), integers(*c)], whole)
        record(fixtures, "float64", op, fn, lambda: [real(*a, dtype=double), real(*b, dtype=double), real(*c, dtype=double)])


def write_distances(fixtures):
    powers = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, inf]
    for p in powers:
        record(fixtures, f"p{p}", "cdist", lambda x, y: torch.cdist(x, y, p), lambda: [real(4, 3), real(5, 3)], {"p": p})
        same = torch.tensor([[1.0, 2.0], [1.0, 3.0], [0.0, 0.0], [2.0, 1.0]])
        record(fixtures, f"same-p{p}", "cdist", lambda x, y: torch.cdist(x, y, p), lambda: [same, same.flip(0)], {"p": p})
        record(fixtures, f"p{p}", "pdist", lambda x: functional.pdist(x, p), lambda: [real(5, 3)], {"p": p})
    for a, b in [((2, 1, 3, 2), (2, 4, 2)), ((0, 3), (2, 3)), ((3, 0), (2, 0)), ((30, 4), (6, 4)), ((3, 30, 4), (1, 27, 4))]:
        record(fixtures, "x".join(map(str, a)), "cdist", torch.cdist, lambda: [real(*a), real(*b)])
    record(fixtures, "float64", "cdist", torch.cdist, lambda: [real(3, 2, dtype=double), real(2, 2, dtype=double)])
    for shape in [(1, 3), (0, 3), (3, 0)]:
        # Without gradients: that of an empty result ends PyTorch 2.15 with a segmentation fault.
        record(fixtures, "x".join(map(str, shape)), "pdist", functional.pdist, lambda: [real(*shape)], no_gradient=(0,))
    cases = {"plain": {}, "p1": {"p": 1.0}, "p3": {"p": 3.0, "eps": 0.0}, "inf": {"p": inf}, "keepdim": {"keepdim": True}}
    for name, options in cases.items():
        record(fixtures, name, "pairwiseDistance", lambda x, y: functional.pairwise_distance(x, y, **options), lambda: [real(3, 4), real(3, 4)], options)
    record(fixtures, "0d", "pairwiseDistance", functional.pairwise_distance, lambda: [real(), real()])
    record(fixtures, "int32", "pairwiseDistance", functional.pairwise_distance, lambda: [integers(3, 4), integers(4)])
    for name, options in {"plain": {}, "dim0": {"dim": 0}, "last": {"dim": -1, "eps": 0.5}}.items():
        record(fixtures, name, "cosineSimilarity", lambda x, y: functional.cosine_similarity(x, y, **options), lambda: [real(3, 4), real(3, 4)], options)
    record(fixtures, "zeros", "cosineSimilarity", functional.cosine_similarity, lambda: [torch.zeros(2, 3), real(2, 3)])
    record(fixtures, "large", "cosineSimilarity", functional.cosine_similarity, lambda: [real(2, 3) * 1e15, real(3) * 1e15])
    record(fixtures, "mixed", "cosineSimilarity", functional.cosine_similarity, lambda: [real(2, 3), real(2, 3, dtype=double)])
    for name, options in {"plain": {}, "p1": {"p": 1.0, "dim": 0}, "p3": {"p": 3.0}, "inf": {"p": inf}, "both": {"dim": [0, 1]}, "eps": {"eps": 100.0}}.items():
        record(fixtures, name, "normalize", lambda x: functional.normalize(x, **options), lambda: [real(3, 4)], options)
    record(fixtures, "zeros", "normalize", functional.normalize, lambda: [torch.zeros(2, 3)])
    short = lambda *shape: real(*shape) * torch.tensor([1e-10, 1e-9])
    record(fixtures, "short", "cosineSimilarity", functional.cosine_similarity, lambda: [short(3, 2), real(3, 2)])
    record(fixtures, "short-both", "cosineSimilarity", functional.cosine_similarity, lambda: [short(3, 2), short(3, 2)])
    record(fixtures, "p-half", "normalize", lambda x: functional.normalize(x, p=0.5, dim=1), lambda: [real(5, 3)], {"p": 0.5})
    record(fixtures, "specials", "normalize", functional.normalize, lambda: [torch.tensor([[inf, 1.0], [nan, 1.0], [1e-20, 0.0]])])
