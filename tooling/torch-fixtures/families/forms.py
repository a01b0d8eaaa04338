"""The family `forms`: what scripts write with tensors, in the forms in which they write it, and what PyTorch answers.

The case `given` has the tensors that the forms are about, by name. Every other case is one form: `of`, PyTorch's name as
scripts have it, `form`, the text, whose last part is an expression, and `answers`, its values: tensors, numbers, booleans,
texts or sizes, in order. Before each form the tensors are as given, and the generator is seeded with 1. Which names and
forms there are comes from counting 143 public programs and model files; a form is the shortest text that has the call.
"""

import torch
import torch.nn.functional as F
import torch.utils.checkpoint
from torch.distributions import Categorical, categorical

seed = 20261129

FORMS = {
    # Indexing, by numbers, slices, tensors and masks, and writing so.
    "x[…]": [
        *("x[0]", "x[-1]", "x[1, 2]", "x[1:]", "x[:, 1:]", "x[:, 0]", "x[:2, ::2]", "x[..., -1]", "x[None]"),
        *("x[:, None, :]", "x[:, :, None]", "b[:, -1, :]", "b[0, 1]"),
    ],
    "x[…] = v (basic)": [
        *("x[0] = 1; x", "x[:, 1:] = 0.5; x", "x[1, 2] = -3; x", "x[..., 0] = y[..., 1]; x", "x[:] = 0; x"),
        *("x[0] += 1; x", "x[:, 0] *= 2; x", "x[1:] = y[1:]; x"),
    ],
    "x[…] = v (tensor/mask)": [
        *("x[mask] = 0; x", "x[x > 0.5] = 0.5; x", "x[i] = 0; x", "x[torch.arange(3), labels] = 1; x"),
        *("x[:, i] = -1; x", "x[i] = y[i]; x", "x[mask] = y[mask]; x", "x[x < 0] *= 0.1; x"),
    ],
    "x[tensor, …]": ["x[torch.arange(3), labels]", "x[i, 1]", "x[i, :2]", "b[torch.arange(2), i, 1:]", "x[:, i]"],
    "x[tensor]": ["x[i]", "x[mask]", "x[labels > 0]", "x[torch.tensor([[1, 2], [0, 0]])]", "labels[i]", "x[[0, 2]]"],
    "for row in x": ["[row.sum() for row in x]", "[len(x), len(v)]", "[a for a in x[0]]"],
    # Shapes.
    "Tensor.view_as": ["z.view_as(x)"],
    "Tensor.split": ["x.split(2, dim=1)", "x.split([1, 3], 1)", "x.split(2)"],
    "torch.split": ["torch.split(x, 2, dim=1)", "torch.split(x, [1, 2], dim=0)"],
    "Tensor.chunk": ["x.chunk(2, dim=1)", "x.chunk(2, 1)", "x.chunk(3)", "x.chunk(2, dim=-1)"],
    "torch.chunk": ["torch.chunk(x, 2, dim=1)"],
    "Tensor.expand_as": ["v.expand_as(x)", "x[:, :1].expand_as(x)"],
    "torch.roll": ["torch.roll(x, shifts=1, dims=0)", "torch.roll(x, shifts=(-1, -2), dims=(0, 1))", "torch.roll(x, 1)"],
    "torch.meshgrid": [
        *("torch.meshgrid(v, v, indexing='ij')", "torch.meshgrid([v, torch.arange(2.0)], indexing='xy')"),
        "torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')",
    ],
    "Tensor.swapaxes": ["b.swapaxes(1, 2)"],
    "Tensor.type_as": ["labels.type_as(x)", "mask.type_as(x)"],
    "Tensor.repeat": ["v.repeat(2, 3)", "x.repeat(1, 2)", "x.unsqueeze(0).repeat(2, 1, 1)"],
    "Tensor.view": [
        *("x.view(-1)", "x.view(2, -1)", "x.view(x.size(0), -1)", "b.view(-1, b.size(-1))", "x.view(x.shape[0], 2, 2)"),
        *("b.flatten(1)", "torch.flatten(b, 1)", "b.reshape(2, -1)", "x.reshape((6, 2))", "b.view(*b.shape[:1], 12)"),
    ],
    "Tensor.permute": [
        *("b.permute(0, 2, 1)", "b.permute(2, 0, 1).contiguous()", "b.transpose(1, 2)", "x.t()", "x.T", "x.H", "b.mT"),
        *("b.transpose(-1, -2).contiguous().view(2, 12)", "b.permute((2, 1, 0))"),
    ],
    "Tensor.squeeze": ["x[:, :1].squeeze()", "x.unsqueeze(1).squeeze(1)", "x.unsqueeze(-1)", "x[None, :, None].squeeze()"],
    "torch.cat": [
        *("torch.cat([x, y], dim=1)", "torch.cat((x, y), 0)", "torch.cat([x, y])", "torch.cat((x, y), -1)"),
        *("torch.stack([x, y])", "torch.stack([x, y], dim=1)", "torch.stack((v, v), -1)"),
    ],
    # Creation.
    "torch.linspace": ["torch.linspace(0, 1, 5)", "torch.linspace(-1, 1, steps=4)", "torch.linspace(0, 10, 3).tolist()"],
    "torch.empty": [
        *("torch.empty(2, 3).fill_(0.5)", "torch.empty((2, 3)).zero_()", "torch.empty(2, 3).shape"),
        "torch.empty(3, dtype=torch.int32).fill_(1)",
    ],
    "torch.empty_like": ["torch.empty_like(x).fill_(2)"],
    "torch.normal": [
        *("torch.normal(0, 1, size=(2, 3))", "torch.normal(x, 0.1)", "torch.normal(mean=0.5, std=torch.ones(3))"),
        "torch.normal(x, x.abs())",
    ],
    "torch.randn_like": ["torch.randn_like(x)", "x + 0.1 * torch.randn_like(x)", "torch.rand_like(x)"],
    "torch.randn": [
        *("torch.randn(2, 3)", "torch.randn((2, 3))", "torch.rand(2, 3)", "torch.randperm(6)"),
        *("torch.randn(2, 3, requires_grad=True).requires_grad", "torch.rand(4, dtype=torch.float64)"),
    ],
    "torch.randint": ["torch.randint(10, (5,))", "torch.randint(0, 10, (2, 3))", "torch.randint(low=3, high=5, size=(4,))"],
    "torch.bernoulli": ["torch.bernoulli(p)", "torch.bernoulli(torch.full((6,), 0.5))", "x.clone().bernoulli_(0.3)"],
    "Tensor.new_zeros": ["x.new_zeros(2, 3)", "x.new_zeros((2,))", "labels.new_zeros(3)"],
    "Tensor.new_tensor": ["x.new_tensor([1, 2])", "x.new_tensor([[0.5], [1.5]])"],
    "Tensor.new_empty": ["x.new_empty(2, 3).fill_(1)", "x.new_empty((4,)).normal_()"],
    "torch.zeros": [
        *("torch.zeros(2, 3)", "torch.ones(2)", "torch.zeros_like(x)", "torch.ones_like(x)", "torch.eye(3)"),
        *("torch.full((2, 2), 3.5)", "torch.arange(5)", "torch.arange(0, 1, 0.25)", "torch.zeros(x.size())"),
        "torch.tensor([[1.0, 2.0], [3.0, 4.0]])",
    ],
    # Arithmetic.
    "Tensor.log10": ["p.log10()", "10 * p.mean().log10()"],
    "torch.log1p": ["torch.log1p(p)"],
    "torch.log2": ["torch.log2(p)"],
    "torch.cos": ["torch.cos(x)", "x.cos()", "torch.cos(x * 3.0)"],
    "torch.sin": ["torch.sin(x)", "x.sin()"],
    "Tensor.norm": [
        *("x.norm()", "x.norm(2, dim=1)", "x.norm(p=2, dim=1, keepdim=True)", "x.norm(1)", "x.norm(dim=0)", "torch.norm(x)"),
        *("torch.norm(x, dim=1)", "torch.norm(x, 2, 1)", "torch.norm(x, p=1, dim=-1)"),
    ],
    "F.normalize": ["F.normalize(x)", "F.normalize(x, p=2, dim=1)", "F.normalize(x, dim=-1)"],
    "torch.max(a, b)": ["torch.max(x, y)", "torch.min(x, y)"],
    "torch.max(x, 1)": [
        *("torch.max(x, 1)", "torch.max(x.data, 1)[1]", "x.max(1)[1]", "x.max(1, keepdim=True)[1]", "x.max(dim=1)[0]"),
        *("x.max()", "torch.max(x)", "x.argmax(dim=1, keepdim=True)", "x.argmax(1)", "torch.argmax(x, dim=1)", "x.argmax()"),
    ],
    "Tensor.amax": ["x.amax(dim=1)", "x.amax(1, keepdim=True)", "x.amax(dim=(0, 1))"],
    "Tensor.clamp": [
        *("x.clamp(0, 1)", "x.clamp(min=0)", "x.clamp(max=0.5)", "torch.clamp(x, -0.5, 0.5)", "x.clamp_(0, 1); x"),
        *("x.clamp(0)", "torch.clamp(x, min=-0.5, max=0.5)", "x.data.clamp_(-0.01, 0.01); x"),
    ],
    "Tensor.add_": [
        *("x.add_(1); x", "x.mul_(0.5).add_(y); x", "x.add_(y, alpha=-0.1); x", "x += y; x", "x *= 2; x", "x -= 1; x"),
        *("x /= 2; x", "x.data.add_(y); x", "w.data.add_(y, alpha=-0.5); w", "x.copy_(y); x", "w.data.fill_(0.5); w"),
        *("x.zero_(); x", "w.data.copy_(x); w"),
    ],
    "operators": [
        *("x + y", "1 - x", "2 * x + 1", "x / y", "x ** 2", "-x", "x @ z", "1 / (1 + x * x)", "x // 1", "x % 2", "x > 0"),
        *("x == y", "(x > 0) & (y > 0)", "(x > 0) ^ (y > 0)", "~mask", "x != 0", "abs(x)", "x.pow(2).sum()"),
        *("(labels == torch.tensor([1, 1, 3])).sum().item()", "x.sum().item() > 0", "float(x[0, 0])", "int(labels[0])"),
    ],
    "op BitOr": ["(x > 1) | (y > 0)", "mask | mask", "labels | 4"],
    "reductions": [
        *("x.sum()", "x.sum(1)", "x.sum(dim=1, keepdim=True)", "x.sum(dim=(0, 1))", "x.mean()", "x.mean(dim=0)", "x.mean([0, 1])"),
        *("x.std()", "x.var(dim=1)", "x.var(dim=1, unbiased=False)", "x.std(dim=0)", "torch.sum(x, dim=1)", "torch.mean(x, 1)"),
        *("x.prod()", "x.cumsum(dim=1)", "torch.cumsum(x, 0)", "torch.logsumexp(x, dim=1)", "x.exp().sum(-1).log()"),
        *("x.median()", "(x > 0).float().mean()", "(x > 0).sum()", "torch.sum(x * y, 1)"),
    ],
    # Masks.
    "Tensor.masked_fill": [
        *("x.masked_fill(mask, -1e9)", "x.masked_fill(mask == 0, float('-inf'))", "x.masked_fill_(mask, 0); x"),
        "x.masked_fill(~mask, 0)",
    ],
    "torch.tril": ["torch.tril(torch.ones(3, 3))", "torch.tril(x, diagonal=-1)", "torch.tril(torch.ones(4, 4)).view(1, 1, 4, 4)"],
    "torch.triu": ["torch.triu(torch.ones(3, 3), diagonal=1)", "torch.triu(torch.ones(4, 4) * float('-inf'), diagonal=1)", "torch.triu(x)"],
    "Tensor.any": ["mask.any()", "(x > 5).any().item()", "mask.any(dim=1)", "(x > 5).any() or (x < -5).any()", "mask.all()"],
    "torch.isinf": ["torch.isinf(special)", "torch.isinf(special).any()"],
    "torch.isnan": ["torch.isnan(special)", "torch.isnan(x).any().item()", "special.isnan()"],
    "torch.equal": ["torch.equal(x, x)", "torch.equal(x, y)", "torch.equal(x, v)"],
    "torch.where": ["torch.where(x > 0, x, y)", "torch.where(mask, x, torch.zeros_like(x))", "torch.where(x > 0, x, 0.0)"],
    "F.one_hot": ["F.one_hot(labels)", "F.one_hot(labels, num_classes=5)", "F.one_hot(labels, 4).float()"],
    "Tensor.scatter_": ["torch.zeros(3, 4).scatter_(1, labels.unsqueeze(1), 1)", "torch.zeros(3, 4).scatter_(1, labels.view(-1, 1), 1.0)"],
    "Tensor.gather": ["x.gather(1, labels.view(-1, 1))", "torch.gather(x, 1, labels[:, None])", "x.gather(dim=1, index=labels.unsqueeze(1)).squeeze(1)"],
    # Draws.
    "torch.multinomial": [
        *("torch.multinomial(p, 1)", "torch.multinomial(p, num_samples=1)", "torch.multinomial(p[0], 3, replacement=True)"),
        *("torch.multinomial(p[0], 1).item()", "torch.multinomial(p, num_samples=2, replacement=False)", "torch.multinomial(p[0], 1)[0]"),
    ],
    "torch.distributions.Categorical": [
        *("Categorical(p).sample()", "Categorical(p).log_prob(labels)", "Categorical(logits=x).entropy()", "Categorical(probs=p).sample()"),
    ],
    "torch.distributions.categorical.Categorical": ["categorical.Categorical(logits=x).log_prob(labels)", "categorical.Categorical(p).probs"],
    # Orders.
    "torch.topk": ["torch.topk(x, 2)", "torch.topk(x, k=2, dim=-1)", "torch.topk(x, 1, dim=0)[1]"],
    "Tensor.topk": ["x.topk(2, 1, True, True)", "x.topk(2)[1]", "x.topk(3, dim=1, largest=False)", "x.topk(k=1, dim=1)[0]"],
    "Tensor.sort": ["x.sort(descending=True)", "x.sort(dim=1)[1]", "torch.sort(v)[0]", "v.sort()", "torch.sort(x, dim=-1, descending=True)"],
    "Tensor.argsort": ["v.argsort()", "v.argsort(descending=True)", "torch.argsort(x, dim=1)"],
    # Products.
    "Tensor.mm": ["x.mm(z)", "x.t().mm(y)"],
    "torch.mm": ["torch.mm(x, z)", "torch.matmul(b, c)", "torch.mm(x, y.t())"],
    "Tensor.bmm": ["b.bmm(c)", "torch.bmm(b, c)", "b.bmm(b.transpose(1, 2))"],
    "torch.diag": ["torch.diag(v)", "torch.diag(x @ z)", "torch.diag(v, 1)"],
    "torch.dot": ["torch.dot(v, v)", "v.dot(v)"],
    "torch.spmm": ["torch.spmm(torch.sparse_coo_tensor(places, v, (3, 3)), x)"],
    "torch.sparse_coo_tensor": [
        *("torch.sparse_coo_tensor(places, v, (3, 4)).to_dense()", "torch.sparse_coo_tensor(places, v, size=torch.Size([3, 3])).to_dense()"),
        "torch.sparse_coo_tensor(places, v).to_dense()",
    ],
    # Shares and slopes.
    "F.softmax (no dim)": ["F.softmax(x)", "F.softmax(v)", "F.softmax(b)"],
    "F.log_softmax (no dim)": ["F.log_softmax(x)", "F.log_softmax(v)"],
    "F.softmax(x, dim=1)": ["F.softmax(x, dim=1)", "F.softmax(x, dim=-1)", "torch.softmax(x, 1)", "x.softmax(dim=-1)", "F.log_softmax(x, dim=1)"],
    "F.dropout": ["F.dropout(x, 0.5, training=True)", "F.dropout(x, p=0.2, training=True)", "F.dropout(x, 0.5, training=False)"],
    "F.elu": ["F.elu(x)", "F.elu(x, alpha=0.5)", "F.relu(x)", "torch.relu(x)", "torch.sigmoid(x)", "torch.tanh(x)", "x.sigmoid()"],
    "F.gelu": ["F.gelu(x)", "F.gelu(x, approximate='tanh')", "F.leaky_relu(x, 0.2)", "F.silu(x)"],
    # What is said about a tensor, and how it leaves.
    "exits": [
        *("x.sum().item()", "x.tolist()", "x.numpy()", "x.detach().cpu().numpy()", "x.shape", "x.size()", "x.size(0)"),
        *("x.size(-1)", "x.dim()", "x.ndim", "x.numel()", "torch.numel(x)", "x.nelement()", "x.ndimension()", "labels[0].item()", "x.data[0][0].item()"),
        *("torch.is_tensor(x)", "torch.is_tensor(3)", "x.is_contiguous()", "x.t().is_contiguous()", "x.stride()", "x.is_floating_point()"),
        *("torch.is_floating_point(labels)", "mask.tolist()", "labels.tolist()", "x.element_size()", "len(x)"),
    ],
    "casts": [
        *("labels.float()", "x.long()", "x.int()", "x.double()", "mask.float()", "x.bool()", "mask.int()", "x.type(torch.float64)"),
        *("labels.type(torch.float32)", "labels.to(torch.float32)", "x.to('cpu')", "x.to('cpu', torch.float64)", "x.to(y)", "x.to(x.device)"),
        *("mask.long()", "(x > 0).type(torch.float32)", "mask.byte()", "x.cpu()", "x.type()"),
    ],
    "torch.finfo": [
        *("torch.finfo(torch.float32).eps", "torch.finfo(torch.float32).max", "torch.finfo(x.dtype).min", "torch.finfo(torch.float64).tiny"),
        *("torch.finfo(torch.float64).eps", "torch.finfo(torch.float32).smallest_normal", "torch.finfo(torch.float32).bits"),
        *("torch.finfo(torch.float32).resolution", "torch.finfo(torch.float64).resolution", "torch.finfo(torch.float64).max"),
    ],
    "torch.iinfo": ["torch.iinfo(torch.int32).max", "torch.iinfo(torch.uint8).min", "torch.iinfo(torch.int32).bits", "torch.iinfo(torch.int32).min"],
    "autograd": [
        *("x.is_leaf", "w.is_leaf", "(w * 2).is_leaf", "w.requires_grad", "w.detach().requires_grad", "(w * w).sum().backward(); w.grad"),
        *("h = w * 2; h.retain_grad(); h.pow(2).sum().backward(); h.grad", "w.register_hook(lambda g: g * 2); w.sum().backward(); w.grad"),
        *("torch.autograd.grad((w * w * w).sum(), w)[0]", "x.requires_grad_(); x.exp().sum().backward(); x.grad"),
        *("(w * 3).backward(torch.ones(3, 4)); w.grad", "w.detach().clone()", "w.sum().backward(); w.grad.data.zero_(); w.grad"),
        *("w.sum().backward(); w.data -= 0.1 * w.grad; w", "with torch.no_grad(): h = w * 2; h.requires_grad"),
    ],
    # Arguments in other places, by their names, and numbers before tensors.
    "a number first": [
        *("torch.sub(1, x)", "torch.div(1, p)", "torch.pow(2, x)", "torch.pow(2, labels)", "torch.add(1, x, alpha=2)", "torch.mul(2.5, labels)", "torch.sub(2, labels)", "torch.div(1, labels + 1)"),
        *("torch.remainder(5, p)", "torch.floor_divide(7, p)", "torch.float_power(2, x)", "torch.xlogy(2, p)", "torch.special.xlog1py(2, p)"),
        "(1 / w - 2 ** w).sum().backward(); w.grad",
    ],
    "gradients in their places": [
        *("torch.autograd.grad(w * w, w, torch.ones_like(w), create_graph=True)[0]", "torch.autograd.grad(w * w, w, y, True, True)[0]"),
        *("torch.autograd.grad(outputs=w * w, inputs=w, grad_outputs=y)[0]", "torch.autograd.grad([w * w], [w], [y])[0]"),
        *("h = w * w; h.backward(y, True); h.backward(y); w.grad", "h = w * w; h.backward(y, retain_graph=True); w.grad"),
    ],
    "arguments by name": [
        *("torch.where(x > 0)", "torch.einsum('ij,ij->i', [x, y])", "x.scatter_reduce(0, places, y, reduce='amax', include_self=False)"),
        *("torch.empty(size=(2, 3)).shape", "torch.rand(size=(2, 3), dtype=torch.double)", "torch.randint(high=5, size=(4,))"),
        *("torch.randint(2, 9, size=(4,))", "torch.multinomial(p, num_samples=2)", "torch.topk(x, k=2, dim=0).values", "x.topk(k=1)[1]"),
        *("F.max_pool2d(b, kernel_size=2)", "F.avg_pool2d(b, kernel_size=2, stride=1)", "F.adaptive_avg_pool2d(b, output_size=(1, 2))"),
        "F.one_hot(torch.tensor([[0, 2], [1, 1]]).t(), num_classes=3)",
    ],
    "dtypes by other names": [
        *("torch.zeros(2, dtype=torch.float)", "torch.tensor([1, 0], dtype=torch.long)", "torch.ones(2, 2, dtype=torch.bool)"),
        *("x.to(torch.double)", "labels.type(torch.float)", "x.to(torch.int)"),
    ],
    "torch.set_grad_enabled": [
        *("with torch.set_grad_enabled(False): h = w * 2; h.requires_grad", "with torch.set_grad_enabled(True): h = w * 2; h.requires_grad"),
    ],
    "torch.utils.checkpoint.checkpoint": [
        "torch.utils.checkpoint.checkpoint(torch.sin, w, use_reentrant=False).sum().backward(); w.grad",
    ],
}


