"""The family `ported`: layers, losses, optimizers and schedules as scripts write them, and what PyTorch answers.

As `forms`, which has what scripts write with tensors: the case `given` has the tensors, every other case is one form, `of` PyTorch's
name as scripts have it, with its `answers`. Before each form the tensors are as given, and the generator is seeded with 1.
"""

import warnings

import torch
import torch.nn.functional as F
from torch import nn, optim
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
from torch.optim import lr_scheduler

from families.forms import flat

seed = 20261130

FORMS = {
    "nn.BatchNorm2d": ["nn.BatchNorm2d(3)(image)", "nn.BatchNorm2d(3, 0.8)(image)", "nn.BatchNorm2d(3, eps=1e-3, momentum=0.01).eval()(image)"],
    "nn.BatchNorm1d": ["nn.BatchNorm1d(6)(rows)", "nn.BatchNorm1d(6, 0.8)(rows)", "nn.BatchNorm1d(6, affine=False)(rows)"],
    "nn.AdaptiveAvgPool2d (1)": ["nn.AdaptiveAvgPool2d(1)(image)", "nn.AdaptiveAvgPool2d((1, 1))(image)"],
    "F.adaptive_avg_pool2d (1)": ["F.adaptive_avg_pool2d(image, 1)", "F.adaptive_avg_pool2d(image, (1, 1)).reshape(image.shape[0], -1)"],
    "nn.AdaptiveAvgPool2d (n>1)": ["nn.AdaptiveAvgPool2d((3, 3))(image)", "nn.AdaptiveAvgPool2d((None, 3))(image)"],
    "F.adaptive_avg_pool2d (n>1)": ["F.adaptive_avg_pool2d(image, (4, 2))"],
    "nn.MSELoss": ["nn.MSELoss()(rows, other)", "nn.MSELoss(reduction='sum')(rows, other)"],
    "nn.BCELoss": ["nn.BCELoss()(share, truth)", "nn.BCELoss(reduction='none')(share, truth)"],
    "F.binary_cross_entropy": ["F.binary_cross_entropy(share, truth, reduction='sum')", "F.binary_cross_entropy(share, truth)"],
    "F.smooth_l1_loss": ["F.smooth_l1_loss(rows, other)", "F.smooth_l1_loss(rows, other, reduction='none', beta=0.5)"],
    "F.mse_loss": ["F.mse_loss(rows, other)", "F.mse_loss(rows, other, reduction='mean')"],
    "nn.BCEWithLogitsLoss": ["nn.BCEWithLogitsLoss()(rows, truth)"],
    "nn.L1Loss": ["nn.L1Loss()(rows, other)"],
    "F.binary_cross_entropy_with_logits": ["F.binary_cross_entropy_with_logits(rows, truth)"],
    "F.kl_div": ["F.kl_div(F.log_softmax(rows, dim=1), F.softmax(other, dim=1), reduction='batchmean')"],
    "nn.CrossEntropyLoss": ["nn.CrossEntropyLoss()(rows, labels)", "nn.CrossEntropyLoss(label_smoothing=0.1)(rows, labels)", "F.cross_entropy(rows, labels)"],
    "F.nll_loss": ["F.nll_loss(F.log_softmax(rows, dim=1), labels)", "F.nll_loss(rows, labels, reduction='sum').item()"],
    "Tensor.cos": ["rows.cos()"],
    "Tensor.sin": ["rows.sin()"],
    "torch.histogram": ["torch.histogram(rows, bins=5)", "torch.histogram(rows, 4, range=(-1.0, 1.0))"],
    "nn.Embedding": ["nn.Embedding(7, 3)(words)", "nn.Embedding(7, 3, padding_idx=0)(words)", "nn.Embedding(7, 3).weight", "nn.Embedding(7, 3)(torch.tensor([[1, 2]]))"],
    "nn.LeakyReLU": ["nn.LeakyReLU(0.2)(rows)", "nn.LeakyReLU(0.2, inplace=True)(rows.clone())", "nn.LeakyReLU(0.2, True)(rows.clone())", "nn.LeakyReLU()(rows)"],
    "nn.ReLU6": ["nn.ReLU6(inplace=True)(rows * 9)", "nn.ReLU6()(rows * 9)"],
    "nn.SiLU": ["nn.SiLU()(rows)", "nn.SiLU(inplace=True)(rows.clone())"],
    "nn.Hardsigmoid": ["nn.Hardsigmoid(inplace=True)(rows.clone())"],
    "nn.Hardswish": ["nn.Hardswish(inplace=True)(rows.clone())"],
    "nn.GELU": ["nn.GELU()(rows)", "nn.GELU(approximate='tanh')(rows)"],
    "nn.ReLU(True)": ["nn.ReLU(True)(rows.clone())", "nn.ReLU(inplace=True)(rows.clone())"],
    "nn.LayerNorm": ["nn.LayerNorm(6)(rows)", "nn.LayerNorm([6], eps=1e-6)(rows)", "nn.LayerNorm((3, 8, 8))(image)"],
    "F.layer_norm": ["F.layer_norm(rows, (6,))", "F.layer_norm(rows, rows.shape[1:], torch.ones(6), torch.zeros(6), 1e-5)"],
    "nn.GroupNorm": ["nn.GroupNorm(3, 3)(image)", "nn.GroupNorm(num_groups=1, num_channels=3, eps=1e-6)(image)"],
    "nn.InstanceNorm2d": ["nn.InstanceNorm2d(3)(image)", "nn.InstanceNorm2d(3, affine=True)(image)"],
    "nn.Conv2d(1, 32, 3, 1)": ["nn.Conv2d(3, 4, 3, 1)(image)", "nn.Conv2d(3, 4, 4, 2, 1, bias=False)(image)", "nn.Conv2d(3, 4, kernel_size=3, stride=2, padding=1)(image)"],
    "nn.ConvTranspose2d": ["nn.ConvTranspose2d(3, 2, 4, 2, 1, bias=False)(image)", "nn.ConvTranspose2d(3, 2, kernel_size=2, stride=2)(image)"],
    "nn.MaxPool2d": ["nn.MaxPool2d(2)(image)", "nn.MaxPool2d(kernel_size=3, stride=2, padding=1)(image)", "F.max_pool2d(image, 2)", "F.avg_pool2d(image, 4)"],
    "nn.Linear": ["nn.Linear(6, 2)(rows)", "nn.Linear(6, 2, bias=False)(rows)", "F.relu(nn.Linear(6, 2)(rows))"],
    "nn.Dropout(p=0.5)": ["nn.Dropout(p=0.5)(rows)", "nn.Dropout(0.25)(rows)", "nn.Dropout()(rows)", "nn.Dropout(0.5).eval()(rows)"],
    "nn.Dropout2d": ["nn.Dropout2d()(image)", "nn.Dropout2d(0.25)(image)", "nn.Dropout2d(p=0.3).eval()(image)", "F.dropout2d(image, 0.4, True)"],
    "F.interpolate": [
        *("F.interpolate(image, scale_factor=2)", "F.interpolate(image, size=(5, 6), mode='bilinear', align_corners=False)"),
        *("F.interpolate(image, scale_factor=2, mode='nearest')", "F.interpolate(image, size=image.shape[2:], mode='bilinear', align_corners=True)"),
    ],
    "nn.PixelShuffle": ["nn.PixelShuffle(2)(torch.cat([image, image[:, :1]], dim=1))"],
    "nn.Upsample": ["nn.Upsample(scale_factor=2)(image)", "nn.Upsample(scale_factor=2, mode='nearest')(image)"],
    "nn.Upsample (bilinear)": ["nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)(image)"],
    "nn.ReflectionPad2d": ["nn.ReflectionPad2d(1)(image)", "nn.ReflectionPad2d((1, 0, 2, 1))(image)"],
    "nn.ZeroPad2d": ["nn.ZeroPad2d((1, 0, 1, 0))(image)"],
    "nn.ConstantPad2d": ["nn.ConstantPad2d(1, 3.5)(image)"],
    "F.pad": ["F.pad(image, (1, 1, 2, 0), 'constant', 0)", "F.pad(image, (1, 1, 2, 0), mode='reflect')"],
    "nn.RNN": ["nn.RNN(3, 4)(steps)", "nn.RNN(3, 4, 2, nonlinearity='relu', batch_first=True)(steps)"],
    "nn.LSTM": ["nn.LSTM(3, 4)(steps)", "nn.LSTM(3, 4, 2, batch_first=True)(steps)[0]", "nn.LSTM(3, 4)(steps, (torch.zeros(1, 2, 4), torch.ones(1, 2, 4)))[1]"],
    "nn.LSTM (bidirectional)": ["nn.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True)(steps)[0]"],
    "nn.GRU": ["nn.GRU(3, 4)(steps)", "nn.GRU(3, 4)(steps, torch.ones(1, 2, 4))[0]"],
    "nn.GRU (bidirectional)": ["nn.GRU(3, 4, bidirectional=True)(steps)[0]"],
    "nn.LSTMCell": ["nn.LSTMCell(3, 4)(steps[0])", "nn.LSTMCell(3, 4)(steps[0], (torch.zeros(2, 4), torch.ones(2, 4)))"],
    "nn.MultiheadAttention": ["nn.MultiheadAttention(6, 2, batch_first=True)(wide, wide, wide)", "nn.MultiheadAttention(6, 3)(wide, wide, wide, need_weights=False)[0]"],
    "nn.Transformer": [
        "nn.Transformer(6, 2, 1, 1, 8, batch_first=True).eval()(wide, wide)",
        "nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 8, 0.0), 2)(wide)",
        "nn.Transformer.generate_square_subsequent_mask(3)",
    ],
    "F.scaled_dot_product_attention": ["F.scaled_dot_product_attention(wide, wide, wide, is_causal=True)", "F.scaled_dot_product_attention(wide, wide, wide)"],
    "nn.utils.rnn.pad_sequence": ["pad_sequence([rows[0], rows[1, :3]], batch_first=True)", "pad_sequence([rows[:2], rows[:3]])"],
    "nn.utils.rnn.pack_padded_sequence": [
        "pad_packed_sequence(nn.LSTM(3, 4)(pack_padded_sequence(steps, [5, 3]))[0])[0]",
        "pad_packed_sequence(nn.GRU(3, 4)(pack_padded_sequence(steps, torch.tensor([3, 5]), enforce_sorted=False))[0])",
    ],
    "Module.add_module": ["m = nn.Sequential(); m.add_module('a', nn.Linear(6, 3)); m.add_module('b', nn.ReLU()); m(rows)", "nn.Sequential(nn.Linear(6, 3), nn.Tanh(), nn.Linear(3, 1))(rows)"],
    "nn.ModuleDict": ["m = nn.ModuleDict({'a': nn.Linear(6, 3), 'b': nn.Linear(6, 2)}); m['b'](rows)"],
    "nn.ModuleList": ["m = nn.ModuleList([nn.Linear(6, 6) for _ in range(2)]); m[1](m[0](rows))", "m = nn.ModuleList(); m.append(nn.Linear(6, 1)); len(m)"],
    "nn.init.trunc_normal_": ["nn.init.trunc_normal_(torch.empty(4, 5), std=0.02)", "nn.init.trunc_normal_(torch.empty(4, 5), mean=1, a=0.5, b=2)"],
    "nn.init.orthogonal_": ["nn.init.orthogonal_(torch.empty(3, 4))", "nn.init.orthogonal_(torch.empty(4, 2), 0.5)"],
    "nn.init": ["nn.init.xavier_uniform_(torch.empty(3, 4))", "nn.init.kaiming_normal_(torch.empty(3, 4), mode='fan_out', nonlinearity='relu')", "nn.init.normal_(torch.empty(7), 0.0, 0.02)", "nn.init.constant_(torch.empty(2), 1)"],
    "nn.utils.clip_grad_norm_": ["(w * w).sum().backward(); nn.utils.clip_grad_norm_([w], 0.5)", "(w * w).sum().backward(); nn.utils.clip_grad_norm_([w], max_norm=1.0); w.grad"],
    "optim.SGD": ["o = optim.SGD([w], lr=0.1, momentum=0.9, weight_decay=1e-2); trained()", "o = optim.SGD([w], 0.1, 0.9); trained()", "o = optim.SGD([w]); trained()"],
    "optim.Adam": ["o = optim.Adam([w], lr=0.1, betas=(0.5, 0.999)); trained()", "o = optim.Adam([w], 0.1); trained()"],
    "optim.AdamW": ["o = optim.AdamW([w], lr=0.1, weight_decay=0.05); trained()"],
    "optim.Adadelta": ["o = optim.Adadelta([w], lr=1.0); trained()"],
    "optim.RMSprop": ["o = optim.RMSprop([w], lr=0.01, alpha=0.9, eps=1e-6); trained()"],
    "optim.LBFGS": ["o = optim.LBFGS([w], lr=0.8); o.step(closure); w"],
    "Scheduler.step": ["o = optim.SGD([w], lr=0.1); s = lr_scheduler.ExponentialLR(o, 0.9); rates()"],
    "optim.lr_scheduler.StepLR": ["o = optim.SGD([w], lr=0.1); s = lr_scheduler.StepLR(o, step_size=2, gamma=0.7); rates()", "o = optim.SGD([w], lr=0.1); s = lr_scheduler.StepLR(o, 2, 0.1); rates()"],
    "optim.lr_scheduler.CosineAnnealingLR": ["o = optim.SGD([w], lr=0.1); s = lr_scheduler.CosineAnnealingLR(o, T_max=4); rates()"],
    "optim.lr_scheduler.MultiStepLR": ["o = optim.SGD([w], lr=0.1); s = lr_scheduler.MultiStepLR(o, milestones=[2, 4], gamma=0.1); rates()"],
    "optim.lr_scheduler.ReduceLROnPlateau": ["o = optim.SGD([w], lr=0.1); s = lr_scheduler.ReduceLROnPlateau(o, 'min', patience=1); rates(1.0)"],
    "optim.lr_scheduler._LRScheduler": ["o = optim.SGD([w], lr=0.1); s = lr_scheduler.LambdaLR(o, lambda epoch: 0.5 ** epoch); isinstance(s, lr_scheduler._LRScheduler); rates()"],
}


