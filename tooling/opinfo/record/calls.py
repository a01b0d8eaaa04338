"""One call of PyTorch, written into its record: what it gives, and the gradients of that, or what it raises."""

import math

import torch
from torch.utils._pytree import tree_map

from encoding import encode, is_dense, leaves

# Every call is made with it, so that both sides draw the same.
CALL_SEED = 42


def cotangent_like(out, generator, wild):
    cotangent = torch.randn(out.shape, dtype=out.dtype, generator=generator)
    if wild and out.numel() > 3:
        cotangent.view(-1)[1] = math.inf
        cotangent.view(-1)[out.numel() // 2] = math.nan
    return cotangent


def differentiate(result, inputs, wild):
    """The cotangents of the outputs that have a history, and the gradients that they give `inputs`."""
    outputs = [out for out in leaves(result) if out.requires_grad and out.is_floating_point()]
    if not outputs or not inputs:
        return {}
    generator = torch.Generator().manual_seed(CALL_SEED)
    cotangents = [cotangent_like(out, generator, wild) for out in outputs]
    try:
        gradients = torch.autograd.grad(outputs, inputs, cotangents, allow_unused=True)
    except RuntimeError as error:
        return {"gradRaises": {"type": type(error).__name__, "message": str(error)}}
    return {"cotangents": [encode(c) for c in cotangents], "gradients": [encode(g) for g in gradients]}


def call(record, function, inputs, wild=False):
    """What a call gives or raises, written into its record."""
    torch.manual_seed(CALL_SEED)
    try:
        result = function()
        if result is NotImplemented:
            raise TypeError("NotImplemented")
    except Exception as error:  # an assertion of a decomposition counts as well
        record["raises"] = {"type": type(error).__name__, "message": str(error).split("\n")[0]}
        return record
    record["output"] = encode(tree_map(lambda leaf: leaf.contiguous() if is_dense(leaf) else leaf, result))
    record.update(differentiate(result, inputs, wild))
    return record
