"""Factors by elimination, systems by them, and singular values of low rank."""

import torch

from families.op_case import real, record

double = torch.float64


def turned(*shape):
    """Rows are exchanged, and none is near another."""
    return torch.roll(real(*shape, dtype=double) + 4 * torch.eye(*shape[-2:], dtype=double), 1, -2)


def low_rank(*shape, rank):
    left, right = real(*shape[:-1], rank, dtype=double), real(*shape[:-2], shape[-1], rank, dtype=double)
    return left @ right.mT


def sizes(found):
    return found[0].abs(), found[1], found[2].abs()


def write(fixtures):
    for shape in [(3, 3), (2, 4, 4), (5, 3), (3, 5), (2, 2, 4), (0, 2, 2)]:
        name = "x".join(map(str, shape))
        record(fixtures, name, "linalg.luFactor", lambda a: tuple(torch.linalg.lu_factor(a)), lambda: [turned(*shape)])
        record(fixtures, name, "linalg.lu", lambda a: tuple(torch.linalg.lu(a)), lambda: [turned(*shape)])
        factors = lambda: [part.contiguous() for part in torch.linalg.lu_factor(turned(*shape))]  # noqa: E731
        record(fixtures, name, "luUnpack", lambda lu, p: tuple(torch.lu_unpack(lu, p)), factors)
    for shape, columns in [((3, 3), 2), ((2, 4, 4), 1)]:
        name = "x".join(map(str, shape))
        n = shape[-1]
        given = lambda: [part.contiguous() for part in torch.linalg.lu_factor(turned(*shape))]  # noqa: E731
        record(fixtures, name, "luSolve", lambda b, lu, p: torch.lu_solve(b, lu, p), lambda: [real(*shape[:-1], columns, dtype=double), *given()])
        for left in (True, False):
            for adjoint in (True, False):
                b = (*shape[:-1], columns) if left else (*shape[:-2], columns, n)
                record(fixtures, f"{name} {left} {adjoint}", "linalg.luSolve", lambda lu, p, b: torch.linalg.lu_solve(lu, p, b, left=left, adjoint=adjoint), lambda: [*given(), real(*b, dtype=double)], {"left": left, "adjoint": adjoint})
    for upper in (True, False):
        for transpose in (True, False):
            for unit in (True, False):
                kwargs = {"upper": upper, "transpose": transpose, "unitriangular": unit}
                triangle = lambda: [real(2, 3, 2, dtype=double), real(3, 3, dtype=double) + 3 * torch.eye(3, dtype=double)]  # noqa: E731
                record(fixtures, f"{upper} {transpose} {unit}", "triangularSolve", lambda b, a: tuple(torch.triangular_solve(b, a, **kwargs)), triangle, kwargs)
    record(fixtures, "tall", "svdLowrank", lambda a: sizes(torch.svd_lowrank(a, q=2)), lambda: [low_rank(7, 4, rank=2)], {"q": 2}, no_gradient=(0,))
    record(fixtures, "wide", "svdLowrank", lambda a: sizes(torch.svd_lowrank(a, q=3, niter=1)), lambda: [low_rank(2, 4, 6, rank=3)], {"q": 3, "niter": 1}, no_gradient=(0,))
    record(fixtures, "centered", "pcaLowrank", lambda a: sizes(torch.pca_lowrank(a, q=2)), lambda: [low_rank(9, 3, rank=2)], {"q": 2}, no_gradient=(0,))
    record(fixtures, "as it is", "pcaLowrank", lambda a: sizes(torch.pca_lowrank(a, center=False)), lambda: [low_rank(5, 3, rank=3)], {"center": False}, no_gradient=(0,))
    record(fixtures, "rows", "linalg.vecdot", torch.linalg.vecdot, lambda: [real(3, 4), real(4)], second=True)
    record(fixtures, "columns", "linalg.vecdot", lambda x, y: torch.linalg.vecdot(x, y, dim=0), lambda: [real(3, 4, dtype=double), real(3, 1, dtype=double)], {"dim": 0})
    record(fixtures, "a batch", "linalg.diagonal", lambda a: torch.linalg.diagonal(a, offset=1), lambda: [real(2, 3, 4)], {"offset": 1})
    record(fixtures, "in order", "linalg.tensorsolve", torch.linalg.tensorsolve, lambda: [turned(6, 6).reshape(2, 3, 6), real(2, 3, dtype=double)])
    record(fixtures, "moved", "linalg.tensorsolve", lambda a, b: torch.linalg.tensorsolve(a, b, dims=(0, 2)), lambda: [turned(6, 6).reshape(3, 2, 6).movedim(2, 1), real(6, dtype=double)], {"dims": [0, 2]})
