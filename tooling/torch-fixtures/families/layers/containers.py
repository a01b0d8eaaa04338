"""Flatten, Unflatten, Identity, CosineSimilarity, PairwiseDistance."""

import torch
from torch import nn

from families.layers import layer


def write(fixtures):
    for dtype in (torch.float32, torch.float64):
        layer(fixtures, nn.Flatten, [], {}, lambda: [torch.randn(3, 2, 4, dtype=dtype)], dtype=dtype)
        layer(fixtures, nn.Flatten, [0, 1], {}, lambda: [torch.randn(3, 2, 4, dtype=dtype)], dtype=dtype)
        layer(fixtures, nn.Unflatten, [1, (2, 3)], {}, lambda: [torch.randn(3, 6, 2, dtype=dtype)], dtype=dtype)
        layer(fixtures, nn.Unflatten, [-1, (2, -1)], {}, lambda: [torch.randn(3, 6, dtype=dtype)], dtype=dtype)
        layer(fixtures, nn.Identity, [], {}, lambda: [torch.randn(3, dtype=dtype)], dtype=dtype)
        pair = lambda: [torch.randn(4, 3, dtype=dtype), torch.randn(4, 3, dtype=dtype)]
        layer(fixtures, nn.CosineSimilarity, [], {}, pair, dtype=dtype)
        layer(fixtures, nn.CosineSimilarity, [0, 1e-6], {}, pair, dtype=dtype)
        layer(fixtures, nn.PairwiseDistance, [], {}, pair, dtype=dtype)
        layer(fixtures, nn.PairwiseDistance, [1.0], {"keepdim": True}, pair, dtype=dtype)
    layer(fixtures, nn.Flatten, [], {"start_dim": 0}, lambda: [torch.randn(3, 2)])
    layer(fixtures, nn.Identity, [54], {"unused": 1}, lambda: [torch.randn(3)])
    layer(fixtures, nn.CosineSimilarity, [], {"dim": -1}, lambda: [torch.randn(2, 1, 3), torch.randn(4, 3)], name="broadcast")
