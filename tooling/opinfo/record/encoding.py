"""Arguments and results as JSON that blurs nothing: dtypes, strides, 1 and 1.0 and True, lists and tuples."""

import base64
import math

import torch
from torch.utils._pytree import tree_leaves


def number(value):
    return value if math.isfinite(value) else str(value)


def encode_tensor(tensor):
    """A strided tensor with the window of its storage that it shows, and up to 8 elements before it."""
    tensor = tensor.detach().resolve_conj().resolve_neg()
    if tensor._is_zerotensor():  # some gradients are zeros without memory
        tensor = torch.zeros(tensor.shape, dtype=tensor.dtype)
    lead = min(tensor.storage_offset(), 8)
    last = sum((size - 1) * stride for size, stride in zip(tensor.shape, tensor.stride()))
    length = lead + 1 + last if tensor.numel() > 0 else 0
    window = torch.empty(0, dtype=tensor.dtype).set_(
        tensor.untyped_storage(), tensor.storage_offset() - lead, (length,), (1,)
    )
    return {
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "shape": list(tensor.shape),
        "strides": list(tensor.stride()),
        "offset": lead if length > 0 else 0,
        "data": base64.b64encode(window.clone().view(torch.uint8).numpy().tobytes()).decode(),
    }


def is_dense(value):
    return (
        isinstance(value, torch.Tensor)
        and value.layout == torch.strided
        and not value.is_quantized
        and value.device.type == "cpu"
    )


def encode(value):
    """Any argument or output, with what JSON would blur: 1, 1.0 and True, lists and tuples."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, torch.Tensor):
        if not is_dense(value):
            return {"object": repr(value)}
        encoded = encode_tensor(value)
        if value.requires_grad:
            encoded["requiresGrad"] = True
        return {"tensor": encoded}
    if isinstance(value, bool):
        return {"bool": value}
    if isinstance(value, int):
        return {"int": value}
    if isinstance(value, float):
        return {"float": number(value)}
    if isinstance(value, torch.dtype):
        return {"dtype": str(value).removeprefix("torch.")}
    if isinstance(value, (list, tuple)):
        return {"list" if isinstance(value, list) else "tuple": [encode(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": {str(key): encode(item) for key, item in value.items()}}
    if isinstance(value, slice):
        return {"slice": [encode(part) for part in (value.start, value.stop, value.step)]}
    if isinstance(value, complex):
        return {"complex": [number(value.real), number(value.imag)]}
    if value is Ellipsis:
        return {"ellipsis": True}
    if callable(value) and hasattr(value, "__name__"):
        return {"function": value.__name__}
    return {"object": str(value)}


def leaves(*trees):
    return [leaf for leaf in tree_leaves(trees) if isinstance(leaf, torch.Tensor)]


def elements(*trees):
    return sum(leaf.numel() for leaf in leaves(*trees))
