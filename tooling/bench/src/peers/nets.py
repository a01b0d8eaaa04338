"""The nets of ../nets.js in PyTorch."""

from torch import nn
from torch.nn import functional as F


class ReferenceNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3)
        self.conv2 = nn.Conv2d(32, 64, 3)
        self.conv3 = nn.Conv2d(64, 128, 3)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(512, 512)
        self.fc2 = nn.Linear(512, 10)
        self.dropout = nn.Dropout(0.25)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = self.pool(F.relu(self.conv3(x)))
        x = self.dropout(x.reshape(x.size(0), -1))
        return self.fc2(self.dropout(F.relu(self.fc1(x))))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1)
        self.second = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.shortcut = nn.Identity() if stride == 1 else nn.Conv2d(inputs, outputs, 1, stride=stride)

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


class ResidualNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 32, 3, padding=1)
        self.blocks = nn.Sequential(Block(32, 32, 1), Block(32, 32, 1), Block(32, 64, 2))
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        return self.head(F.avg_pool2d(self.blocks(F.relu(self.stem(x))), 16).flatten(1))


def conv(inputs, outputs, kernel, **options):
    return [nn.Conv2d(inputs, outputs, kernel, **options), nn.ReLU()]


def linear(inputs, outputs):
    return [nn.Linear(inputs, outputs), nn.ReLU()]


nets = {
    "reference": ((3, 32, 32), ReferenceNet),
    "mlp": (
        (784,),
        lambda: nn.Sequential(
            *linear(784, 1024),
            nn.Dropout(0.5),
            *linear(1024, 1024),
            nn.Dropout(0.5),
            *linear(1024, 2048),
            nn.Dropout(0.5),
            nn.Linear(2048, 10),
        ),
    ),
    "lenet5": (
        (1, 28, 28),
        lambda: nn.Sequential(
            *conv(1, 6, 5, padding=2),
            nn.MaxPool2d(2),
            *conv(6, 16, 5),
            nn.MaxPool2d(2),
            nn.Flatten(),
            *linear(400, 120),
            *linear(120, 84),
            nn.Linear(84, 10),
        ),
    ),
    "vgg": (
        (3, 32, 32),
        lambda: nn.Sequential(
            *conv(3, 32, 3, padding=1),
            *conv(32, 32, 3, padding=1),
            nn.MaxPool2d(2),
            *conv(32, 64, 3, padding=1),
            *conv(64, 64, 3, padding=1),
            nn.MaxPool2d(2),
            *conv(64, 128, 3, padding=1),
            *conv(128, 128, 3, padding=1),
            nn.MaxPool2d(2),
            nn.Flatten(),
            *linear(2048, 256),
            nn.Dropout(0.5),
            nn.Linear(256, 10),
        ),
    ),
    "five": (
        (3, 32, 32),
        lambda: nn.Sequential(
            *conv(3, 32, 5, padding=2),
            nn.MaxPool2d(3, 2),
            *conv(32, 64, 5, padding=2),
            nn.MaxPool2d(3, 2),
            nn.Flatten(),
            nn.Linear(3136, 10),
        ),
    ),
    "strided": (
        (3, 32, 32),
        lambda: nn.Sequential(
            *conv(3, 32, 3, padding=1),
            *conv(32, 64, 3, stride=2, padding=1),
            *conv(64, 64, 1),
            *conv(64, 128, 3, stride=2, padding=1),
            *conv(128, 128, 1),
            nn.AvgPool2d(8),
            nn.Flatten(),
            nn.Linear(128, 10),
        ),
    ),
    "residual": ((3, 32, 32), ResidualNet),
}
