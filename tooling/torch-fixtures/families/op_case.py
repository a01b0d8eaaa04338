"""How one op is run and written down, and the inputs that the ops' modules share."""

from contextlib import contextmanager

import torch

is_seeded = False


@contextmanager
def seeded(fixtures, name):
    """Within, what is drawn hangs on the name alone: a case that comes or goes changes no other."""
    global is_seeded
    torch.manual_seed(fixtures.seed_of(name))
    before, is_seeded = is_seeded, True
    yield
    is_seeded = before


def checked(tensor):
    if not is_seeded:
        raise RuntimeError("drawn outside a case: give record() its inputs as a function, or draw within seeded()")
    return tensor


def real(*shape, dtype=torch.float32):
    """Normal draws: no ties, nothing near a pole but by chance."""
    return checked(torch.randn(shape, dtype=dtype))


def positive(*shape, dtype=torch.float32):
    return checked(torch.rand(shape, dtype=dtype)) * 2 + 0.25


def integers(*shape, low=-5, high=6, dtype=torch.int32):
    return checked(torch.randint(low, high, shape)).to(dtype)


def truths(*shape):
    return checked(torch.rand(shape)) < 0.5


def record(fixtures, name, op, compute, inputs, kwargs=None, no_gradient=(), second=False):
    """Runs compute(*inputs()) and writes what went in and came out; gradients for an output gradient drawn at random.

    What inputs() draws, and that gradient, come from a seed of the case's own. Gradients are taken for the floating tensors
    among the inputs, but those at the places in `no_gradient`. With `second`, those of the gradients too, for gradients of theirs.
    """
    with seeded(fixtures, f"{op}/{name}"):
        given = inputs()
        leaves = [
            value.detach().clone().requires_grad_(at not in no_gradient)
            if isinstance(value, torch.Tensor) and value.is_floating_point()
            else value
            for at, value in enumerate(given)
        ]
        output = compute(*leaves)
        outputs = list(output) if isinstance(output, tuple) else [output]
        grad_output = None
        gradients = [None] * len(leaves)
        more = {}
        wanted = [at for at, leaf in enumerate(leaves) if isinstance(leaf, torch.Tensor) and leaf.requires_grad]
        if wanted and outputs[0].requires_grad:
            grad_output = torch.randn(outputs[0].shape).to(outputs[0].dtype)
            found = torch.autograd.grad(outputs[0], [leaves[at] for at in wanted], grad_output, allow_unused=True, create_graph=second)
            for at, gradient in zip(wanted, found):
                gradients[at] = None if gradient is None else gradient.detach()
            if second:
                more = second_gradients(leaves, wanted, found)
        fixtures.case(
            f"{op}/{name}",
            op=op,
            inputs=leaves,
            kwargs=kwargs or {},
            output=outputs if isinstance(output, tuple) else outputs[0],
            gradOutput=grad_output,
            inputGradients=gradients,
            **more,
        )


def second_gradients(leaves, wanted, found):
    seeds = [None if gradient is None else torch.randn(gradient.shape).to(gradient.dtype) for gradient in found]
    pairs = [(gradient, seed) for gradient, seed in zip(found, seeds) if gradient is not None and gradient.requires_grad]
    gradients = [None] * len(leaves)
    if pairs:
        of, given = zip(*pairs)
        for at, gradient in zip(wanted, torch.autograd.grad(of, [leaves[at] for at in wanted], given, allow_unused=True)):
            gradients[at] = gradient
    by_leaf = [None] * len(leaves)
    for at, seed in zip(wanted, seeds):
        by_leaf[at] = seed
    return {"secondSeeds": by_leaf, "secondGradients": gradients}
