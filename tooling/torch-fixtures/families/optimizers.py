"""A hundred steps of each optimizer on given gradients, or of LBFGS on given losses, and the state dict behind them.

Case: {optimizer, options (our names), groups (null, or [{params: [number, ...], ...options}, ...]), dtype, shapes, initial (all
parameters' elements in one row), gradients (a row a step; absent for a parameter where the step's number and the parameter's add up to
a multiple of three, if `missing`), checked (numbers of steps), trajectory (a row for each of those), stateDict (torch's names), names
(torch's own order of them: of a group, and of each parameter's state)}.
"""

import torch
from torch.optim import _muon

seed = 117
steps = 100
checked = [1, 2, 3, *range(10, 101, 10)]
# A matrix, a vector, a number: as a small net has them.
usual = [(3, 4), (4,), (1,)]
matrices = [(3, 4), (4, 4), (5, 2)]

decay = {"weight_decay": 0.1}
climb = {"maximize": True}
# What PyTorch computes in other ways, and gives the same.
ways = {"foreach": True}

variants = {
    torch.optim.AdamW: {
        "defaults": {},
        "lr": {"lr": 0.1},
        "betas": {"lr": 0.01, "betas": (0.5, 0.9)},
        "eps": {"lr": 0.01, "eps": 0.1},
        "no-decay": {"lr": 0.05, "weight_decay": 0.0},
        "decay": {"lr": 0.05, **decay},
        "amsgrad": {"lr": 0.1, "amsgrad": True},
        "maximize": {"lr": 0.01, **climb},
        "amsgrad-decay-maximize": {"lr": 0.1, "amsgrad": True, **decay, **climb, **ways},
    },
    torch.optim.Adam: {
        "decoupled": {"lr": 0.1, "decoupled_weight_decay": True, **decay},
        "decay": {"lr": 0.1, **decay},
        "amsgrad": {"lr": 0.1, "amsgrad": True},
    },
    torch.optim.RMSprop: {
        "defaults": {},
        "alpha": {"lr": 0.1, "alpha": 0.5, "eps": 1e-4},
        "decay": {"lr": 0.05, **decay},
        "momentum": {"lr": 0.01, "momentum": 0.9},
        "centered": {"lr": 0.01, "centered": True},
        "centered-momentum": {"lr": 0.01, "centered": True, "momentum": 0.5, **decay},
        "momentum-maximize": {"lr": 0.01, "momentum": 0.9, **climb, **ways},
    },
    torch.optim.Adadelta: {
        "defaults": {},
        "lr": {"lr": 0.1},
        "rho": {"rho": 0.5, "eps": 1e-3},
        "rho1": {"rho": 1.0},
        "decay": {**decay},
        "maximize": {**climb, **decay, **ways},
    },
    torch.optim.Adagrad: {
        "defaults": {},
        "lr": {"lr": 0.5, "eps": 1e-3},
        "lr-decay": {"lr": 0.5, "lr_decay": 0.1},
        "decay": {"lr": 0.1, **decay},
        "accumulator": {"lr": 0.1, "initial_accumulator_value": 0.5},
        "maximize": {"lr": 0.1, "lr_decay": 0.01, **climb, **ways},
    },
    torch.optim.Adamax: {
        "defaults": {},
        "betas": {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-2},
        "decay": {"lr": 0.05, **decay},
        "maximize": {"lr": 0.05, **climb, **ways},
    },
    torch.optim.NAdam: {
        "defaults": {},
        "betas": {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-2},
        "momentum-decay": {"lr": 0.05, "momentum_decay": 0.1},
        "decay": {"lr": 0.05, **decay},
        "decoupled": {"lr": 0.05, "decoupled_weight_decay": True, **decay},
        "maximize": {"lr": 0.05, **climb, **ways},
    },
    torch.optim.RAdam: {
        "defaults": {},
        "betas": {"lr": 0.1, "betas": (0.5, 0.8), "eps": 1e-2},
        "short": {"lr": 0.1, "betas": (0.5, 0.5)},
        "decay": {"lr": 0.05, **decay},
        "decoupled": {"lr": 0.05, "decoupled_weight_decay": True, **decay},
        "maximize": {"lr": 0.05, **climb, **ways},
    },
    torch.optim.Rprop: {
        "defaults": {},
        "etas": {"lr": 0.1, "etas": (0.3, 1.5)},
        "step-sizes": {"lr": 0.1, "step_sizes": (0.01, 0.2)},
        "maximize": {"lr": 0.05, **climb, **ways},
    },
    torch.optim.ASGD: {
        "defaults": {},
        "lambd": {"lr": 0.1, "lambd": 0.01, "alpha": 0.5},
        "averages": {"lr": 0.1, "t0": 20},
        "decay": {"lr": 0.05, "t0": 5, **decay},
        # Not by lists of tensors: PyTorch then computes with its float32 rates in float32.
        "maximize": {"lr": 0.05, **climb},
    },
    torch.optim.Adafactor: {
        "defaults": {},
        "lr": {"lr": 0.5},
        "beta2-decay": {"lr": 0.1, "beta2_decay": -0.3},
        "eps": {"lr": 0.1, "eps": (1e-3, 0.1)},
        "d": {"lr": 0.1, "d": 2.0},
        "decay": {"lr": 0.1, **decay},
        "maximize": {"lr": 0.1, **climb},
    },
    torch.optim.Muon: {
        "defaults": {},
        "lr": {"lr": 0.05},
        "plain": {"lr": 0.05, "nesterov": False},
        "momentum": {"lr": 0.05, "momentum": 0.5, "weight_decay": 0.0},
        "coefficients": {"lr": 0.05, "ns_coefficients": (2.0, -1.5, 0.5), "ns_steps": 7, "eps": 1e-3},
        "original": {"lr": 0.05, "adjust_lr_fn": "original"},
        "rms": {"lr": 0.05, "adjust_lr_fn": "match_rms_adamw"},
        "unclamped": {"lr": 0.05, "adjust_lr_fn": "spectral_unclamped"},
    },
}
shapes = {torch.optim.Adafactor: [(2, 3, 4), (3, 4), (4,), (1, 3), ()], torch.optim.Muon: matrices}

