"""The nets of ../known-nets.js in PyTorch: each a function of what makes the optimizer, how things are laid out, what compiles, and the batch, that returns a step."""

import math

import torch
from torch import nn
from torch.nn import functional as F


class Residual(nn.Module):
    def __init__(self, inputs, planes, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.added = 0 if stride == 1 else planes - inputs

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)), inplace=True)))
        if self.added > 0:
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.added // 2, self.added - self.added // 2))
        return F.relu(y + x, inplace=True)


class ResNet20(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        stages = [(16, 16, 1), (16, 32, 2), (32, 64, 2)]
        self.layers = nn.Sequential(*[Residual(inputs if at == 0 else planes, planes, stride if at == 0 else 1) for inputs, planes, stride in stages for at in range(3)])
        self.fc = nn.Linear(64, 10)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        x = self.layers(F.relu(self.bn1(self.conv1(x)), inplace=True))
        return self.fc(F.adaptive_avg_pool2d(x, 1).flatten(1))


def convolution(inputs, outputs, kernel=3, stride=1, groups=1, activation=nn.ReLU):
    layers = [nn.Conv2d(inputs, outputs, kernel, stride, (kernel - 1) // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs)]
    return layers if activation is None else [*layers, activation(inplace=True)]


def vgg11():
    layers, inputs = [], 3
    for outputs in [64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"]:
        if outputs == "M":
            layers.append(nn.MaxPool2d(2))
        else:
            layers += convolution(inputs, outputs)
            inputs = outputs
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, 10))


class InvertedResidual(nn.Module):
    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        wide = inputs * expansion
        self.conv = nn.Sequential(
            *([] if expansion == 1 else convolution(inputs, wide, 1, activation=nn.ReLU6)),
            *convolution(wide, wide, 3, stride, wide, nn.ReLU6),
            *convolution(wide, outputs, 1, activation=None),
        )
        self.is_residual = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.conv(x) if self.is_residual else self.conv(x)


def mobilenet_v2():
    layers, inputs = convolution(3, 32, activation=nn.ReLU6), 32
    for expansion, outputs, count, stride in [(1, 16, 1, 1), (6, 24, 2, 1), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]:
        for at in range(count):
            layers.append(InvertedResidual(inputs, outputs, stride if at == 0 else 1, expansion))
            inputs = outputs
    layers += convolution(320, 1280, 1, activation=nn.ReLU6)
    return nn.Sequential(*layers, nn.AvgPool2d(4), nn.Flatten(), nn.Linear(1280, 10))


class DoubleConv(nn.Sequential):
    def __init__(self, inputs, outputs):
        super().__init__(*convolution(inputs, outputs), *convolution(outputs, outputs))


class Up(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.up = nn.ConvTranspose2d(inputs, inputs // 2, 2, stride=2)
        self.conv = DoubleConv(inputs, outputs)

    def forward(self, below, beside):
        return self.conv(torch.cat([beside, self.up(below)], 1))


class UNet(nn.Module):
    def __init__(self, channels, classes, width):
        super().__init__()
        self.inc = DoubleConv(channels, width)
        self.downs = nn.ModuleList([DoubleConv(width << at, width << at + 1) for at in range(4)])
        self.ups = nn.ModuleList([Up(width << at + 1, width << at) for at in (3, 2, 1, 0)])
        self.outc = nn.Conv2d(width, classes, 1)

    def forward(self, x):
        passed = [self.inc(x)]
        for down in self.downs:
            passed.append(down(F.max_pool2d(passed[-1], 2)))
        x = passed.pop()
        for up in self.ups:
            x = up(x, passed.pop())
        return self.outc(x)


class LanguageModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Embedding(2000, 256)
        self.rnn = nn.LSTM(256, 256, 2, dropout=0.2)
        self.drop = nn.Dropout(0.2)
        self.decoder = nn.Linear(256, 2000)
        self.decoder.weight = self.encoder.weight

    def forward(self, tokens):
        output, _ = self.rnn(self.drop(self.encoder(tokens)))
        return self.decoder(self.drop(output)).view(-1, 2000)


class Attention(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.c_attn = nn.Linear(width, 3 * width)
        self.c_proj = nn.Linear(width, width)
        self.resid_dropout = nn.Dropout(dropout)
        self.heads, self.dropout = heads, dropout

    def forward(self, x):
        count, length, width = x.shape
        q, k, v = (part.view(count, length, self.heads, -1).transpose(1, 2) for part in self.c_attn(x).split(width, dim=2))
        y = F.scaled_dot_product_attention(q, k, v, dropout_p=self.dropout if self.training else 0, is_causal=True)
        return self.resid_dropout(self.c_proj(y.transpose(1, 2).reshape(count, length, width)))


class Block(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width)
        self.attn = Attention(width, heads, dropout)
        self.ln_2 = nn.LayerNorm(width)
        self.c_fc = nn.Linear(width, 4 * width)
        self.c_proj = nn.Linear(4 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.dropout(self.c_proj(F.gelu(self.c_fc(self.ln_2(x)))))


class GPT(nn.Module):
    def __init__(self, vocabulary, context, layers, heads, width, dropout):
        super().__init__()
        self.wte = nn.Embedding(vocabulary, width)
        self.wpe = nn.Embedding(context, width)
        self.drop = nn.Dropout(dropout)
        self.h = nn.ModuleList([Block(width, heads, dropout) for _ in range(layers)])
        self.ln_f = nn.LayerNorm(width)
        self.lm_head = nn.Linear(width, vocabulary, bias=False)
        self.wte.weight = self.lm_head.weight
        self.apply(self.begin)
        for name, parameter in self.named_parameters():
            if name.endswith("c_proj.weight"):
                nn.init.normal_(parameter, 0, 0.02 / math.sqrt(2 * layers))

    def begin(self, module):
        if isinstance(module, (nn.Linear, nn.Embedding)):
            nn.init.normal_(module.weight, 0, 0.02)
        if isinstance(module, nn.Linear) and module.bias is not None:
            nn.init.zeros_(module.bias)

    def forward(self, tokens):
        x = self.drop(self.wte(tokens) + self.wpe(torch.arange(tokens.size(1))))
        for block in self.h:
            x = block(x)
        return self.lm_head(self.ln_f(x)).view(-1, self.lm_head.out_features)


class EncoderBlock(nn.Module):
    def __init__(self, heads, width, inner, dropout):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(width, heads, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.ln_2 = nn.LayerNorm(width, eps=1e-6)
        first, second = nn.Linear(width, inner), nn.Linear(inner, width)
        self.mlp = nn.Sequential(first, nn.GELU(), nn.Dropout(dropout), second, nn.Dropout(dropout))
        for linear in (first, second):
            nn.init.xavier_uniform_(linear.weight)
            nn.init.normal_(linear.bias, std=1e-6)

    def forward(self, x):
        y = self.ln_1(x)
        x = x + self.dropout(self.self_attention(y, y, y, need_weights=False)[0])
        return x + self.mlp(self.ln_2(x))


class VisionTransformer(nn.Module):
    """torchvision's."""

    def __init__(self, size, patch, layers, heads, width, inner, classes, dropout):
        super().__init__()
        self.conv_proj = nn.Conv2d(3, width, patch, patch)
        self.class_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embedding = nn.Parameter(torch.empty(1, (size // patch) ** 2 + 1, width).normal_(std=0.02))
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.Sequential(*[EncoderBlock(heads, width, inner, dropout) for _ in range(layers)])
        self.ln = nn.LayerNorm(width, eps=1e-6)
        self.head = nn.Linear(width, classes)
        nn.init.trunc_normal_(self.conv_proj.weight, std=math.sqrt(1 / (3 * patch * patch)))
        nn.init.zeros_(self.conv_proj.bias)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, x):
        x = self.conv_proj(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(x.size(0), -1, -1), x], 1)
        return self.head(self.ln(self.layers(self.dropout(x + self.pos_embedding)))[:, 0])


def transposed(inputs, outputs, stride, padding):
    return [nn.ConvTranspose2d(inputs, outputs, 4, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


def halving(inputs, outputs, norm):
    return [nn.Conv2d(inputs, outputs, 4, 2, 1, bias=False), *([nn.BatchNorm2d(outputs)] if norm else []), nn.LeakyReLU(0.2, inplace=True)]


def dcgan(optimizer_of, placed, compiled, batch):
    made = nn.Sequential(
        *transposed(100, 256, 1, 0), *transposed(256, 128, 2, 1), *transposed(128, 64, 2, 1), nn.ConvTranspose2d(64, 3, 4, 2, 1, bias=False), nn.Tanh()
    )
    judge = nn.Sequential(
        *halving(3, 64, False), *halving(64, 128, True), *halving(128, 256, True), nn.Conv2d(256, 1, 4, bias=False), nn.Sigmoid(), nn.Flatten(0)
    )
    for model in (made, judge):
        for module in model.modules():
            if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
                nn.init.normal_(module.weight, 0, 0.02)
    made, judge = placed(made), placed(judge)
    judging, making = optimizer_of(judge.parameters()), optimizer_of(made.parameters())
    real = placed(torch.randn(batch, 3, 32, 32))
    yes, no = torch.ones(batch), torch.zeros(batch)
    draw, lost = compiled(made), compiled(lambda x, y: F.binary_cross_entropy(judge(x), y))

    def step():
        judging.zero_grad()
        lost(real, yes).backward()
        images = draw(placed(torch.randn(batch, 100, 1, 1)))
        lost(images.detach(), no).backward()
        judging.step()
        making.zero_grad()
        loss = lost(images, yes)
        loss.backward()
        making.step()
        return loss

    return step


def classifies(make, data, clip=None):
    def of(optimizer_of, placed, compiled, batch):
        model = placed(make())
        optimizer = optimizer_of(model.parameters())
        x, y = data(batch)
        x = placed(x)
        lost = compiled(lambda x, y: F.cross_entropy(model(x), y))

        def step():
            optimizer.zero_grad()
            loss = lost(x, y)
            loss.backward()
            if clip is not None:
                nn.utils.clip_grad_norm_(model.parameters(), clip)
            optimizer.step()
            return loss

        return step

    return of


def pictures(batch):
    return torch.randn(batch, 3, 32, 32), torch.randint(0, 10, (batch,))


known_nets = {
    "resnet20": classifies(ResNet20, pictures),
    "vgg11": classifies(vgg11, pictures),
    "mobilenetv2": classifies(mobilenet_v2, pictures),
    "dcgan": dcgan,
    "unet": classifies(lambda: UNet(3, 2, 16), lambda batch: (torch.randn(batch, 3, 64, 64), torch.randint(0, 2, (batch, 64, 64)))),
    "lstm": classifies(LanguageModel, lambda batch: (torch.randint(0, 2000, (35, batch)), torch.randint(0, 2000, (35 * batch,))), 0.25),
    "gpt": classifies(lambda: GPT(65, 128, 6, 6, 192, 0.2), lambda batch: (torch.randint(0, 65, (batch, 128)), torch.randint(0, 65, (128 * batch,)))),
    "vit": classifies(lambda: VisionTransformer(32, 4, 6, 3, 192, 768, 10, 0.1), pictures),
}
