"""Initial weights: the reference net's, layers of odd shapes, and the truncated normal distribution.

Case "reference-net/seedS": {seed, parameters: {name: {shape, sum, and `values` whole, or `first` and `last` 16 where
large}}, nextRandom}. Layers: {seed, layer, arguments (as our constructors take them), parameters: {name: tensor}, nextRandom}.
Cases "fill/…": {seed, of (our name), shape, permute, dtype, arguments (by their names), output, nextRandom}.
Cases "truncNormal_/…": {seed, shape, permute (null, or dims), dtype, arguments: {mean, std, a, b}, output, nextRandom}.
"""

from itertools import product

import torch
from torch import nn

from families.reference_net import ReferenceNet

seed = 0
# Larger tensors are given by their ends and their sum.
largest_whole = 1000


def write(fixtures):
    for net_seed in (0, 42):
        torch.manual_seed(net_seed)
        parameters = {name: summary(value) for name, value in ReferenceNet().named_parameters()}
        fixtures.case(f"reference-net/seed{net_seed}", seed=net_seed, parameters=parameters, nextRandom=torch.rand(1).item())
    for inputs, outputs, bias in [(1, 1, True), (3, 5, True), (5, 3, False), (17, 1, True), (1, 16, True), (7, 13, True), (100, 3, True)]:
        name = f"Linear/{inputs}x{outputs}" + ("" if bias else "-nobias")
        layer(fixtures, name, nn.Linear, [inputs, outputs], {"bias": bias})
    for inputs, outputs, kernel, options in [
        (1, 1, 1, {}),
        (3, 5, 3, {}),
        (3, 5, 3, {"bias": False}),
        (3, 2, (2, 5), {}),
        (4, 6, 3, {"groups": 2}),
        (4, 8, 3, {"groups": 4, "bias": False}),
        (2, 4, (1, 3), {"stride": 2, "padding": 1, "dilation": 2}),
    ]:
        words = "".join(f"-{key}{value}" for key, value in options.items())
        name = f"Conv2d/{inputs}-{outputs}-{kernel}{words}".replace(" ", "")
        layer(fixtures, name, nn.Conv2d, [inputs, outputs, kernel], options)

    write_truncated(fixtures)
    write_fills(fixtures)


def write_truncated(fixtures):
    """More than 0.3 of the bell within [a, b]: drawn until all lie within; less: proposed evenly, and accepted by height."""
    bells = {
        "defaults": {},
        "narrow": {"std": 0.02},
        "vit": {"std": 0.02, "a": -0.04, "b": 0.04},
        "shifted": {"mean": 1.0, "std": 2.0, "a": -1.0, "b": 4.0},
        "one-sided": {"a": 0.0, "b": 2.0},
        "a-third": {"a": -0.4, "b": 0.4},
        "slice": {"a": -0.1, "b": 0.1},
        "slope": {"mean": 0.0, "std": 1.0, "a": 1.0, "b": 1.5},
        "tail": {"mean": 0.0, "std": 1.0, "a": 2.5, "b": 4.0},
        "below": {"mean": 3.0, "std": 1.0, "a": -2.0, "b": 0.5},
        "one-value": {"a": 0.5, "b": 0.5},
    }
    shapes = [((3, 5), None), ((40, 30), None), ((5, 9), (1, 0)), ((7,), None)]
    for (name, arguments), dtype, (shape, permute) in product(bells.items(), (torch.float32, torch.float64), shapes):
        dtype_name = "float32" if dtype == torch.float32 else "float64"
        torch.manual_seed(21)
        made = torch.empty(shape, dtype=dtype)
        target = made if permute is None else made.permute(permute)
        nn.init.trunc_normal_(target, **arguments)
        words = f"{'x'.join(map(str, shape))}{'' if permute is None else '-turned'}"
        fixtures.case(
            f"truncNormal_/{name}-{words}-{dtype_name}",
            seed=21,
            shape=list(shape),
            permute=permute,
            dtype=dtype_name,
            arguments={"mean": 0.0, "std": 1.0, "a": -2.0, "b": 2.0, **arguments},
            # Large ones by their beginning: what follows hangs on the same draws.
            output=target.flatten()[:64],
            nextRandom=torch.rand(1).item(),
        )


def write_fills(fixtures):
    """What looks at the shape alone, or at a matrix made of draws; into tensors that lie otherwise too."""
    square, wide, tall = (4, 4), (3, 5), (5, 3)
    kinds = {
        "eye_": [(shape, {}) for shape in (square, wide, tall, (1, 1), (0, 3))],
        "dirac_": [((3, 3, 3), {}), ((4, 2, 4), {}), ((6, 4, 3, 2), {}), ((6, 3, 3, 3), {"groups": 3}), ((4, 4, 2, 3, 3), {"groups": 2}), ((0, 2, 3), {})],
        "orthogonal_": [(square, {}), (wide, {"gain": 2.0}), (tall, {}), ((2, 3, 4), {}), ((12, 2, 2), {}), ((1, 7), {}), ((7, 1), {}), ((20, 30), {}), ((0, 3), {})],
        "sparse_": [(square, {"sparsity": 0.5}), (wide, {"sparsity": 0.1}), (tall, {"sparsity": 0.9, "std": 2.0}), ((4, 3), {"sparsity": 0.0}), ((4, 3), {"sparsity": 1.0})],
    }
    for name, calls in kinds.items():
        for (shape, arguments), dtype in product(calls, (torch.float32, torch.float64)):
            for turned in (False, True):
                # PyTorch makes no view of a turned tensor with one dimension less.
                if turned and name == "orthogonal_" and len(shape) > 2:
                    continue
                permute = list(range(len(shape)))[::-1] if turned else None
                # Of a turned tensor the shape is what is filled.
                made = torch.full(shape[::-1] if turned else shape, 9.0, dtype=dtype)
                target = made.permute(permute) if turned else made
                torch.manual_seed(31)
                getattr(nn.init, name)(target, **arguments)
                dtype_name = "float32" if dtype == torch.float32 else "float64"
                words = "".join(f"-{key}{value}" for key, value in arguments.items())
                fixtures.case(
                    f"fill/{name}-{'x'.join(map(str, shape))}{words}{'-turned' if turned else ''}-{dtype_name}",
                    seed=31,
                    of=name,
                    shape=list(made.shape),
                    permute=permute,
                    dtype=dtype_name,
                    arguments=arguments,
                    output=target.contiguous(),
                    nextRandom=torch.rand(1).item(),
                )


def summary(value):
    ends = {"values": value} if value.numel() <= largest_whole else {"first": value.flatten()[:16], "last": value.flatten()[-16:]}
    return {"shape": list(value.shape), "sum": value.double().sum().item(), **ends}


def layer(fixtures, name, layer_class, arguments, options):
    torch.manual_seed(7)
    made = layer_class(*arguments, **options)
    fixtures.case(
        name,
        seed=7,
        layer=layer_class.__name__,
        arguments=[*arguments, options],
        parameters=dict(made.named_parameters()),
        nextRandom=torch.rand(1).item(),
    )