groups = [{"params": [0, 2]}, {"params": [1], "lr": 0.02, "weight_decay": 0.1}]
with_groups = [cls for cls in variants if cls not in (torch.optim.Rprop, torch.optim.Adam)]


def write(fixtures):
    for optimizer, of_it in variants.items():
        for name, options in of_it.items():
            for dtype in (torch.float32, torch.float64):
                run(fixtures, name, optimizer, options, dtype)
        run(fixtures, "missing-gradients", optimizer, {"lr": 0.1}, torch.float32, missing=True)
        if optimizer in with_groups:
            run(fixtures, "groups", optimizer, {"lr": 0.1}, torch.float32, groups)
    # As PyTorch has it, in bfloat16.
    run(fixtures, "bfloat16", torch.optim.Muon, {"lr": 0.05}, torch.float32, dtype_of_muon=torch.bfloat16)
    for name, options in lbfgs_variants.items():
        for loss in losses:
            for dtype in (torch.float32, torch.float64):
                minimize(fixtures, f"{name}-{loss}", options, loss, dtype)


def camel(options):
    def renamed(name):
        first, *rest = name.split("_")
        return first + "".join(part.capitalize() for part in rest)

    return {renamed(name): value for name, value in options.items()}


def label(dtype):
    return str(dtype).removeprefix("torch.")


def row(tensors):
    return torch.cat([tensor.detach().reshape(-1) for tensor in tensors])


def split(values, of_shapes):
    parts = values.split([torch.Size(shape).numel() for shape in of_shapes])
    return [part.reshape(shape).clone() for part, shape in zip(parts, of_shapes)]


def names_of(state_dict):
    return {"group": list(state_dict["param_groups"][0]), "state": {at: list(values) for at, values in state_dict["state"].items()}}


class Dtypes:
    """torch, but for bfloat16: Muon's iteration in another dtype, as the golden numbers need it."""

    def __init__(self, dtype):
        self.bfloat16 = dtype

    def __getattr__(self, name):
        return getattr(torch, name)


