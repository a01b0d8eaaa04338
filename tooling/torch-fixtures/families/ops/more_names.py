"""Names that scripts use now and then: parts written anew, strided views, windows, norms of slices, blocks and places."""

import torch

from families.op_case import checked, integers, real, record, truths

double = torch.float64


def write(fixtures):
    write_parts(fixtures)
    write_windows(fixtures)
    write_rest(fixtures)
    write_factors(fixtures)


def write_parts(fixtures):
    for name, arguments in {"windows": ([3, 3], [2, 1], 0), "shifted": ([2, 2], [3, 1], 1), "repeated": ([4, 2], [0, 3], 0)}.items():
        size, stride, start = arguments
        record(fixtures, name, "asStrided", lambda x: x.as_strided(size, stride, start), lambda: [real(7)], {"size": size, "stride": stride, "storageOffset": start})
    # PyTorch gives the input the gradient of what was written over, and none of what stayed.
    record(fixtures, "diagonal", "asStridedScatter", lambda x, s: torch.as_strided_scatter(x, s, [3], [4]), lambda: [real(3, 3), real(3)], {"size": [3], "stride": [4]}, no_gradient=(0,))
    record(fixtures, "right", "diagonalScatter", lambda x, s: torch.diagonal_scatter(x, s, 1), lambda: [real(3, 4), real(3)], {"offset": 1, "dim1": 0, "dim2": 1})
    record(fixtures, "row", "selectScatter", lambda x, s: torch.select_scatter(x, s, 0, -1), lambda: [real(3, 4), real(4)], {"dim": 0, "index": -1})
    record(fixtures, "steps", "sliceScatter", lambda x, s: torch.slice_scatter(x, s, 1, 1, 6, 2), lambda: [real(2, 6), real(2, 3)], {"dim": 1, "start": 1, "end": 6, "step": 2})
    record(fixtures, "rows", "narrowCopy", lambda x: torch.narrow_copy(x, 0, 1, 2), lambda: [integers(4, 3)], {"dim": 0, "start": 1, "length": 2})
    for wrap in (False, True):
        for shape in ((7, 3), (3, 7), (4, 4), (3, 3, 3), (5, 4)):
            record(fixtures, f"{'x'.join(map(str, shape))}-{wrap}", "fillDiagonal_", lambda x: x.clone().fill_diagonal_(5, wrap), lambda: [real(*shape)], {"value": 5, "wrap": wrap})
    for offset in (0, -1):
        record(fixtures, f"offset{offset}", "diagflat", lambda x: torch.diagflat(x, offset), lambda: [real(2, 2)], {"offset": offset})
    record(fixtures, "row", "sumToSize", lambda x: x.sum_to_size(1, 4), lambda: [real(3, 4)], {"size": [1, 4]})
    record(fixtures, "vector", "sumToSize", lambda x: x.sum_to_size(4), lambda: [real(2, 3, 4)], {"size": [4]})


def write_windows(fixtures):
    windows = {
        "hannWindow": torch.hann_window, "hammingWindow": torch.hamming_window, "blackmanWindow": torch.blackman_window,
        "bartlettWindow": torch.bartlett_window, "kaiserWindow": torch.kaiser_window,
    }  # fmt: skip
    for op, compute in windows.items():
        for length in (0, 1, 2, 9, 16):
            for periodic in (True, False):
                record(fixtures, f"{length}-{periodic}", op, lambda: compute(length, periodic=periodic), lambda: [], {"length": length, "periodic": periodic})
        record(fixtures, "float64", op, lambda: compute(7, dtype=double), lambda: [], {"length": 7, "dtype": "float64"})
    record(fixtures, "alpha", "hammingWindow", lambda: torch.hamming_window(9, True, 0.5, 0.3), lambda: [], {"length": 9, "alpha": 0.5, "beta": 0.3})
    record(fixtures, "beta", "kaiserWindow", lambda: torch.kaiser_window(9, True, 3.0), lambda: [], {"length": 9, "beta": 3})


