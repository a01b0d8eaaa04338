"""Layers: constructor, text, first state for a seed, both modes, gradients of two orders; a module of families/layers for each kind.

Case: {layer (class), arguments, options (our names), seed, text, state: {key: tensor}, parameters: [key, …], nextRandom, dtype, call (options of the call),
inputs: [tensor | [tensor, …] | null, …], training and evaluation: {outputs, cotangents, inputGradients, gradients: {key: tensor | null},
second: null, or {weights, inputGradients, gradients}, state: {key: tensor} (behind the call), nextRandom}}.
"""

import inspect

import torch
from torch import nn

seed = 1717


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def flatten(value):
    """The tensors of an output, in order: tuples within tuples, as LSTM gives them. None where there is none."""
    if isinstance(value, (tuple, list)):
        return [tensor for item in value for tensor in flatten(item)]
    return [value]


def layer(fixtures, layer_class, arguments, options, inputs, name="", second=True, dtype=torch.float32, call=None, frozen=(), perturb=None):
    """Makes layer_class(*arguments, **options) from a seed of the case's own, and runs it on inputs() in both modes.

    `inputs` draws the inputs; floating ones get gradients but those at the places in `frozen`. `perturb` changes the layer before
    it runs, such as weights that are ones at first; the state is written behind it.
    """
    words = ", ".join([*map(repr, arguments), *(f"{key}={value!r}" for key, value in options.items())])
    case = f"{layer_class.__name__}({words}){' ' + name if name else ''}/{'float64' if dtype == torch.float64 else 'float32'}"
    of_case = fixtures.seed_of(case) % 2**31
    torch.manual_seed(of_case)
    made = layer_class(*arguments, **options, **({"dtype": dtype} if takes_dtype(layer_class) else {}))
    next_random = torch.rand(1).item()
    if perturb is not None:
        with torch.no_grad():
            perturb(made)
    given = inputs()
    state = snapshot(made)
    modes = {}
    for mode in ("training", "evaluation"):
        made.load_state_dict(state)
        modes[mode] = run(made, mode == "training", given, of_case, second, call or {}, frozen)
    fixtures.case(
        case,
        layer=layer_class.__name__,
        arguments=arguments,
        options={camel(key): value for key, value in options.items()},
        seed=of_case,
        dtype="float64" if dtype == torch.float64 else "float32",
        text=repr(made),
        perturbed=perturb is not None,
        state=state,
        parameters=[key for key, _ in made.named_parameters()],
        nextRandom=next_random,
        inputs=given,
        frozen=list(frozen),
        call={camel(key): value for key, value in (call or {}).items()},
        **modes,
    )


def takes_dtype(layer_class):
    """Layers without parameters take none."""
    signatures = [inspect.signature(base.__init__).parameters for base in layer_class.__mro__ if base not in (nn.Module, object)]
    return any("dtype" in parameters for parameters in signatures)


def snapshot(made):
    return {key: value.detach().clone() for key, value in made.state_dict().items()}


def run(made, training, given, of_case, second, call, frozen):
    made.train(training)

    def leaf(at, value):
        if isinstance(value, (tuple, list)):
            return type(value)(leaf(at, item) for item in value)
        if isinstance(value, torch.Tensor) and value.is_floating_point():
            return value.detach().clone().requires_grad_(at not in frozen)
        return value

    leaves = [leaf(at, value) for at, value in enumerate(given)]
    wanted = [value for value in flatten(leaves) if isinstance(value, torch.Tensor) and value.requires_grad]
    parameters = dict(made.named_parameters())
    torch.manual_seed(of_case + 1)
    outputs = [value for value in flatten(made(*leaves, **call)) if value is not None]
    next_random = torch.rand(1).item()
    behind = snapshot(made)
    differentiable = [value for value in outputs if value.is_floating_point() and value.requires_grad]
    result = {"outputs": outputs, "nextRandom": next_random, "state": behind, "cotangents": None, "inputGradients": None, "gradients": None, "second": None}
    if not differentiable:
        return result
    cotangents = [torch.randn(value.shape, dtype=value.dtype) for value in differentiable]
    sources = [*wanted, *parameters.values()]
    first = torch.autograd.grad(differentiable, sources, cotangents, create_graph=second, allow_unused=True)
    result["cotangents"] = cotangents
    result["inputGradients"] = first[: len(wanted)]
    result["gradients"] = dict(zip(parameters, first[len(wanted) :]))
    through = [value for value in first if value is not None and value.requires_grad]
    if second and through:
        weights = [torch.randn(value.shape, dtype=value.dtype) for value in through]
        found = torch.autograd.grad(through, sources, weights, allow_unused=True)
        result["second"] = {
            "through": [value is not None and value.requires_grad for value in first],
            "weights": weights,
            "inputGradients": found[: len(wanted)],
            "gradients": dict(zip(parameters, found[len(wanted) :])),
        }
    return result
