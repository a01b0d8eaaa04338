"""How one op is run and written down, and the inputs that the ops' modules share."""

import torch


def real(*shape, dtype=torch.float32):
    """Normal draws: no ties, nothing near a pole but by chance."""
    return torch.randn(shape, dtype=dtype)


def positive(*shape, dtype=torch.float32):
    return torch.rand(shape, dtype=dtype) * 2 + 0.25


def integers(*shape, low=-5, high=6, dtype=torch.int32):
    return torch.randint(low, high, shape).to(dtype)


def truths(*shape):
    return torch.rand(shape) < 0.5


def record(fixtures, name, op, compute, inputs, kwargs=None, no_gradient=()):
    """Runs compute(*inputs) and writes what went in and came out; gradients for an output gradient drawn at random.

    Gradients are taken for the floating tensors among the inputs, but those at the places in `no_gradient`.
    """
    leaves = [
        value.detach().clone().requires_grad_(at not in no_gradient)
        if isinstance(value, torch.Tensor) and value.is_floating_point()
        else value
        for at, value in enumerate(inputs)
    ]
    output = compute(*leaves)
    outputs = list(output) if isinstance(output, tuple) else [output]
    grad_output = None
    gradients = [None] * len(leaves)
    wanted = [at for at, leaf in enumerate(leaves) if isinstance(leaf, torch.Tensor) and leaf.requires_grad]
    if wanted and outputs[0].requires_grad:
        grad_output = torch.randn(outputs[0].shape).to(outputs[0].dtype)
        found = torch.autograd.grad(outputs[0], [leaves[at] for at in wanted], grad_output, allow_unused=True)
        for at, gradient in zip(wanted, found):
            gradients[at] = gradient
    fixtures.case(
        f"{op}/{name}",
        op=op,
        inputs=leaves,
        kwargs=kwargs or {},
        output=outputs if isinstance(output, tuple) else outputs[0],
        gradOutput=grad_output,
        inputGradients=gradients,
    )
