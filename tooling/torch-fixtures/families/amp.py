"""torch.amp.GradScaler on a CPU: a weight trained by SGD, with gradients that are not finite at some steps.

Case: {name, options, unscales (whether unscale_ is called before the step), factors: [of the loss, one a step], weights: [behind each step], scales: [behind each update],
state, loaded (the scale behind one more step of a scaler that loaded the state)}.
"""

import torch

seed = 2917

runs = {
    "plain": ({}, False, [1.0, 2.0, 1.0]),
    "grows": ({"growth_interval": 2, "init_scale": 8.0}, False, [1.0, 1.0, 3.0, 1.0, 1.0]),
    "leaves out": ({"growth_interval": 2, "backoff_factor": 0.25, "growth_factor": 3.0}, True, [1.0, 3e38, float("nan"), 1.0, 1.0, float("inf")]),
    "stays finite": ({"init_scale": 2e38, "growth_interval": 1, "growth_factor": 2.0}, False, [1e-3, 1e-3]),
    "disabled": ({"enabled": False}, True, [1.0, 3e38]),
}


def write(fixtures):
    for name, (options, unscales, factors) in runs.items():
        weight = torch.tensor([1.0, -2.0, 0.5], requires_grad=True)
        optimizer = torch.optim.SGD([weight], lr=0.01, momentum=0.5)
        scaler = torch.amp.GradScaler("cpu", **options)
        weights, scales = [], []

        def step(scaler, factor):
            optimizer.zero_grad()
            loss = (weight * weight * torch.tensor([1.0, 1e-30, 2.0])).sum() * factor
            scaler.scale(loss).backward()
            if unscales:
                scaler.unscale_(optimizer)
                torch.nn.utils.clip_grad_value_([weight], 1.5)
            scaler.step(optimizer)
            scaler.update()

        for factor in factors:
            step(scaler, factor)
            weights.append(weight.detach().clone())
            scales.append(scaler.get_scale())
        state = scaler.state_dict()
        other = torch.amp.GradScaler("cpu", enabled=options.get("enabled", True))
        other.load_state_dict(state)
        step(other, 1.0)
        fixtures.case(
            name,
            options={"".join(part if at == 0 else part.capitalize() for at, part in enumerate(key.split("_"))): value for key, value in options.items()},
            unscales=unscales,
            factors=[str(factor) for factor in factors],
            weights=weights,
            scales=scales,
            state=state,
            loaded=other.get_scale(),
        )
