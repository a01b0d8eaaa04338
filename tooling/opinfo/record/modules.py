"""Records of modules and optimizers."""

import torch

from torch.utils._pytree import tree_map

from calls import CALL_SEED
from encoding import elements, encode, leaves
from ops import OpRecorder, leaf_of


class Recorder(OpRecorder):
    """Adds those of module_db and optim_db."""

    def module(self, info, dtype):
        name = info.module_cls.__name__
        torch_dtype = getattr(torch, dtype)
        if torch_dtype not in info.supported_dtypes("cpu"):
            return
        for training in (True, False):
            self.seed(name, dtype, training)
            samples = info.module_inputs_func(
                info, device="cpu", dtype=torch_dtype, requires_grad=True, training=training
            )
            for at, sample in enumerate(samples):
                if sample.forward_input is None:
                    continue
                made, given = sample.constructor_input, sample.forward_input
                # Some give one tensor twice, whose gradients would be each other's too.
                given.args, given.kwargs = tree_map(leaf_of, (given.args, given.kwargs))
                record = {
                    "id": f"nn.{name}/{dtype}/{'train' if training else 'eval'}/{at}",
                    "op": f"nn.{name}",
                    "variant": "",
                    "dtype": dtype,
                    "kind": "module",
                    "form": "function",
                    "strided": False,
                    "seed": CALL_SEED,
                    "training": training,
                    "made": [encode(arg) for arg in made.args],
                    "madeWith": {key: encode(value) for key, value in made.kwargs.items()},
                    "input": None,
                    "args": [encode(arg) for arg in given.args],
                    "kwargs": {key: encode(value) for key, value in given.kwargs.items()},
                }
                if elements(given.args, given.kwargs) > self.options.elements:
                    self.skip(f"nn.{name}", f"more than {self.options.elements} elements")
                    continue
                typed = {"dtype": torch_dtype} if takes_dtype(info, made) else {}
                torch.manual_seed(CALL_SEED)
                module = info.module_cls(*made.args, **made.kwargs, **typed)
                module.train(training)
                record["state"] = {key: encode(value.detach()) for key, value in module.state_dict().items()}
                inputs = [leaf for leaf in leaves(given.args, given.kwargs) if leaf.requires_grad]
                inputs += list(module.parameters())
                self.write(self.call(record, lambda: module(*given.args, **given.kwargs), inputs))

    def optim(self, info, dtype, steps=5):
        name = info.optim_cls.__name__
        torch_dtype = getattr(torch, dtype)
        # It goes on until nothing changes, in float32 until only roundings do.
        if name == "LBFGS" and dtype == "float32":
            return
        for at, sample in enumerate(info.optim_inputs_func("cpu")):
            self.seed(name, dtype)
            shapes = ((4, 3), (2, 5)) if name == "Muon" else ((4, 3), (5,), ())
            params = [torch.randn(shape, dtype=torch_dtype, requires_grad=True) for shape in shapes]
            record = {
                "id": f"optim.{name}/{dtype}/{at}",
                "op": f"optim.{name}",
                "variant": "",
                "dtype": dtype,
                "kind": "optim",
                "form": "function",
                "strided": False,
                "input": encode([param.detach() for param in params]),
                "args": [],
                "kwargs": {key: encode(value) for key, value in sample.kwargs.items()},
                "steps": [],
            }
            optimizer = info.optim_cls(params, **sample.kwargs)
            for _ in range(steps):
                for param in params:
                    param.grad = torch.randn(param.shape, dtype=torch_dtype)
                gradients = encode([param.grad for param in params])
                targets = [param.grad.clone() for param in params]
                optimizer.step(lambda: loss(params, targets, optimizer)) if name == "LBFGS" else optimizer.step()
                record["steps"].append({"gradients": gradients, "params": encode([p.detach().clone() for p in params])})
            self.write(record)


def loss(params, targets, optimizer):
    """What LBFGS makes small: src/modules.mjs has the same."""
    optimizer.zero_grad()
    parts = [((param - target) ** 2).sum() + (param**4).sum() for param, target in zip(params, targets)]
    total = sum(parts[1:], parts[0])
    total.backward()
    return total


def takes_dtype(info, made):
    """Whether a module has parameters or buffers of its own making, and so takes a dtype."""
    if issubclass(info.module_cls, torch.nn.modules.loss._Loss):
        return False
    return len(info.module_cls(*made.args, **made.kwargs).state_dict()) > 0
