"""torch.distributions: draws from a seed and the state behind them, gradients of reparameterized draws, and all that is computed.

{kind: "distribution", class, parameters (positional, or {"options": {...}}), sampleShape, seed, sample, state (uint8), value, logProb,
logProbGradients, mean, variance, and where there are such entropy, cdf, icdf (of `p`), gradients (of the parameters, of the sum of
rsample · cotangent)}. Divergences: {kind: "kl", class, parameters, others, divergence}.
"""

import torch
import torch.distributions as D

seed = 0
single, double = torch.float32, torch.float64


def t(*numbers, dtype=single):
    return torch.tensor(numbers, dtype=dtype)


def made(name, parameters):
    if isinstance(parameters, dict):
        names = {"scaleTril": "scale_tril"}
        loc = [parameters["loc"]] if "loc" in parameters else []
        return getattr(D, name)(*loc, **{names.get(key, key): value for key, value in parameters.items() if key != "loc"})
    return getattr(D, name)(*parameters)


def tensors(parameters):
    return list(parameters.values()) if isinstance(parameters, dict) else list(parameters)


def asked(call):
    try:
        return call()
    except NotImplementedError:
        return None


def write(fixtures):
    made_by = torch.Generator().manual_seed(4)
    rand = lambda *shape, dtype=single: torch.rand(*shape, dtype=dtype, generator=made_by)
    for dtype in (single, double):
        wide = lambda low, high, *shape: rand(*shape, dtype=dtype) * (high - low) + low
        cases = {
            "Normal": [[wide(-2, 2, 5), wide(0.1, 3, 5)], [wide(-2, 2, 4, 1), wide(0.1, 3, 5)], [wide(-2, 2, 20), wide(0.1, 3, 20)]],
            "LogNormal": [[wide(-1, 1, 5), wide(0.1, 1, 5)]],
            "Uniform": [[wide(-2, 0, 5), wide(1, 3, 5)]],
            "Exponential": [[wide(0.1, 5, 5)], [wide(0.1, 5, 2, 3)]],
            "Laplace": [[wide(-2, 2, 5), wide(0.1, 3, 5)]],
            "Gamma": [[wide(1, 7, 8), wide(0.1, 3, 8)], [wide(0.05, 1, 8), wide(0.1, 3, 8)], [wide(8, 200, 8), wide(0.1, 3, 8)]],
            "Beta": [[wide(0.2, 1, 8), wide(0.2, 1, 8)], [wide(1, 7, 8), wide(1, 7, 8)], [wide(7, 50, 8), wide(7, 50, 8)]],
            "Dirichlet": [[wide(0.2, 1, 5)], [wide(1, 7, 3, 4)], [wide(7, 50, 3)]],
            "Poisson": [[wide(0.1, 50, 8)]],
            "Bernoulli": [{"probs": wide(0, 1, 6)}, {"logits": wide(-3, 3, 2, 3)}],
            "Geometric": [{"probs": wide(0.05, 0.95, 6)}, {"logits": wide(-2, 2, 6)}],
            "Categorical": [{"probs": wide(0, 3, 4)}, {"logits": wide(-3, 3, 3, 5)}, {"probs": wide(0, 3, 2, 3, 4)}],
            "MultivariateNormal": [{"loc": wide(-1, 1, 3), "scaleTril": torch.tril(wide(0.2, 1, 3, 3))}, {"loc": wide(-1, 1, 3), "scaleTril": torch.tril(wide(0.2, 1, 2, 3, 3))}],
        }
        for name, given in cases.items():
            for at, parameters in enumerate(given):
                for shape in ([], [3], [4, 2]):
                    single_case(fixtures, f"{name}-{at}-{str(dtype)[6:]}-{'x'.join(map(str, shape))}", name, parameters, shape)
            pairs = zip(given, given[1:] + given[:1]) if name in ("Gamma", "Beta") else [(given[0], given[0])]
            for at, (first, second) in enumerate(pairs):
                changed = {key: moved(name, key, value) for key, value in second.items()} if isinstance(second, dict) else [moved(name, "", value) for value in second]
                p, q = made(name, first), made(name, changed)
                fixtures.case(f"kl-{name}-{at}-{str(dtype)[6:]}", kind="kl", **{"class": name}, parameters=first, others=changed, divergence=D.kl_divergence(p, q))


def moved(name, key, value):
    if name == "Uniform":
        return value * 2
    if key == "probs" and name != "Categorical":
        return value * 0.75
    return value * 1.5


def single_case(fixtures, label, name, parameters, shape):
    fields = {"class": name, "parameters": parameters, "sampleShape": shape, "seed": 7}
    distribution = made(name, parameters)
    torch.manual_seed(7)
    fields["sample"] = distribution.sample(torch.Size(shape))
    fields["state"] = torch.get_rng_state()
    if fields["sample"].dtype == torch.int64:
        fields["sample"] = fields["sample"].int()
    value = fields["value"] = fields["sample"]
    leaves = {key: item.clone().requires_grad_() for key, item in parameters.items()} if isinstance(parameters, dict) else [item.clone().requires_grad_() for item in parameters]
    leafed = made(name, leaves)
    log_prob = leafed.log_prob(value)
    fields["logProb"] = log_prob.detach()
    fields["logProbGradients"] = list(torch.autograd.grad(log_prob.sum(), tensors(leaves)))
    fields["mean"], fields["variance"] = distribution.mean, distribution.variance
    fields["entropy"] = asked(distribution.entropy)
    if name not in ("Gamma",):
        fields["cdf"] = asked(lambda: distribution.cdf(value))
        fields["p"] = torch.full(distribution.batch_shape, 0.3, dtype=tensors(parameters)[0].dtype)
        fields["icdf"] = asked(lambda: distribution.icdf(fields["p"]))
    if distribution.has_rsample:
        torch.manual_seed(7)
        drawn = leafed.rsample(torch.Size(shape))
        cotangent = fields["cotangent"] = torch.rand(drawn.shape, dtype=drawn.dtype, generator=torch.Generator().manual_seed(1))
        fields["gradients"] = list(torch.autograd.grad((drawn * cotangent).sum(), tensors(leaves)))
    fixtures.case(label, kind="distribution", **{key: value for key, value in fields.items() if value is not None})
