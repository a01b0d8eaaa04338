"""What PyTorch has of linalg at top level by another name."""

import torch

from families.op_case import real, record

double = torch.float64


def regular(*shape, dtype=double):
    return real(*shape, dtype=dtype) + 4 * torch.eye(shape[-1], dtype=dtype)


def write(fixtures):
    for shape in [(3, 3), (2, 3, 3), (0, 0), (0, 2, 2)]:
        name = "x".join(map(str, shape))
        record(fixtures, name, "logdet", torch.logdet, lambda: [regular(*shape)])
        record(fixtures, name, "inverse", torch.inverse, lambda: [regular(*shape)])
    record(fixtures, "signs", "logdet", torch.logdet, lambda: [torch.tensor([[[0.0, 1.0], [1.0, 0.0]], [[1.0, 2.0], [2.0, 4.0]]])], no_gradient=(0,))
    record(fixtures, "float32", "inverse", torch.inverse, lambda: [regular(3, 3, dtype=torch.float32)])
    for shape in [(3, 2), (2, 3, 3), (2, 4)]:
        record(fixtures, "x".join(map(str, shape)), "pinverse", torch.pinverse, lambda: [real(*shape, dtype=double)])
    nearly = torch.diag(torch.tensor([1.0, 1e-2, 1e-4], dtype=double))
    record(fixtures, "share", "pinverse", lambda a: torch.pinverse(a, 1e-3), lambda: [nearly], {"rcond": 1e-3}, no_gradient=(0,))
