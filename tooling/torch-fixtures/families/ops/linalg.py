"""torch.linalg: factorizations by what does not depend on free signs, U·tanh(S)·V, and most in float64, where PyTorch is exact."""

import math

import torch
from torch import linalg

from families.op_case import integers, real, record

double = torch.float64
inf = math.inf


def regular(*shape, dtype=double):
    return real(*shape, dtype=dtype) + 4 * torch.eye(shape[-1], dtype=dtype)


def symmetric(*shape, dtype=double):
    matrix = real(*shape, dtype=dtype)
    return matrix + matrix.mT


def positive(*shape, dtype=double):
    matrix = real(*shape, dtype=dtype)
    return matrix @ matrix.mT + 2 * torch.eye(shape[-1], dtype=dtype)


def recombined(u, s, v):
    return u * s.tanh().unsqueeze(-2) @ v


def eigh(uplo):
    def compute(a):
        values, vectors = linalg.eigh(a, UPLO=uplo)
        return recombined(vectors, values, vectors.mT), values

    return compute


def svd(a):
    u, s, v = linalg.svd(a, full_matrices=False)
    return recombined(u, s, v), s


def name_of(*shapes):
    return "-".join("x".join(map(str, shape)) for shape in shapes)


squares = [(3, 3), (1, 1), (2, 3, 3), (2, 1, 2, 2), (6, 6), (0, 0), (0, 2, 2)]
matrices = [(3, 3), (4, 2), (2, 4), (2, 3, 2), (1, 1), (6, 5)]


def write(fixtures):
    for shape in squares:
        name = name_of(shape)
        record(fixtures, name, "linalg.inv", linalg.inv, lambda: [regular(*shape)])
        record(fixtures, name, "linalg.det", linalg.det, lambda: [real(*shape, dtype=double)])
        record(fixtures, name, "linalg.slogdet", lambda a: tuple(linalg.slogdet(a))[::-1], lambda: [real(*shape, dtype=double)])
        for upper in [False, True]:
            record(fixtures, f"{name}-{upper}", "linalg.cholesky", lambda a: linalg.cholesky(a, upper=upper), lambda: [positive(*shape)], {"upper": upper})
        for uplo in ["L", "U"]:
            record(fixtures, f"{name}-{uplo}", "linalg.eigh", eigh(uplo), lambda: [symmetric(*shape)], {"UPLO": uplo})
        record(fixtures, name, "linalg.eigvalsh", linalg.eigvalsh, lambda: [symmetric(*shape)])
    record(fixtures, "lower-alone", "linalg.eigvalsh", linalg.eigvalsh, lambda: [real(3, 3, dtype=double)])
    record(fixtures, "lower-alone", "linalg.cholesky", linalg.cholesky, lambda: [positive(3, 3).tril() + real(3, 3, dtype=double).triu(1)])
    record(fixtures, "float32", "linalg.inv", linalg.inv, lambda: [regular(3, 3, dtype=torch.float32)])
    record(fixtures, "float32", "linalg.det", linalg.det, lambda: [regular(3, 3, dtype=torch.float32)])
    record(fixtures, "float32", "linalg.cholesky", linalg.cholesky, lambda: [positive(3, 3, dtype=torch.float32)], no_gradient=(0,))
    record(fixtures, "singular", "linalg.det", linalg.det, lambda: [torch.ones(3, 3, dtype=double)], no_gradient=(0,))
    record(fixtures, "singular", "linalg.slogdet", lambda a: tuple(linalg.slogdet(a))[::-1], lambda: [torch.zeros(2, 2)], no_gradient=(0,))
    record(fixtures, "large", "linalg.slogdet", lambda a: tuple(linalg.slogdet(a))[::-1], lambda: [torch.eye(40, dtype=double) * -1e200])
    write_systems(fixtures)
    write_rectangles(fixtures)
    write_norms(fixtures)
    write_products(fixtures)


