"""Ten steps of SGD and Adam on given gradients, and the state dict behind them.

Case: {optimizer, options (our names), groups (null, or [{params: [number, ...], ...options}, ...]), dtype, initial,
gradients (a step: a parameter: tensor or null), trajectory (a step: a parameter: tensor), stateDict (torch's names)}.
"""

import torch

seed = 99
steps = 10
# A matrix, a vector, a number: as a small net has them.
shapes = [(3, 4), (4,), (1,)]

sgd_variants = {
    "plain": {"lr": 0.1},
    "momentum": {"lr": 0.1, "momentum": 0.9},
    "dampening": {"lr": 0.1, "momentum": 0.9, "dampening": 0.5},
    "nesterov": {"lr": 0.1, "momentum": 0.9, "nesterov": True},
    "weight-decay": {"lr": 0.1, "weight_decay": 0.01},
    "maximize": {"lr": 0.1, "maximize": True},
    "momentum-weight-decay": {"lr": 0.05, "momentum": 0.8, "weight_decay": 0.1},
    "nesterov-weight-decay-maximize": {"lr": 0.05, "momentum": 0.8, "weight_decay": 0.1, "nesterov": True, "maximize": True},
    "lr0": {"lr": 0.0, "momentum": 0.9},
}
adam_variants = {
    "defaults": {},
    "lr": {"lr": 0.1},
    "betas": {"lr": 0.01, "betas": (0.5, 0.9)},
    "betas0": {"lr": 0.01, "betas": (0.0, 0.0)},
    "eps": {"lr": 0.01, "eps": 0.1},
    "eps0": {"lr": 0.01, "eps": 0.0},
    "weight-decay": {"lr": 0.01, "weight_decay": 0.1},
    "amsgrad": {"lr": 0.1, "amsgrad": True},
    "maximize": {"lr": 0.01, "maximize": True},
    "amsgrad-weight-decay-maximize": {"lr": 0.1, "amsgrad": True, "weight_decay": 0.1, "maximize": True},
}


def write(fixtures):
    for optimizer, variants in {torch.optim.SGD: sgd_variants, torch.optim.Adam: adam_variants}.items():
        for name, options in variants.items():
            for dtype in (torch.float32, torch.float64):
                run(fixtures, name, optimizer, options, dtype)
        run(fixtures, "missing-gradients", optimizer, {"lr": 0.1}, torch.float32, missing=True)
    run(fixtures, "missing-gradients-momentum", torch.optim.SGD, {"lr": 0.1, "momentum": 0.9}, torch.float32, missing=True)
    groups = [{"params": [0, 2]}, {"params": [1], "lr": 0.02, "weight_decay": 0.1}]
    run(fixtures, "groups", torch.optim.SGD, {"lr": 0.1, "momentum": 0.9}, torch.float32, groups)
    run(fixtures, "groups", torch.optim.Adam, {"lr": 0.1}, torch.float32, groups)
    run(fixtures, "groups-betas", torch.optim.Adam, {}, torch.float32, [{"params": [1], "betas": (0.5, 0.8)}, {"params": [0, 2], "amsgrad": True}])


def camel(options):
    return {"weightDecay" if name == "weight_decay" else name: value for name, value in options.items()}


def run(fixtures, name, optimizer_class, options, dtype, groups=None, missing=False):
    case = f"{optimizer_class.__name__}/{name}-{'float32' if dtype == torch.float32 else 'float64'}"
    torch.manual_seed(fixtures.seed_of(case))
    initial = [torch.randn(shape, dtype=dtype) for shape in shapes]
    # Of rising and falling size, so that amsgrad has a largest one to remember.
    gradients = [
        [None if missing and (step + at) % 3 == 0 else torch.randn(shape, dtype=dtype) * (3 if step == 3 else 0.5) for at, shape in enumerate(shapes)]
        for step in range(steps)
    ]
    parameters = [value.clone().requires_grad_() for value in initial]
    given = parameters if groups is None else [{**group, "params": [parameters[at] for at in group["params"]]} for group in groups]
    optimizer = optimizer_class(given, **options)
    trajectory = []
    for of_step in gradients:
        for parameter, gradient in zip(parameters, of_step):
            parameter.grad = None if gradient is None else gradient.clone()
        optimizer.step()
        trajectory.append([parameter.detach().clone() for parameter in parameters])
    fixtures.case(
        case,
        optimizer=optimizer_class.__name__,
        options=camel(options),
        groups=groups and [camel(group) for group in groups],
        dtype="float32" if dtype == torch.float32 else "float64",
        initial=initial,
        gradients=gradients,
        trajectory=trajectory,
        stateDict=optimizer.state_dict(),
    )
