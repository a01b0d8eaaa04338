"""Linear."""

import torch
from torch import nn

from families.layers import layer


def write(fixtures):
    for arguments, options in [([3, 4], {}), ([3, 1], {"bias": False})]:
        for dtype in (torch.float32, torch.float64):
            layer(fixtures, nn.Linear, arguments, options, lambda: [torch.randn(5, 3, dtype=dtype)], dtype=dtype)
    layer(fixtures, nn.Linear, [3, 4], {}, lambda: [torch.randn(3)], name="unbatched")
    layer(fixtures, nn.Linear, [3, 4], {}, lambda: [torch.randn(0, 3)], name="empty")
