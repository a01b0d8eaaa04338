"""torch.autograd.functional and torch.func, on small functions and nets.

A case: {kind: "functional", op, fn, inputs: [tensor, ...], v: tensor, [tensor, ...] or null, outputs: [tensor, ...], of: [tensor, ...]};
`of` are the products or matrices, flat, by output and then by input.
Or {kind: "vmap", fn, inputs, inDims, outDims, randomness, seed, output, state}: a function mapped, and the next draw behind it.
Or {kind: "per-sample", net, parameters: {name: tensor}, images, labels, gradients: {name: tensor}}: gradients of each sample's loss.
The functions by name are those of `functions` here, and of packages/tensor/src/func/functions.testing.ts.
"""

import torch
import torch.nn.functional as F
from torch.autograd import functional

seed = 0

functions = {
    "cubes": lambda x: x**3,
    "cubesSum": lambda x: (x**3).sum(),
    "exp-sin": lambda x: (x.exp() * x.sin()).sum(),
    "matrix": lambda x: torch.tanh(x @ x.t()),
    "matrixSum": lambda x: torch.tanh(x @ x.t()).sum(),
    "linear": lambda x: x.sum() * 3,
    "softmax": lambda x: F.log_softmax(x, -1),
    "product": lambda x, y: x * y + y.exp(),
    "productSum": lambda x, y: (x * y * y + y.exp()).sum(),
    "two": lambda x, y: (x * y, y.sum() * x.sin()),
    "unused": lambda x, y: (x**2).sum(),
    "mlp": lambda x, w: torch.sigmoid(x @ w).pow(2).sum(),
}


def shapes_of(name):
    return {"matrix": [(2, 3)], "matrixSum": [(2, 3)], "mlp": [(2, 3), (3, 2)]}.get(name) or [(3,)] * functions[name].__code__.co_argcount


def flat(value):
    return [one for each in value for one in flat(each)] if isinstance(value, (tuple, list)) else [value]


def write(fixtures):
    for name, fn in functions.items():
        for op in ("jacobian", "hessian", "vjp", "jvp", "vhp", "hvp"):
            torch.manual_seed(fixtures.seed_of(f"{op}-{name}"))
            inputs = tuple(torch.randn(shape) for shape in shapes_of(name))
            given = inputs[0] if len(inputs) == 1 else inputs
            result = fn(*inputs)
            if op in ("hessian", "vhp", "hvp") and (isinstance(result, tuple) or result.numel() != 1):
                continue
            outputs, v, of = [], None, None
            if op in ("jacobian", "hessian"):
                of = getattr(functional, op)(fn, given)
            else:
                like = result if op == "vjp" else given
                v = tuple(torch.randn(one.shape) for one in like) if isinstance(like, tuple) else torch.randn(like.shape)
                outputs, of = getattr(functional, op)(fn, given, v)
            fixtures.case(f"{op}-{name}", kind="functional", op=op, fn=name, inputs=list(inputs), v=v, outputs=flat(outputs), of=flat(of))