def run(fixtures, name, optimizer_class, options, dtype, in_groups=None, missing=False, dtype_of_muon=None):
    of_shapes = shapes.get(optimizer_class, usual)
    width = sum(torch.Size(shape).numel() for shape in of_shapes)
    # Drawn once for all optimizers with such parameters, and stored once.
    torch.manual_seed(fixtures.seed_of(f"{of_shapes}"))
    initial = torch.randn(width, dtype=torch.float64).to(dtype)
    # Of rising and falling size, so that amsgrad has a largest one to remember.
    sizes = torch.tensor([3.0 if step % 17 == 3 else 0.5 for step in range(steps)], dtype=torch.float64)
    gradients = (torch.randn(steps, width, dtype=torch.float64) * sizes[:, None]).to(dtype)
    parameters = [value.requires_grad_() for value in split(initial, of_shapes)]
    given = parameters if in_groups is None else [{**group, "params": [parameters[at] for at in group["params"]]} for group in in_groups]
    optimizer = optimizer_class(given, **options)
    trajectory = []
    _muon.torch = Dtypes(dtype_of_muon or dtype)
    for step in range(steps):
        for at, (parameter, gradient) in enumerate(zip(parameters, split(gradients[step], of_shapes))):
            parameter.grad = None if missing and (step + at) % 3 == 0 else gradient
        optimizer.step()
        if step + 1 in checked:
            trajectory.append(row(parameters))
    _muon.torch = torch
    fixtures.case(
        f"{optimizer_class.__name__}/{name}-{label(dtype)}",
        optimizer=optimizer_class.__name__,
        options=camel(options),
        groups=in_groups and [camel(group) for group in in_groups],
        dtype=label(dtype),
        shapes=of_shapes,
        missing=missing,
        initial=initial,
        gradients=gradients,
        checked=checked,
        trajectory=torch.stack(trajectory),
        stateDict=optimizer.state_dict(),
        names=names_of(optimizer.state_dict()),
    )


lbfgs_variants = {
    "defaults": {"lr": 0.1},
    "wolfe": {"line_search_fn": "strong_wolfe"},
    "wolfe-short": {"line_search_fn": "strong_wolfe", "history_size": 3, "max_iter": 4, "max_eval": 7},
    "plain-short": {"lr": 0.05, "history_size": 2, "max_iter": 3},
    "wolfe-maximize": {"line_search_fn": "strong_wolfe", "maximize": True, "lr": 0.5},
}
lbfgs_shapes = [(2, 3), (2,)]
lbfgs_steps = {"quadratic": 5, "rosenbrock": 10}


def quadratic(parameters):
    """Of eight numbers, each of another curvature."""
    flat = torch.cat([parameter.reshape(-1) for parameter in parameters])
    weights = torch.arange(1, 9, dtype=flat.dtype)
    return (weights * (flat - 1) * (flat - 1)).sum() + (flat.sum() * 0.5).pow(2)


def rosenbrock(parameters):
    flat = torch.cat([parameter.reshape(-1) for parameter in parameters])
    return (10 * (flat[1:] - flat[:-1] * flat[:-1]).pow(2) + (1 - flat[:-1]).pow(2)).sum()


losses = {"quadratic": quadratic, "rosenbrock": rosenbrock}


def minimize(fixtures, name, options, loss, dtype):
    torch.manual_seed(fixtures.seed_of(f"LBFGS/{loss}"))
    initial = (torch.randn(8, dtype=torch.float64) * 0.5).to(dtype)
    parameters = [value.requires_grad_() for value in split(initial, lbfgs_shapes)]
    optimizer = torch.optim.LBFGS(parameters, **options)
    sign = -1 if options.get("maximize") else 1
    trajectory, values, evaluations = [], [], []

    def closure():
        optimizer.zero_grad()
        value = sign * losses[loss](parameters)
        value.backward()
        return value

    for _ in range(lbfgs_steps[loss]):
        values.append(float(optimizer.step(closure)))
        trajectory.append(row(parameters))
        evaluations.append(optimizer.state_dict()["state"][0]["func_evals"])
    state_dict = optimizer.state_dict()
    fixtures.case(
        f"LBFGS/{name}-{label(dtype)}",
        optimizer="LBFGS",
        options=camel(options),
        dtype=label(dtype),
        shapes=lbfgs_shapes,
        loss=loss,
        sign=sign,
        initial=initial,
        trajectory=torch.stack(trajectory),
        values=values,
        evaluations=evaluations,
        stateDict=state_dict,
        names=names_of(state_dict),
    )
