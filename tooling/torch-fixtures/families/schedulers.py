"""Two hundred steps of each learning-rate scheduler over an optimizer of two groups.

Case: {scheduler, optimizer, options (our names; functions by name), groups (a dict of options each), calls (null, or what step is given),
lrs and momenta (a row before the first step and after each: all groups), stateDicts (at the start, after 50 steps, at the end: torch's
names, tuples as lists), names (torch's order of them), groupNames (of a group)}.
"""

import math

import torch
from torch.optim import lr_scheduler, swa_utils

seed = 118
steps = 200
saved = [0, 50, steps]

lambdas = {
    "inverse": lambda epoch: 1 / (epoch + 1),
    "warm": lambda epoch: min(1.0, (epoch + 1) / 10),
    "shrink": lambda epoch: 0.98,
    "wave": lambda epoch: 1 + 0.25 * (-1 if epoch % 2 else 1),
    "half": lambda x: 0.5,
    "falling": lambda x: 1 / (1 + x),
}
losses = [math.floor(1000 * (1 / (1 + step / 20) + (0.05 if step % 7 == 3 else 0) + (0.5 if step > 120 else 0))) / 1000 for step in range(steps)]

sgd, adam = torch.optim.SGD, torch.optim.Adam
cases = [
    ("LambdaLR", {"lr_lambda": "inverse"}),
    ("LambdaLR", {"lr_lambda": ["inverse", "warm"]}),
    ("MultiplicativeLR", {"lr_lambda": "shrink"}),
    ("MultiplicativeLR", {"lr_lambda": ["shrink", "wave"]}),
    ("StepLR", {"step_size": 30}),
    ("StepLR", {"step_size": 7, "gamma": 0.7}),
    ("MultiStepLR", {"milestones": [30, 80]}),
    ("MultiStepLR", {"milestones": [3, 10, 10, 150], "gamma": 0.5}),
    ("ConstantLR", {}),
    ("ConstantLR", {"factor": 0.5, "total_iters": 40}),
    ("LinearLR", {}),
    ("LinearLR", {"start_factor": 0.1, "end_factor": 0.7, "total_iters": 60}),
    ("ExponentialLR", {"gamma": 0.97}),
    ("PolynomialLR", {}),
    ("PolynomialLR", {"total_iters": 150, "power": 2.0}),
    ("PolynomialLR", {"total_iters": 100, "power": 0.9}),
    ("CosineAnnealingLR", {"T_max": 50}),
    ("CosineAnnealingLR", {"T_max": 200, "eta_min": 1e-3}),
    ("CosineAnnealingLR", {"T_max": 7, "eta_min": 0.01}),
    ("CosineAnnealingWarmRestarts", {"T_0": 20}),
    ("CosineAnnealingWarmRestarts", {"T_0": 10, "T_mult": 2, "eta_min": 1e-3}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 20}),
    ("CyclicLR", {"base_lr": [0.01, 0.02], "max_lr": [0.1, 0.5], "step_size_up": 13, "step_size_down": 8, "mode": "triangular2"}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 20, "mode": "exp_range", "gamma": 0.99, "base_momentum": 0.5, "max_momentum": 0.95}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 20, "scale_fn": "half", "scale_mode": "iterations", "cycle_momentum": False}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 20, "scale_fn": "falling"}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 20}, adam),
    ("OneCycleLR", {"max_lr": 0.1, "total_steps": 201}),
    ("OneCycleLR", {"max_lr": [0.1, 0.5], "epochs": 21, "steps_per_epoch": 10, "anneal_strategy": "linear", "pct_start": 0.25}),
    ("OneCycleLR", {"max_lr": 0.1, "total_steps": 250, "three_phase": True, "div_factor": 10.0, "final_div_factor": 100.0}, adam),
    ("OneCycleLR", {"max_lr": 0.1, "total_steps": 201, "cycle_momentum": False, "base_momentum": 0.5}),
    ("SWALR", {"swa_lr": 0.05}),
    ("SWALR", {"swa_lr": 0.2, "anneal_epochs": 37}),
    ("SWALR", {"swa_lr": [0.3, 0.01], "anneal_epochs": 120, "anneal_strategy": "linear"}),
    ("SWALR", {"swa_lr": 0.01, "anneal_epochs": 0, "anneal_strategy": "linear"}),
    ("ReduceLROnPlateau", {"patience": 5}),
    ("ReduceLROnPlateau", {"mode": "max", "factor": 0.5, "patience": 2, "threshold": 0.01, "threshold_mode": "abs", "cooldown": 3, "min_lr": [1e-3, 0.01]}),
    ("ReduceLROnPlateau", {"factor": 0.3, "patience": 3, "threshold_mode": "abs", "min_lr": 0.005, "eps": 1e-3}),
    ("ReduceLROnPlateau", {"mode": "max", "threshold": 0.1, "patience": 4}),
]
# Warm-up and decay, as scripts write them.
composed = {
    "SequentialLR": [
        ([("LinearLR", {"start_factor": 0.1, "total_iters": 20}), ("CosineAnnealingLR", {"T_max": 180})], [20]),
        ([("ConstantLR", {"factor": 0.1, "total_iters": 5}), ("ExponentialLR", {"gamma": 0.95}), ("StepLR", {"step_size": 10})], [5, 60]),
        ([("ConstantLR", {"factor": 0.1, "total_iters": 5}), ("CosineAnnealingWarmRestarts", {"T_0": 25})], [10]),
    ],
    "ChainedScheduler": [
        ([("ConstantLR", {"factor": 0.1, "total_iters": 10}), ("ExponentialLR", {"gamma": 0.97})], None),
        ([("LinearLR", {"start_factor": 0.2}), ("MultiStepLR", {"milestones": [50, 100], "gamma": 0.3}), ("StepLR", {"step_size": 40})], None),
    ],
}


