"""Convolutions in one to three directions, transposed ones, Unfold and Fold."""

import torch
from torch import nn

from families.layers import layer

double = torch.float64
sizes = {1: (9,), 2: (6, 5), 3: (4, 5, 3)}
odd = {1: 3, 2: (3, 2), 3: (2, 3, 2)}

plain = [
    ([4, 6], {}),
    ([4, 6], {"stride": 2, "padding": 1, "bias": False}),
    ([4, 6], {"padding": "valid", "dilation": 2}),
    ([4, 2], {"groups": 2, "padding": 2, "dilation": 2}),
    ([4, 4], {"groups": 4, "padding": "same"}),
    ([2, 3], {"padding": "same", "padding_mode": "circular"}),
    ([2, 3], {"padding": 1, "padding_mode": "reflect", "stride": 2}),
    ([2, 3], {"padding": 2, "padding_mode": "replicate"}),
]

transposed = [
    ([4, 6], {}),
    ([4, 6], {"stride": 2, "padding": 1, "output_padding": 1, "bias": False}),
    ([4, 2], {"groups": 2, "dilation": 2}),
    ([4, 4], {"groups": 4, "stride": 3, "output_padding": 2}),
]


def write(fixtures):
    for rank in (1, 2, 3):
        make = getattr(nn, f"Conv{rank}d")
        size = sizes[rank]
        for channels, options in plain:
            layer(fixtures, make, [*channels, odd[rank]], options, lambda: [torch.randn(2, channels[0], *size)])
        layer(fixtures, make, [3, 5, odd[rank]], {}, lambda: [torch.randn(3, *size)], name="unbatched")
        layer(fixtures, make, [2, 3, odd[rank]], {"padding": "same", "padding_mode": "replicate"}, lambda: [torch.randn(2, *size)], name="unbatched")
        layer(fixtures, make, [3, 5, odd[rank]], {}, lambda: [torch.randn(0, 3, *size)], name="empty")
        layer(fixtures, make, [3, 2, odd[rank]], {"stride": 2}, lambda: [torch.randn(2, 3, *size, dtype=double)], dtype=double)
        make = getattr(nn, f"ConvTranspose{rank}d")
        small = tuple(value - 1 for value in size)
        for channels, options in transposed:
            layer(fixtures, make, [*channels, odd[rank]], options, lambda: [torch.randn(2, channels[0], *small)])
        layer(fixtures, make, [3, 5, odd[rank]], {}, lambda: [torch.randn(3, *small)], name="unbatched")
        layer(fixtures, make, [3, 2, odd[rank]], {}, lambda: [torch.randn(0, 3, *small)], name="empty")
        layer(fixtures, make, [3, 2, odd[rank]], {"stride": 2}, lambda: [torch.randn(2, 3, *small, dtype=double)], dtype=double)
        kernel = odd[rank] if rank > 1 else (odd[rank],)
        wanted = [(value - 1) * 2 + window + 1 for value, window in zip(small, kernel)]
        layer(fixtures, make, [3, 2, odd[rank]], {"stride": 2}, lambda: [torch.randn(2, 3, *small)], name="sized", call={"output_size": wanted})
    layer(fixtures, nn.ConvTranspose2d, [8, 3, 4, 2, 1], {"bias": False}, lambda: [torch.randn(2, 8, 4, 4)])
    layer(fixtures, nn.ConvTranspose2d, [2, 3, (2, 3), (1, 2), (0, 1), (0, 1), 1, True, (2, 1)], {}, lambda: [torch.randn(2, 2, 3, 4)])
    layer(fixtures, nn.Conv2d, [1, 4, 3, 1, 1, 2, 1, False], {}, lambda: [torch.randn(2, 1, 5, 6)])
    for arguments, options in [([3], {}), ([(2, 3)], {"padding": (1, 0), "stride": 2}), ([2], {"dilation": (1, 2)})]:
        layer(fixtures, nn.Unfold, arguments, options, lambda: [torch.randn(2, 3, 5, 6)])
    layer(fixtures, nn.Unfold, [2], {}, lambda: [torch.randn(3, 5, 6, dtype=double)], name="unbatched", dtype=double)
    for arguments, options in [([(5, 6), 3], {}), ([6, (2, 3)], {"padding": (1, 0), "stride": 2}), ([(5, 4), 2], {"dilation": (1, 2)})]:
        columns = nn.Unfold(*arguments[1:], **options)(torch.zeros(2, 3, *(arguments[0] if isinstance(arguments[0], tuple) else (6, 6)))).shape
        layer(fixtures, nn.Fold, arguments, options, lambda: [torch.randn(columns)])
    layer(fixtures, nn.Fold, [4, 2], {}, lambda: [torch.randn(12, 9, dtype=double)], name="unbatched", dtype=double)