def write_systems(fixtures):
    cases = [((3, 3), (3, 2), {}), ((3, 3), (3,), {}), ((3, 3), (2, 3), {"left": False}), ((2, 3, 3), (2, 3), {}), ((2, 1, 2, 2), (3, 2, 2), {}), ((3, 3), (4, 3, 1), {}), ((0, 0), (0, 2), {})]
    for a, b, options in cases:
        record(fixtures, name_of(a, b), "linalg.solve", lambda x, y: linalg.solve(x, y, **options), lambda: [regular(*a), real(*b, dtype=double)], options)
    for upper in [False, True]:
        for unit in [False, True]:
            options = {"upper": upper, "unitriangular": unit}
            record(fixtures, f"{upper}-{unit}", "linalg.solveTriangular", lambda x, y: linalg.solve_triangular(x, y, **options), lambda: [regular(3, 3), real(3, 2, dtype=double)], options)
            right = {**options, "left": False}
            record(fixtures, f"{upper}-{unit}-right", "linalg.solveTriangular", lambda x, y: linalg.solve_triangular(x, y, **right), lambda: [regular(2, 3, 3), real(4, 3, dtype=double)], right)
    zero = {"upper": True}
    record(fixtures, "zero", "linalg.solveTriangular", lambda x, y: linalg.solve_triangular(x, y, **zero), lambda: [torch.tensor([[1.0, 2.0], [0.0, 0.0]]), torch.tensor([[1.0], [2.0]])], zero, no_gradient=(0, 1))


def write_rectangles(fixtures):
    for shape in matrices:
        name = name_of(shape)
        make = lambda: [real(*shape, dtype=double)]
        for second in [False, True]:
            order = -1 if second else 1
            record(fixtures, f"{name}-{second}", "linalg.qr", lambda a: tuple(linalg.qr(a))[::order], make, {"mode": "reduced", "second": second})
        record(fixtures, f"{name}-complete", "linalg.qr", lambda a: tuple(linalg.qr(a, mode="complete")), make, {"mode": "complete"}, no_gradient=(0,))
        record(fixtures, f"{name}-r", "linalg.qr", lambda a: tuple(linalg.qr(a, mode="r")), make, {"mode": "r"}, no_gradient=(0,))
        record(fixtures, name, "linalg.svd", svd, make)
        record(fixtures, name, "linalg.svdvals", linalg.svdvals, make)
        record(fixtures, name, "linalg.pinv", linalg.pinv, make)
        record(fixtures, name, "linalg.matrixRank", lambda a: linalg.matrix_rank(a).int(), make, no_gradient=(0,))
    low = lambda: [real(4, 2, dtype=double) @ real(2, 5, dtype=double)]
    record(fixtures, "low", "linalg.pinv", linalg.pinv, low)
    record(fixtures, "low", "linalg.svdvals", linalg.svdvals, low, no_gradient=(0,))
    record(fixtures, "low", "linalg.matrixRank", lambda a: linalg.matrix_rank(a).int(), low, no_gradient=(0,))
    for options in [{"rtol": 0.3}, {"atol": 1.0}, {"hermitian": True}]:
        name = next(iter(options))
        record(fixtures, name, "linalg.pinv", lambda a: linalg.pinv(a, **options), lambda: [symmetric(4, 4)], options)
        record(fixtures, name, "linalg.matrixRank", lambda a: linalg.matrix_rank(a, **options).int(), lambda: [symmetric(4, 4)], options, no_gradient=(0,))
    for a, b in [((4, 2), (4, 3)), ((2, 4), (2, 1)), ((2, 3, 2), (2, 3, 1)), ((3, 3), (3, 2)), ((2, 3, 2), (2, 3))]:
        record(fixtures, name_of(a, b), "linalg.lstsq", lambda x, y: (linalg.lstsq(x, y).solution,), lambda: [real(*a, dtype=double), real(*b, dtype=double)])