def write(fixtures):
    count = {}

    def named(name):
        count[name] = count.get(name, 0) + 1
        return f"{name}/{count[name]}"

    for name, options, *others in cases:
        optimizer_class = others[0] if others else sgd
        calls = losses if name == "ReduceLROnPlateau" else None
        build = lambda optimizer: scheduler_class(name)(optimizer, **functions(options))  # noqa: E731
        run(fixtures, named(name), name, optimizer_class, camel(options), build, calls)
    for name, of_it in composed.items():
        for parts, milestones in of_it:
            options = {"schedulers": [{"scheduler": part, "options": camel(given)} for part, given in parts], "milestones": milestones}

            def build(optimizer):
                schedulers = [getattr(lr_scheduler, part)(optimizer, **given) for part, given in parts]
                return getattr(lr_scheduler, name)(optimizer, schedulers, milestones) if milestones else lr_scheduler.ChainedScheduler(schedulers)

            run(fixtures, named(name), name, sgd, options, build, None)
    # The deprecated way, by an epoch, where there is a closed form.
    epochs = [5, 12, 12, 40, 39, 100, 0, 1]
    for name, options in cases_by_epoch:
        build = lambda optimizer: scheduler_class(name)(optimizer, **functions(options))  # noqa: E731
        run(fixtures, f"{name}/by-epoch", name, sgd, camel(options), build, epochs)


cases_by_epoch = [
    ("LambdaLR", {"lr_lambda": "inverse"}),
    ("StepLR", {"step_size": 7, "gamma": 0.7}),
    ("MultiStepLR", {"milestones": [3, 10, 10, 150], "gamma": 0.5}),
    ("ConstantLR", {"factor": 0.5, "total_iters": 40}),
    ("LinearLR", {"start_factor": 0.1, "end_factor": 0.7, "total_iters": 60}),
    ("ExponentialLR", {"gamma": 0.97}),
    ("PolynomialLR", {"total_iters": 150, "power": 2.0}),
    ("CosineAnnealingLR", {"T_max": 50}),
    ("CosineAnnealingWarmRestarts", {"T_0": 10, "T_mult": 2, "eta_min": 1e-3}),
]


def scheduler_class(name):
    return getattr(swa_utils if name == "SWALR" else lr_scheduler, name)


def functions(options):
    def of(name, value):
        if name not in ("lr_lambda", "scale_fn"):
            return value
        return [lambdas[item] for item in value] if isinstance(value, list) else lambdas[value]

    return {name: of(name, value) for name, value in options.items()}


def camel(options):
    def renamed(name):
        first, *rest = name.split("_")
        return first.lower() + "".join(part.capitalize() for part in rest)

    return {renamed(name): value for name, value in options.items()}


def run(fixtures, case, name, optimizer_class, options, build, calls):
    momentum = {"momentum": 0.9} if optimizer_class is sgd else {}
    parameters = [torch.zeros(1, requires_grad=True) for _ in range(2)]
    groups = [{"lr": 0.1}, {"lr": 0.05}]
    optimizer = optimizer_class([{"params": [parameter], **group} for parameter, group in zip(parameters, groups)], lr=0.1, **momentum)
    scheduler = build(optimizer)
    lrs, momenta, state_dicts = [], [], []

    def look(step):
        lrs.append([group["lr"] for group in optimizer.param_groups])
        momenta.append([group["betas"][0] if "betas" in group else group["momentum"] for group in optimizer.param_groups])
        assert name in ("SequentialLR",) or scheduler.get_last_lr() == lrs[-1]
        if step in saved:
            state_dicts.append(plain(scheduler.state_dict()))

    look(0)
    for step in range(steps if calls is None else len(calls)):
        optimizer.step()
        if calls is None:
            scheduler.step()
        else:
            scheduler.step(calls[step])
        look(step + 1)
    fixtures.case(
        case,
        scheduler=name,
        optimizer=optimizer_class.__name__,
        options=options,
        groups=groups,
        momentum=momentum.get("momentum"),
        calls=calls,
        lrs=torch.tensor(lrs, dtype=torch.float64),
        momenta=torch.tensor(momenta, dtype=torch.float64),
        saved=saved,
        stateDicts=state_dicts,
        names=list(scheduler.state_dict()),
        groupNames=list(optimizer.state_dict()["param_groups"][0]),
    )


def plain(state_dict):
    """A copy that the fixtures' JSON can hold, keys as texts: dicts of counts, functions left out as torch has them."""
    if isinstance(state_dict, dict):
        return {str(key): plain(value) for key, value in state_dict.items()}
    return [plain(value) for value in state_dict] if isinstance(state_dict, (list, tuple)) else state_dict
