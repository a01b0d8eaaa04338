"""Nets that people know: their keys, first weights, and a step; torchvision's, and twins of those that it has not.

Case: {make (our function or class), arguments, seed, state: {key: {shape, sum, first}}, nextRandom, input, training, evaluation: {output}}; training: {output,
gradients: {key: norm}, nextRandom}, null where the net is large. What is lost is output · weights, weights drawn behind the forward. torchvision 0.29.2.
"""

import math

import torch
import torchvision
from torch import nn
from torch.nn import functional as F
from torchvision import models

seed = 4711


class LeNet5(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, padding=2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(400, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = F.avg_pool2d(torch.tanh(self.conv1(x)), 2)
        x = F.avg_pool2d(torch.tanh(self.conv2(x)), 2).flatten(1)
        return self.fc3(torch.tanh(self.fc2(torch.tanh(self.fc1(x)))))


class PaddedShortcut(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.channels = channels

    def forward(self, x):
        half = x[:, :, ::2, ::2]
        added = self.channels - half.size(1)
        return F.pad(half, (0, 0, 0, 0, added // 2, added - added // 2))


class CifarResNet(nn.Module):
    def __init__(self, blocks, classes=10):
        super().__init__()
        block = models.resnet.BasicBlock
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)

        def stage(inputs, planes, stride):
            first = block(inputs, planes, stride, None if stride == 1 else PaddedShortcut(planes))
            return nn.Sequential(first, *[block(planes, planes) for _ in range(blocks - 1)])

        self.layer1 = stage(16, 16, 1)
        self.layer2 = stage(16, 32, 2)
        self.layer3 = stage(32, 64, 2)
        self.fc = nn.Linear(64, classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        x = self.layer3(self.layer2(self.layer1(F.relu(self.bn1(self.conv1(x))))))
        return self.fc(x.mean((2, 3)))


class DoubleConv(nn.Module):
    def __init__(self, inputs, outputs, middle=None):
        super().__init__()
        middle = middle or outputs
        self.double_conv = nn.Sequential(
            nn.Conv2d(inputs, middle, 3, padding=1, bias=False),
            nn.BatchNorm2d(middle),
            nn.ReLU(inplace=True),
            nn.Conv2d(middle, outputs, 3, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )

    def forward(self, x):
        return self.double_conv(x)


class Down(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.maxpool_conv = nn.Sequential(nn.MaxPool2d(2), DoubleConv(inputs, outputs))

    def forward(self, x):
        return self.maxpool_conv(x)


class Up(nn.Module):
    def __init__(self, inputs, outputs, bilinear):
        super().__init__()
        if bilinear:
            self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
            self.conv = DoubleConv(inputs, outputs, inputs // 2)
        else:
            self.up = nn.ConvTranspose2d(inputs, inputs // 2, kernel_size=2, stride=2)
            self.conv = DoubleConv(inputs, outputs)

    def forward(self, x1, x2):
        x1 = self.up(x1)
        down, right = x2.size(2) - x1.size(2), x2.size(3) - x1.size(3)
        x1 = F.pad(x1, [right // 2, right - right // 2, down // 2, down - down // 2])
        return self.conv(torch.cat([x2, x1], dim=1))


class OutConv(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 1)

    def forward(self, x):
        return self.conv(x)


class UNet(nn.Module):
    def __init__(self, channels, classes, width=64, bilinear=False):
        super().__init__()
        factor = 2 if bilinear else 1
        self.inc = DoubleConv(channels, width)
        self.down1 = Down(width, 2 * width)
        self.down2 = Down(2 * width, 4 * width)
        self.down3 = Down(4 * width, 8 * width)
        self.down4 = Down(8 * width, 16 * width // factor)
        self.up1 = Up(16 * width, 8 * width // factor, bilinear)
        self.up2 = Up(8 * width, 4 * width // factor, bilinear)
        self.up3 = Up(4 * width, 2 * width // factor, bilinear)
        self.up4 = Up(2 * width, width, bilinear)
        self.outc = OutConv(width, classes)

    def forward(self, x):
        x1 = self.inc(x)
        x2 = self.down1(x1)
        x3 = self.down2(x2)
        x4 = self.down3(x3)
        x5 = self.down4(x4)
        return self.outc(self.up4(self.up3(self.up2(self.up1(x5, x4), x3), x2), x1))


class CausalSelfAttention(nn.Module):
    def __init__(self, width, heads, dropout, bias):
        super().__init__()
        self.c_attn = nn.Linear(width, 3 * width, bias=bias)
        self.c_proj = nn.Linear(width, width, bias=bias)
        self.resid_dropout = nn.Dropout(dropout)
        self.heads, self.dropout = heads, dropout

    def forward(self, x):
        count, length, width = x.shape
        q, k, v = (part.view(count, length, self.heads, -1).transpose(1, 2) for part in self.c_attn(x).split(width, dim=2))
        y = F.scaled_dot_product_attention(q, k, v, dropout_p=self.dropout if self.training else 0, is_causal=True)
        return self.resid_dropout(self.c_proj(y.transpose(1, 2).reshape(count, length, width)))


class MLP(nn.Module):
    def __init__(self, width, dropout, bias):
        super().__init__()
        self.c_fc = nn.Linear(width, 4 * width, bias=bias)
        self.gelu = nn.GELU()
        self.c_proj = nn.Linear(4 * width, width, bias=bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        return self.dropout(self.c_proj(self.gelu(self.c_fc(x))))


class Block(nn.Module):
    def __init__(self, width, heads, dropout, bias):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width, bias=bias)
        self.attn = CausalSelfAttention(width, heads, dropout, bias)
        self.ln_2 = nn.LayerNorm(width, bias=bias)
        self.mlp = MLP(width, dropout, bias)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class GPT(nn.Module):
    """nanoGPT's net, written anew."""

    def __init__(self, vocab_size, block_size, n_layer=6, n_head=6, n_embd=192, dropout=0.2, bias=True):
        super().__init__()
        self.transformer = nn.ModuleDict(
            {
                "wte": nn.Embedding(vocab_size, n_embd),
                "wpe": nn.Embedding(block_size, n_embd),
                "drop": nn.Dropout(dropout),
                "h": nn.ModuleList([Block(n_embd, n_head, dropout, bias) for _ in range(n_layer)]),
                "ln_f": nn.LayerNorm(n_embd, bias=bias),
            }
        )
        self.lm_head = nn.Linear(n_embd, vocab_size, bias=False)
        self.transformer.wte.weight = self.lm_head.weight
        self.apply(self.begin)
        for name, parameter in self.named_parameters():
            if name.endswith("c_proj.weight"):
                nn.init.normal_(parameter, mean=0.0, std=0.02 / math.sqrt(2 * n_layer))

    def begin(self, module):
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, mean=0.0, std=0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Embedding):
            nn.init.normal_(module.weight, mean=0.0, std=0.02)

    def forward(self, tokens):
        x = self.transformer.drop(self.transformer.wte(tokens) + self.transformer.wpe(torch.arange(tokens.size(1))))
        for block in self.transformer.h:
            x = block(x)
        return self.lm_head(self.transformer.ln_f(x))


def write(fixtures):
    if torchvision.__version__.split("+")[0] != "0.29.2":
        raise SystemExit(f"models.py: the fixtures are those of torchvision 0.29.2, but this is {torchvision.__version__}")
    images = lambda *shape: lambda: torch.randn(*shape)
    tokens = lambda *shape: lambda: torch.randint(0, 17, shape)
    vit = {"image_size": 16, "patch_size": 4, "num_layers": 2, "num_heads": 2, "hidden_dim": 24, "mlp_dim": 40, "num_classes": 7, "dropout": 0.1, "attention_dropout": 0.1}
    gpt = {"vocab_size": 17, "block_size": 12, "n_layer": 2, "n_head": 3, "n_embd": 24}
    for make, arguments, build, inputs, whole in [
        ("LeNet5", [{}], LeNet5, images(2, 1, 28, 28), True),
        ("alexnet", [{"numClasses": 5}], lambda: models.alexnet(num_classes=5), images(1, 3, 64, 64), False),
        ("vgg11Bn", [{"numClasses": 5}], lambda: models.vgg11_bn(num_classes=5), images(1, 3, 32, 32), False),
        ("resnet18", [{"numClasses": 10}], lambda: models.resnet18(num_classes=10), images(2, 3, 40, 40), True),
        ("resnet34", [{"numClasses": 3, "zeroInitResidual": True}], lambda: models.resnet34(num_classes=3, zero_init_residual=True), images(1, 3, 32, 32), False),
        ("resnet50", [{"numClasses": 10}], lambda: models.resnet50(num_classes=10), images(2, 3, 64, 64), True),
        ("resnet20", [{}], lambda: CifarResNet(3), images(4, 3, 32, 32), True),
        ("resnet56", [{"numClasses": 100}], lambda: CifarResNet(9, 100), images(2, 3, 32, 32), True),
        ("mobilenetV2", [{"numClasses": 10}], lambda: models.mobilenet_v2(num_classes=10), images(2, 3, 64, 64), True),
        ("mobilenetV2", [{"widthMult": 0.35, "dropout": 0}], lambda: models.mobilenet_v2(width_mult=0.35, dropout=0.0), images(2, 3, 64, 64), True),
        ("UNet", [1, 3, {"width": 8}], lambda: UNet(1, 3, 8), images(2, 1, 33, 20), True),
        ("UNet", [3, 2, {"width": 8, "bilinear": True}], lambda: UNet(3, 2, 8, True), images(1, 3, 32, 32), True),
        ("GPT", [{"vocabSize": 17, "blockSize": 12, "nLayer": 2, "nHead": 3, "nEmbd": 24}], lambda: GPT(**gpt), tokens(3, 12), True),
        ("GPT", [{"vocabSize": 17, "blockSize": 12, "nLayer": 1, "nHead": 1, "nEmbd": 8, "dropout": 0, "bias": False}], lambda: GPT(17, 12, 1, 1, 8, 0.0, False), tokens(2, 5), True),
        ("VisionTransformer", [{"imageSize": 16, "patchSize": 4, "numLayers": 2, "numHeads": 2, "hiddenDim": 24, "mlpDim": 40, "numClasses": 7, "dropout": 0.1, "attentionDropout": 0.1}], lambda: models.VisionTransformer(**vit), images(2, 3, 16, 16), True),
    ]:
        record(fixtures, make, arguments, build, inputs, whole)


def record(fixtures, make, arguments, build, inputs, whole):
    name = f"{make}({', '.join(map(str, arguments))})"
    of_case = fixtures.seed_of(name) % 2**31
    torch.manual_seed(of_case)
    model = build()
    next_random = torch.rand(1).item()
    state = {key: {"shape": list(value.shape), "sum": value.double().sum().item(), "first": value.flatten()[:3].tolist()} for key, value in model.state_dict().items()}
    given = inputs()
    with torch.no_grad():
        # Heads of zeros would show nothing.
        if make == "VisionTransformer":
            model.heads.head.weight.copy_(torch.linspace(-1, 1, model.heads.head.weight.numel()).view_as(model.heads.head.weight))
        evaluation = model.eval()(given)
    training = None
    if whole:
        # Batch statistics of a few pixels, and ReLUs at zero, spread roundings over tens of layers: nets that are small are compared in float64.
        double = sum(parameter.numel() for parameter in model.parameters()) < 200_000
        torch.manual_seed(of_case + 1)
        model.train()
        if double:
            model.double()
        output = model(given.double() if double and given.is_floating_point() else given)
        next_in_training = torch.rand(1).item()
        weights = torch.randn(output.shape, dtype=output.dtype)
        (output * weights).sum().backward()
        gradients = {key: parameter.grad.double().norm().item() for key, parameter in model.named_parameters()}
        training = {"output": output, "weights": weights, "gradients": gradients, "nextRandom": next_in_training}
    fixtures.case(name, make=make, arguments=arguments, seed=of_case, state=state, nextRandom=next_random, input=given, evaluation={"output": evaluation}, training=training)
