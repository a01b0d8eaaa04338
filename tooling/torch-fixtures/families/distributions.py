"""torch.distributions: draws from a seed and the state behind them, gradients of reparameterized draws, and all that is computed.

{kind: "distribution", class, parameters (positional, or {"options": {...}}), sampleShape, seed, sample, state (uint8), value, logProb,
logProbGradients, mean, variance, and where there are such entropy, cdf, icdf (of `p`), gradients (of the parameters, of the sum of
rsample · cotangent)}. Divergences: {kind: "kl", classes, parameters, others, divergence}.
"""

import torch
import torch.distributions as D

seed = 0
single, double = torch.float32, torch.float64


def t(*numbers, dtype=single):
    return torch.tensor(numbers, dtype=dtype)


# Those that are not in torch.distributions itself.
hidden = {"LogitRelaxedBernoulli": D.relaxed_bernoulli.LogitRelaxedBernoulli, "ExpRelaxedCategorical": D.relaxed_categorical.ExpRelaxedCategorical}


def snake(name):
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


# Distributions made of distributions, by name; the test has the same.
programs = {
    "tanh": lambda loc, scale: D.TransformedDistribution(D.Normal(loc, scale), D.TanhTransform()),
    "sigmoid": lambda loc, scale: D.TransformedDistribution(D.Normal(loc, scale), [D.SigmoidTransform()]),
    "softplus": lambda loc, scale: D.TransformedDistribution(D.Normal(loc, scale), [D.SoftplusTransform()]),
    "logistic": lambda loc, scale: D.TransformedDistribution(
        D.Uniform(torch.zeros_like(loc), torch.ones_like(loc)), [D.SigmoidTransform().inv, D.AffineTransform(loc, scale)]
    ),
    "composed": lambda loc, scale: D.TransformedDistribution(
        D.Normal(loc, scale), D.ComposeTransform([D.AffineTransform(0.5, -2.0), D.ExpTransform(), D.PowerTransform(torch.tensor(0.5, dtype=loc.dtype))])
    ),
    "sticks": lambda loc, scale: D.TransformedDistribution(D.Normal(loc, scale), D.StickBreakingTransform()),
    "reshaped": lambda loc, scale: D.TransformedDistribution(D.Normal(loc, scale), [D.ReshapeTransform((4,), (2, 2)), D.IndependentTransform(D.ExpTransform(), 2)]),
    "affine of vectors": lambda loc, scale: D.TransformedDistribution(D.Independent(D.Normal(loc, scale), 1), [D.AffineTransform(loc, scale, event_dim=1)]),
    "independent": lambda loc, scale: D.Independent(D.Laplace(loc, scale), 1),
    "mixture": lambda probs, loc, scale: D.MixtureSameFamily(D.Categorical(probs), D.Normal(loc, scale)),
    "mixture of vectors": lambda probs, loc, scale: D.MixtureSameFamily(D.Categorical(probs), D.Independent(D.Normal(loc, scale), 1)),
}


def made(name, parameters):
    if name in programs:
        return programs[name](*parameters)
    if isinstance(parameters, dict):
        return (hidden.get(name) or getattr(D, name))(**{snake(key): value for key, value in parameters.items()})
    return getattr(D, name)(*parameters)


def tensors(parameters):
    values = parameters.values() if isinstance(parameters, dict) else parameters
    return [value for value in values if isinstance(value, torch.Tensor) and value.is_floating_point()]


def leaf(value):
    return value.clone().requires_grad_() if isinstance(value, torch.Tensor) and value.is_floating_point() else value


def asked(call):
    try:
        return call()
    except (NotImplementedError, AttributeError):
        return None


