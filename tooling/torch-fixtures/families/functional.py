"""torch.autograd.functional and torch.func, on small functions and nets.

A case: {kind: "functional", op, fn, inputs: [tensor, ...], v: tensor, [tensor, ...] or null, outputs: [tensor, ...], of: [tensor, ...]};
`of` are the products or matrices, flat, by output and then by input.
Or {kind: "vmap", fn, inputs, inDims, outDims, randomness, output, next}: a function mapped behind a seed of 7, and the draw behind it.
Or {kind: "per-sample", net, randomness, parameters: {name: tensor}, images, labels, gradients: {name: tensor}, next}: gradients of each sample's loss.
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
    write_mapped(fixtures)
    write_per_sample(fixtures)


mapped = {
    "dot": (lambda x, y: torch.dot(x, y), [(4, 3), (4, 3)], 0, 0),
    "shared": (lambda x, y: x * y + y.sum(), [(4, 3), (3,)], (0, None), 0),
    "columns": (lambda x, y: torch.outer(x, y).tanh(), [(3, 4), (4, 2)], (1, 0), 1),
    "last": (lambda x: F.softmax(x, 0).cumsum(0), [(2, 3, 4)], -1, -1),
    "sorted": (lambda x: x.sort(0).values.flip(0), [(4, 5)], 0, 0),
    "matrices": (lambda x, w: (x @ w).relu().mean(), [(4, 2, 3), (3, 5)], (0, None), 0),
    "gathered": (lambda x: x.gather(0, x.argsort(0)), [(4, 5)], 0, 0),
    "dropout": (lambda x: F.dropout(x, 0.5, True), [(4, 6)], 0, 0),
    "noise": (lambda x: x + torch.rand(6) + torch.randn(6), [(4, 6)], 0, 0),
}


def write_mapped(fixtures):
    from torch.func import vmap

    for name, (fn, shapes, in_dims, out_dims) in mapped.items():
        for randomness in ["different", "same"] if name in ("dropout", "noise") else ["error"]:
            case = f"vmap-{name}" + ("" if randomness == "error" else f"-{randomness}")
            torch.manual_seed(fixtures.seed_of(case))
            inputs = [torch.randn(shape) for shape in shapes]
            torch.manual_seed(7)
            output = vmap(fn, in_dims, out_dims, randomness=randomness)(*inputs)
            dims = list(in_dims) if isinstance(in_dims, tuple) else in_dims
            fixtures.case(case, kind="vmap", fn=name, inputs=inputs, inDims=dims, outDims=out_dims, randomness=randomness, output=output, next=torch.rand(1))


def write_per_sample(fixtures):
    """Gradients of each sample's loss, by vmap(grad(...)) and functional_call, as PyTorch's tutorial has them."""
    from torch import nn
    from torch.func import functional_call, grad, vmap

    nets = {
        "linear": (lambda: nn.Sequential(nn.Linear(5, 4), nn.Tanh(), nn.Linear(4, 3)), (6, 5)),
        "conv": (lambda: nn.Sequential(nn.Conv2d(2, 3, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(12, 3)), (6, 2, 6, 6)),
        "dropout": (lambda: nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 3)), (6, 5)),
    }
    for name, (make, shape) in nets.items():
        for randomness in ["different", "same"] if name == "dropout" else ["error"]:
            case = f"per-sample-{name}" + ("" if randomness == "error" else f"-{randomness}")
            torch.manual_seed(fixtures.seed_of(case))
            net = make()
            images, labels = torch.randn(shape), torch.randint(0, 3, (shape[0],))
            parameters = {key: value.detach() for key, value in net.named_parameters()}

            def loss(parameters, image, label):
                return F.cross_entropy(functional_call(net, parameters, (image.unsqueeze(0),)), label.unsqueeze(0))

            torch.manual_seed(7)
            gradients = vmap(grad(loss), in_dims=(None, 0, 0), randomness=randomness)(parameters, images, labels)
            fixtures.case(case, kind="per-sample", net=name, randomness=randomness, parameters=parameters, images=images, labels=labels, gradients=gradients, next=torch.rand(1))