def write_rest(fixtures):
    for p, dim, most in ((2, 0, 1.0), (1, 1, 2.0), (3, -1, 1.5), (2, 0, 100.0)):
        record(fixtures, f"p{p}-{dim}-{most}", "renorm", lambda x: torch.renorm(x, p, dim, most), lambda: [real(4, 3)], {"p": p, "dim": dim, "maxnorm": most}, second=p == 2)
    for p in (0, 1, 2, 3, float("inf")):
        record(fixtures, f"p{p}", "dist", lambda a, b: torch.dist(a, b, p), lambda: [real(3, 4), real(4)], {"p": p}, no_gradient=(0, 1) if p == 0 else ())
    holed = lambda: [torch.tensor([[1.0, torch.nan, 3.0], [1.0, 2.0, 2.0], [0.1, 0.1, 0.0], [torch.inf, 1.0, 1.0]])]  # noqa: E731
    for p in (1, 2, torch.inf):
        record(fixtures, f"nan p{p}", "renorm", lambda x: torch.renorm(x, p, 0, 1.0), holed, {"p": p, "dim": 0, "maxnorm": 1.0})
        gone = lambda: [torch.tensor([1.0, torch.nan, 3.0]), torch.ones(3)]  # noqa: E731
        record(fixtures, f"nan p{p}", "dist", lambda a, b: torch.dist(a, b, p), gone, {"p": p})
    record(fixtures, "alike", "dist", torch.dist, lambda: [torch.ones(3), torch.ones(3)], {"p": 2})
    record(fixtures, "mixed", "blockDiag", torch.block_diag, lambda: [real(2, 3), integers(2), torch.tensor(3.0), torch.ones(0)])
    for r in (0, 1, 2, 3, 5):
        for again in (False, True):
            record(fixtures, f"{r}-{again}", "combinations", lambda x: torch.combinations(x, r, again), lambda: [real(4)], {"r": r, "withReplacement": again})
    for accumulate in (False, True):
        places = lambda: [real(3, 4), torch.tensor([0, -1, 5], dtype=torch.int32), real(3)]  # noqa: E731
        record(fixtures, str(accumulate), "put", lambda x, i, s: torch.put(x, i.long(), s, accumulate), places, {"accumulate": accumulate})
    record(fixtures, "three", "unravelIndex", lambda x: tuple(one.int() for one in torch.unravel_index(x.long(), (2, 3, 4))), lambda: [checked(torch.randint(0, 24, (2, 5))).int()], {"shape": [2, 3, 4]})
    record(fixtures, "more", "nonzeroStatic", lambda x: torch.nonzero_static(x, size=9).int(), lambda: [truths(2, 3)], {"size": 9})
    record(fixtures, "less", "nonzeroStatic", lambda x: torch.nonzero_static(x, size=2, fill_value=5).int(), lambda: [torch.ones(2, 3, dtype=torch.bool)], {"size": 2, "fillValue": 5})
    same = {"real": torch.real, "conj": torch.conj, "positive": torch.positive, "angle": torch.angle}
    for op, compute in same.items():
        record(fixtures, "float32", op, compute, lambda: [torch.cat([real(6), torch.tensor([torch.inf, -torch.inf, torch.nan])])])
    record(fixtures, "int32", "angle", torch.angle, lambda: [integers(5)])
    record(fixtures, "int32", "positive", torch.positive, lambda: [integers(5)])
    record(fixtures, "float32", "isreal", torch.isreal, lambda: [torch.tensor([1.0, torch.nan])], no_gradient=(0,))
    record(fixtures, "float32", "rsub", torch.rsub, lambda: [real(3, 4), real(4)])
    record(fixtures, "a number", "rsub", lambda x, three: torch.rsub(x, three), lambda: [real(3), 3])


def write_factors(fixtures):
    for upper in (False, True):
        triangle = torch.triu if upper else torch.tril

        # Through the triangle: PyTorch gives gradients to the other as well, which it does not read.
        def factor(*batch):
            return triangle(real(*batch, 3, 3) * 0.3 + 2 * torch.eye(3))

        arguments = {"upper": upper}
        record(fixtures, f"upper-{upper}", "choleskySolve", lambda b, f: torch.cholesky_solve(b, triangle(f), upper), lambda: [real(3, 2), factor()], arguments)
        record(fixtures, f"batch-{upper}", "choleskySolve", lambda b, f: torch.cholesky_solve(b, triangle(f), upper), lambda: [real(2, 3, 1), factor(2)], arguments)
        record(fixtures, f"upper-{upper}", "choleskyInverse", lambda f: torch.cholesky_inverse(triangle(f), upper), lambda: [factor()], arguments)
        record(fixtures, f"batch-{upper}", "choleskyInverse", lambda f: torch.cholesky_inverse(triangle(f), upper), lambda: [factor(2)], arguments)
