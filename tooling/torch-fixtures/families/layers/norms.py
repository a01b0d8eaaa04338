"""Batch, layer, group, instance and RMS norm, local response norm; and what becomes of running statistics."""

import torch
from torch import nn

from families.layers import layer


def learnt(made):
    """Weights and averages that are not ones and zeros."""
    for parameter in made.parameters():
        parameter.copy_(torch.randn(parameter.shape, dtype=parameter.dtype))
    if getattr(made, "running_mean", None) is not None:
        made.running_mean.copy_(torch.randn(made.running_mean.shape))
        made.running_var.copy_(torch.rand(made.running_var.shape) + 0.5)
        made.num_batches_tracked.fill_(3)


def write(fixtures):
    def case(layer_class, arguments, options, *shape, name="", dtype=torch.float32, far=0, perturb=learnt):
        layer(fixtures, layer_class, arguments, options, lambda: [torch.randn(shape, dtype=dtype) + far], name=name, dtype=dtype, perturb=perturb)

    for dtype in (torch.float32, torch.float64):
        case(nn.BatchNorm1d, [5], {}, 7, 5, dtype=dtype)
        case(nn.BatchNorm2d, [3], {}, 4, 3, 5, 6, dtype=dtype)
        case(nn.LayerNorm, [6], {}, 4, 5, 6, dtype=dtype)
        case(nn.GroupNorm, [2, 6], {}, 3, 6, 4, 5, dtype=dtype)
        case(nn.InstanceNorm2d, [3], {}, 4, 3, 5, 6, dtype=dtype)
        case(nn.RMSNorm, [6], {}, 4, 5, 6, dtype=dtype)
    case(nn.BatchNorm2d, [3], {}, 4, 3, 5, 6, name="first", perturb=None)
    case(nn.BatchNorm1d, [3], {}, 4, 3, 5, name="sequences")
    case(nn.BatchNorm3d, [2], {}, 3, 2, 2, 3, 4)
    case(nn.BatchNorm2d, [16], {}, 8, 16, 8, 8, name="wide")
    case(nn.BatchNorm2d, [3], {"eps": 1e-3, "momentum": 0.3}, 2, 3, 3, 3)
    case(nn.BatchNorm2d, [3], {"momentum": None}, 2, 3, 3, 3)
    case(nn.BatchNorm2d, [3], {"affine": False}, 2, 3, 3, 3)
    case(nn.BatchNorm2d, [3], {"bias": False}, 2, 3, 3, 3)
    case(nn.BatchNorm2d, [3], {"track_running_stats": False}, 2, 3, 3, 3)
    case(nn.BatchNorm2d, [3], {"affine": False, "track_running_stats": False}, 2, 3, 3, 3)
    case(nn.BatchNorm2d, [2], {}, 5, 2, 3, 3, name="far", dtype=torch.float64, far=1e4)
    case(nn.SyncBatchNorm, [3], {}, 2, 3, 3, 3)
    case(nn.SyncBatchNorm, [3], {}, 6, 3, name="vectors")
    case(nn.LayerNorm, [[3, 4]], {}, 2, 3, 4)
    case(nn.LayerNorm, [[3, 4]], {"eps": 1e-2, "elementwise_affine": False}, 2, 5, 3, 4)
    case(nn.LayerNorm, [6], {"bias": False}, 4, 6)
    case(nn.LayerNorm, [6], {}, 6, name="alone")
    case(nn.LayerNorm, [40], {}, 33, 40, name="rows")
    case(nn.LayerNorm, [6], {}, 4, 6, name="first", perturb=None)
    case(nn.LayerNorm, [8], {}, 4, 8, name="far", dtype=torch.float64, far=1e4)
    case(nn.GroupNorm, [3, 6], {}, 2, 6, dtype=torch.float64, name="vectors")
    case(nn.GroupNorm, [1, 4], {"eps": 1e-3}, 2, 4, 5)
    case(nn.GroupNorm, [4, 4], {"affine": False}, 2, 4, 3, 3)
    case(nn.GroupNorm, [2, 4], {"bias": False}, 2, 4, 3, 3)
    case(nn.InstanceNorm1d, [3], {"affine": True}, 2, 3, 5)
    case(nn.InstanceNorm1d, [3], {}, 3, 5, name="unbatched")
    case(nn.InstanceNorm2d, [3], {"affine": True, "track_running_stats": True}, 4, 3, 3, 5)
    case(nn.InstanceNorm2d, [3], {"affine": True, "track_running_stats": True, "momentum": 0.4}, 3, 3, 5, name="unbatched")
    case(nn.InstanceNorm3d, [2], {"eps": 1e-3}, 3, 2, 2, 3, 4)
    case(nn.RMSNorm, [[2, 3]], {"eps": 1e-2, "elementwise_affine": False}, 4, 2, 3)
    case(nn.RMSNorm, [6], {}, 4, 6, name="first", perturb=None)
    for shape in [(2, 7, 4), (2, 7, 3, 4), (2, 7, 2, 2, 2)]:
        case(nn.LocalResponseNorm, [3], {}, *shape, name=f"{len(shape)}d", perturb=None)
    case(nn.LocalResponseNorm, [4], {"alpha": 0.5, "beta": 0.5, "k": 2.0}, 2, 5, 3, 3, perturb=None)