def write(fixtures):
    made_by = torch.Generator().manual_seed(4)
    # Of what came later, so that the others keep their numbers.
    later = torch.Generator().manual_seed(5)
    rand = lambda *shape, dtype=single: torch.rand(shape, dtype=dtype, generator=made_by)
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
            "Cauchy": [[wide(-2, 2, 5), wide(0.1, 3, 5)]],
            "HalfNormal": [[wide(0.1, 3, 5)]],
            "HalfCauchy": [[wide(0.1, 3, 5)]],
            "Gumbel": [[wide(-2, 2, 5), wide(0.1, 3, 5)]],
            "Weibull": [[wide(0.5, 2, 5), wide(0.5, 3, 5)]],
            "Pareto": [[wide(0.5, 2, 5), wide(2.5, 5, 5)]],
            "Kumaraswamy": [[wide(1.1, 4, 5), wide(1.1, 4, 5)]],
            "Chi2": [[wide(0.5, 9, 5)]],
            "InverseGamma": [[wide(2.5, 9, 5), wide(0.5, 3, 5)]],
            "StudentT": [[wide(2.5, 9, 5), wide(-2, 2, 5), wide(0.5, 3, 5)], [torch.tensor([0.5, 1.5, 2.0], dtype=dtype), wide(-2, 2, 3), wide(0.5, 3, 3)]],
            "FisherSnedecor": [[wide(2.5, 9, 5), wide(4.5, 9, 5)], [wide(1, 2, 3), wide(1, 5, 3)]],
            "VonMises": [[wide(-2, 2, 5), wide(0.1, 5, 5)], [wide(-2, 2, 3), wide(5, 50, 3)]],
            "OneHotCategorical": [{"probs": wide(0, 3, 4)}, {"logits": wide(-3, 3, 3, 5)}],
            "OneHotCategoricalStraightThrough": [{"probs": wide(0, 3, 4)}, {"logits": wide(-3, 3, 3, 5)}],
            "LogitRelaxedBernoulli": [{"temperature": wide(0.5, 2), "probs": wide(0.1, 0.9, 6)}, {"temperature": wide(0.5, 2), "logits": wide(-2, 2, 2, 3)}],
            "RelaxedBernoulli": [{"temperature": wide(0.7, 2), "probs": wide(0.1, 0.9, 6)}, {"temperature": wide(0.7, 2), "logits": wide(-2, 2, 2, 3)}],
            "ExpRelaxedCategorical": [{"temperature": wide(0.5, 2), "probs": wide(0.1, 3, 4)}],
            "RelaxedOneHotCategorical": [{"temperature": wide(0.7, 2), "probs": wide(0.1, 3, 4)}, {"temperature": wide(0.7, 2), "logits": wide(-1, 1, 2, 3)}],
            "Binomial": [{"totalCount": torch.tensor([1.0, 5, 20, 100, 1000, 7], dtype=dtype), "probs": wide(0.05, 0.95, 6)}, {"totalCount": torch.tensor(40.0, dtype=dtype), "logits": wide(-2, 2, 2, 3)}],
            "NegativeBinomial": [{"totalCount": wide(0.5, 20, 6), "probs": wide(0.05, 0.9, 6)}, {"totalCount": torch.tensor(4.0, dtype=dtype), "logits": wide(-2, 2, 2, 3)}],
            "Multinomial": [{"totalCount": 7, "probs": wide(0, 3, 4)}, {"totalCount": 3, "logits": wide(-2, 2, 2, 3)}],
            "LowRankMultivariateNormal": [[wide(-1, 1, 4), wide(-1, 1, 4, 2), wide(0.3, 1, 4)], [wide(-1, 1, 4), wide(-1, 1, 2, 4, 1), wide(0.3, 1, 4)]],
            "tanh": [[wide(-1, 1, 4), wide(0.1, 0.7, 4)]],
            "sigmoid": [[wide(-1, 1, 4), wide(0.1, 1, 4)]],
            "softplus": [[wide(-1, 1, 4), wide(0.1, 1, 4)]],
            "logistic": [[wide(-1, 1, 4), wide(0.1, 1, 4)]],
            "composed": [[wide(-1, 1, 4), wide(0.1, 1, 4)]],
            "sticks": [[wide(-1, 1, 2, 4), wide(0.1, 1, 4)]],
            "reshaped": [[wide(-1, 1, 2, 4), wide(0.1, 1, 4)]],
            "affine of vectors": [[wide(-1, 1, 4), wide(0.1, 1, 4)]],
            "independent": [[wide(-1, 1, 2, 4), wide(0.1, 1, 4)]],
            "mixture": [[wide(0.1, 1, 4), wide(-1, 1, 4), wide(0.1, 1, 4)], [wide(0.1, 1, 2, 4), wide(-1, 1, 2, 4), wide(0.1, 1, 4)]],
            "mixture of vectors": [[wide(0.1, 1, 4), wide(-1, 1, 4, 3), wide(0.1, 1, 3)], [wide(0.1, 1, 2, 4), wide(-1, 1, 2, 4, 3), wide(0.1, 1, 3)]],
            "MultivariateNormal": [{"loc": wide(-1, 1, 3), "scaleTril": torch.tril(wide(0.2, 1, 3, 3))}, {"loc": wide(-1, 1, 3), "scaleTril": torch.tril(wide(0.2, 1, 2, 3, 3))}, {"loc": wide(-1, 1, 3), "covarianceMatrix": positive(wide(0.2, 1, 3, 3))}, {"loc": wide(-1, 1, 2, 3), "precisionMatrix": positive(wide(0.2, 1, 3, 3))}],
        }
        more = lambda low, high, *shape: torch.rand(shape, dtype=dtype, generator=later) * (high - low) + low
        cases["Dirichlet"].append([more(0.2, 5, 3, 1)])
        for name, given in cases.items():
            for at, parameters in enumerate(given):
                for shape in ([], [3], [4, 2]):
                    single_case(fixtures, f"{name}-{at}-{str(dtype)[6:]}-{'x'.join(map(str, shape))}", name, parameters, shape)
            pairs = zip(given, given[1:] + given[:1]) if name in ("Gamma", "Beta") else [(given[0], given[0])]
            for at, (first, second) in enumerate(pairs):
                changed = {key: moved(name, key, value) for key, value in second.items()} if isinstance(second, dict) else [moved(name, "", value) for value in second]
                divergence(fixtures, f"{name}-{at}-{str(dtype)[6:]}", [name, name], first, changed)
        for first in across:
            for second in across:
                if first != second:
                    divergence(fixtures, f"{first}-{second}-{str(dtype)[6:]}", [first, second], small(cases[first][0]), small(cases[second][0]))