def given():
    draw = torch.Generator().manual_seed(seed)

    def randn(*sizes):
        return torch.randn(*sizes, generator=draw)

    values = {"image": randn(2, 3, 8, 8), "rows": randn(4, 6), "other": randn(4, 6), "steps": randn(5, 2, 3), "wide": randn(2, 3, 6)}
    return {
        **values,
        "w": randn(4, 6),
        "share": torch.sigmoid(randn(4, 6)),
        "truth": (randn(4, 6) > 0).float(),
        "labels": torch.tensor([1, 0, 5, 3]),
        "words": torch.tensor([[1, 0, 6], [3, 3, 0]]),
    }


def helpers(scope):
    """What the forms of optimizers and schedules end with: `trained()`, `closure` and `rates(…)`, of the scope's o, s, w and other."""

    def trained():
        w, other, o = scope["w"], scope["other"], scope["o"]
        (w * w * other).sum().backward()
        o.step()
        o.zero_grad()
        (w * other).sum().backward()
        o.step()
        return w

    def closure():
        scope["o"].zero_grad()
        loss = ((scope["w"] - scope["other"]) ** 2).sum()
        loss.backward()
        return loss

    def rates(*metrics):
        found = []
        for _ in range(5):
            scope["o"].step()
            scope["s"].step(*metrics)
            found.append(scope["o"].param_groups[0]["lr"])
        return found

    return {"trained": trained, "closure": closure, "rates": rates}


def answer(form):
    scope = given()
    scope["w"].requires_grad_()
    scope.update(torch=torch, nn=nn, F=F, optim=optim, lr_scheduler=lr_scheduler)
    scope.update(pack_padded_sequence=pack_padded_sequence, pad_packed_sequence=pad_packed_sequence, pad_sequence=pad_sequence)
    scope.update(helpers(scope))
    torch.manual_seed(1)
    lines, _, last = form.rpartition("; ")
    exec(lines, scope)
    return [value.detach() if isinstance(value, torch.Tensor) else value for value in flat(eval(last, scope)) if value is not None]


def write(fixtures):
    warnings.simplefilter("ignore")
    fixtures.case("given", tensors=given())
    for of, forms in FORMS.items():
        for form in forms:
            fixtures.case(form, of=of, form=form, answers=answer(form))
