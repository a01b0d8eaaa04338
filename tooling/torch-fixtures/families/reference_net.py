"""The reference conv net: three convolutions and two fully connected layers, with dropout before both, or without."""

import torch
from torch import nn
from torch.nn.functional import relu


class ReferenceNet(nn.Module):
    def __init__(self, p=0.25):
        """p None leaves the dropout out."""
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3)
        self.conv2 = nn.Conv2d(32, 64, 3)
        self.conv3 = nn.Conv2d(64, 128, 3)
        self.pool = nn.MaxPool2d(2, 2)
        # The forward of a drawn picture: 3,072 draws between the weights of conv3 and fc1.
        size = self.features(torch.rand(1, 3, 32, 32)).flatten(1).size(1)
        self.fc1 = nn.Linear(size, 512)
        self.fc2 = nn.Linear(512, 10)
        self.dropout = nn.Identity() if p is None else nn.Dropout(p)

    def features(self, x):
        x = self.pool(relu(self.conv1(x)))
        x = self.pool(relu(self.conv2(x)))
        return self.pool(relu(self.conv3(x)))

    def forward(self, x):
        x = self.features(x)
        x = self.dropout(x.reshape(x.size(0), -1))
        x = self.dropout(relu(self.fc1(x)))
        return self.fc2(x)
