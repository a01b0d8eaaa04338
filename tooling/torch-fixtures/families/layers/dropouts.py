"""Dropout of units and of channels, and what keeps mean and variance for SELU."""

import warnings

import torch
from torch import nn

from families.layers import layer

warnings.filterwarnings("ignore", message=".*dropout.*")


def write(fixtures):
    shapes = {
        nn.Dropout: [(5, 7)],
        nn.Dropout1d: [(3, 5, 7), (5, 3)],
        nn.Dropout2d: [(3, 5, 3, 2), (2, 5, 3)],
        nn.Dropout3d: [(2, 3, 3, 1, 2), (3, 2, 1, 2)],
        nn.AlphaDropout: [(5, 7)],
        nn.FeatureAlphaDropout: [(3, 5, 3)],
    }
    for layer_class, sizes in shapes.items():
        for dtype in (torch.float32, torch.float64):
            for at, size in enumerate(sizes):
                layer(fixtures, layer_class, [0.3], {}, lambda size=size: [torch.randn(*size, dtype=dtype)], name=f"of {len(size)} dimensions", dtype=dtype)
            layer(fixtures, layer_class, [], {}, lambda: [torch.randn(*sizes[0], dtype=dtype)], dtype=dtype)