def write_norms(fixtures):
    for order in [0, 0.5, 1, 1.5, 2, 3, inf, -1, -inf]:
        make = lambda: [real(3, 4, dtype=double)]
        # Of 0 PyTorch has an undefined gradient, where ours is zeros.
        flat = (0,) if order == 0 else ()
        named = {"ord": order}
        record(fixtures, f"{order}", "linalg.vectorNorm", lambda x: linalg.vector_norm(x, order), make, named, no_gradient=flat)
        named = {"ord": order, "dim": 0, "keepdim": True}
        record(fixtures, f"{order}-dim", "linalg.vectorNorm", lambda x: linalg.vector_norm(x, order, dim=0, keepdim=True), make, named, no_gradient=flat)
        if order >= 0:
            zeros = lambda: [torch.tensor([[0.0, 0.0], [1.0, -1.0], [0.0, 2.0]])]
            record(fixtures, f"{order}-kinks", "linalg.vectorNorm", lambda x: linalg.vector_norm(x, order, dim=1), zeros, {"ord": order, "dim": 1}, no_gradient=flat)
    record(fixtures, "specials", "linalg.vectorNorm", lambda x: linalg.vector_norm(x, 2, dim=1), lambda: [torch.tensor([[inf, 1.0], [math.nan, 1.0], [-inf, inf]])], {"ord": 2, "dim": 1})
    record(fixtures, "dtype", "linalg.vectorNorm", lambda x: linalg.vector_norm(x, 2, dtype=double), lambda: [real(3, 4)], {"ord": 2, "dtype": "float64"})
    record(fixtures, "empty", "linalg.vectorNorm", lambda x: linalg.vector_norm(x, 2), lambda: [real(0)], {"ord": 2})
    for order in ["fro", "nuc", 1, -1, 2, -2, inf, -inf]:
        record(fixtures, f"{order}", "linalg.matrixNorm", lambda a: linalg.matrix_norm(a, order), lambda: [real(2, 3, 4, dtype=double)], {"ord": order})
        named = {"ord": order, "dim": [2, 0], "keepdim": True}
        record(fixtures, f"{order}-dim", "linalg.matrixNorm", lambda a: linalg.matrix_norm(a, order, dim=(2, 0), keepdim=True), lambda: [real(2, 3, 4, dtype=double)], named)
        # By an inverse PyTorch 2.15 has no gradient: it writes over what that needs.
        record(fixtures, f"{order}", "linalg.cond", lambda a: linalg.cond(a, order), lambda: [regular(3, 3)], {"p": order}, no_gradient=() if order in (2, -2) else (0,))
    record(fixtures, "default", "linalg.cond", linalg.cond, lambda: [real(3, 2, dtype=double)])
    record(fixtures, "singular", "linalg.cond", lambda a: linalg.cond(a, 1), lambda: [torch.zeros(2, 2, 2)], {"p": 1}, no_gradient=(0,))
    for name, (shape, order, options) in {
        "all": ((2, 3, 2), None, {}),
        "vector": ((3,), 3, {}),
        "matrix": ((3, 2), 2, {}),
        "dim": ((3, 2), 1, {"dim": 0}),
        "dims": ((2, 3, 2), "fro", {"dim": [0, 2]}),
        "dims-none": ((2, 3, 2), None, {"dim": [0, 2], "keepdim": True}),
        "0d": ((), None, {}),
    }.items():
        given = {"ord": order, **options}
        record(fixtures, name, "linalg.norm", lambda a: linalg.norm(a, order, **options), lambda: [real(*shape, dtype=double)], given)


def write_products(fixtures):
    for n in [0, 1, 2, 3, 7, -1, -3]:
        record(fixtures, f"{n}", "linalg.matrixPower", lambda a: linalg.matrix_power(a, n), lambda: [regular(2, 3, 3)], {"n": n}, no_gradient=(0,) if n == 0 else ())
    for name, size, shape in [("small", 0.1, (3, 3)), ("middling", 1.0, (2, 3, 3)), ("large", 6.0, (4, 4)), ("skew", 3.0, (5, 5)), ("one", 2.0, (1, 1)), ("empty", 1.0, (2, 0, 0))]:
        skewed = lambda: [(lambda a: a - a.mT if name == "skew" else a)(size * real(*shape, dtype=double))]
        record(fixtures, name, "linalg.matrixExp", linalg.matrix_exp, skewed)
    record(fixtures, "nan", "linalg.matrixExp", linalg.matrix_exp, lambda: [torch.tensor([[1.0, math.nan], [0.0, 1.0]])], no_gradient=(0,))
    for shape, factors in [((4, 2), 2), ((3, 3), 3), ((2, 5, 4), 2), ((3, 2), 0), ((4, 0), 0)]:
        given = lambda: [real(*shape, dtype=double), real(*shape[:-2], factors, dtype=double)]
        record(fixtures, name_of(shape, (factors,)), "linalg.householderProduct", linalg.householder_product, given, no_gradient=(0, 1) if factors == 0 else ())
    record(fixtures, "int32", "linalg.matrixPower", lambda a: linalg.matrix_power(a, 3), lambda: [integers(3, 3)], {"n": 3})
    for shapes in [((3,), (3,)), ((3,), (3, 4), (4,)), ((2, 5), (5, 4), (4, 1)), ((2, 3), (3,)), ((2, 6), (6, 1), (1, 5), (5, 3))]:
        record(fixtures, name_of(*shapes), "linalg.multiDot", lambda *given: linalg.multi_dot(given), lambda: [real(*shape, dtype=double) for shape in shapes])
    record(fixtures, "rows", "linalg.cross", linalg.cross, lambda: [real(2, 3), real(1, 3)])
    record(fixtures, "columns", "linalg.cross", lambda a, b: linalg.cross(a, b, dim=0), lambda: [real(3, 2), real(3, 2)], {"dim": 0})