# Whose divergences from each other PyTorch has.
across = ["Normal", "Uniform", "Exponential", "Laplace", "Gamma", "Beta", "Poisson", "Bernoulli", "Gumbel", "Pareto", "Binomial", "MultivariateNormal", "LowRankMultivariateNormal"]


def small(parameters):
    """Of three places, where there are more, so that any two fit."""
    if isinstance(parameters, dict):
        return {key: value[..., :3] if value.dim() == 1 else value for key, value in parameters.items()}
    return [value[:3] if value.shape[0] > 3 else value for value in parameters]


def divergence(fixtures, label, classes, first, second):
    p, q = made(classes[0], first), made(classes[1], second)
    found = asked(lambda: D.kl_divergence(p, q))
    if found is not None:
        fixtures.case(f"kl-{label}", kind="kl", classes=classes, parameters=first, others=second, divergence=found)


def positive(matrix):
    return matrix @ matrix.mT + torch.eye(matrix.shape[-1], dtype=matrix.dtype)


def moved(name, key, value):
    if name == "Uniform":
        return value * 2
    if key in ("totalCount", "temperature") or name in ("HalfCauchy", "Multinomial"):
        return value
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
    leaves = {key: leaf(item) for key, item in parameters.items()} if isinstance(parameters, dict) else [leaf(item) for item in parameters]
    leafed = made(name, leaves)
    log_prob = leafed.log_prob(value)
    fields["logProb"] = log_prob.detach()
    fields["logProbGradients"] = list(torch.autograd.grad(log_prob.sum(), tensors(leaves), allow_unused=True, retain_graph=True))
    for field in ("mean", "variance", "mode"):
        fields[field] = asked(lambda: getattr(distribution, field))
    if fields["mode"] is not None and fields["mode"].dtype == torch.int64:
        fields["mode"] = fields["mode"].int()
    support = asked(distribution.enumerate_support) if distribution.has_enumerate_support else None
    fields["support"] = support.int() if name == "Categorical" else support
    fields["entropy"] = asked(distribution.entropy)
    if name not in ("Gamma", "Chi2", "InverseGamma"):
        fields["cdf"] = asked(lambda: distribution.cdf(value))
        fields["p"] = torch.full(distribution.batch_shape, 0.3, dtype=tensors(parameters)[0].dtype)
        fields["icdf"] = asked(lambda: distribution.icdf(fields["p"]))
    # PyTorch says of one that it has none, and has it.
    if distribution.has_rsample or name == "LogitRelaxedBernoulli":
        torch.manual_seed(7)
        drawn = leafed.rsample(torch.Size(shape))
        cotangent = fields["cotangent"] = torch.rand(drawn.shape, dtype=drawn.dtype, generator=torch.Generator().manual_seed(1))
        fields["gradients"] = list(torch.autograd.grad((drawn * cotangent).sum(), tensors(leaves), allow_unused=True))
    fixtures.case(label, kind="distribution", **{key: value for key, value in fields.items() if value is not None})