def given():
    draw = torch.Generator().manual_seed(seed)

    def randn(*sizes):
        return torch.randn(*sizes, generator=draw)

    values = {"x": randn(3, 4), "y": randn(3, 4), "z": randn(4, 3), "b": randn(2, 3, 4), "c": randn(2, 4, 3), "v": randn(4)}
    return {
        **values,
        "w": randn(3, 4),
        "p": torch.softmax(randn(3, 4), 1),
        "mask": values["x"] > values["y"],
        "i": torch.tensor([2, 0]),
        "labels": torch.tensor([1, 0, 3]),
        "places": torch.tensor([[0, 1, 2, 1], [2, 0, 1, 0]]),
        "special": torch.tensor([float("nan"), float("inf"), -float("inf"), 0.0, 1.0]),
    }


def flat(value):
    """The values of an answer, in order: of tuples, lists, named tuples and arrays of numpy."""
    if isinstance(value, (torch.Size, tuple, list)):
        return [each for part in value for each in flat(part)]
    return [torch.from_numpy(value) if type(value).__name__ == "ndarray" else value]


def answer(form):
    scope = given()
    scope["w"].requires_grad_()
    scope.update(torch=torch, F=F, Categorical=Categorical, categorical=categorical)
    torch.manual_seed(1)
    *before, last = form.split("; ")
    for line in before:
        exec(line, scope)
    return flat(eval(last, scope))


def write(fixtures):
    fixtures.case("given", tensors=given())
    for of, forms in FORMS.items():
        for form in forms:
            fixtures.case(form, of=of, form=form, answers=answer(form))
