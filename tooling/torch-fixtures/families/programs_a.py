"""What the twins of apps/examples print with small settings and drawn data: mnist, vae, dcgan, resnet, unet, siamese.

A case: {args: settings other than the program's own, lines: printed}. Each twin is the program as it is written in PyTorch; the data are
drawn by the default generator, seeded with 7, before it begins.
"""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.optim.lr_scheduler import MultiStepLR, StepLR
from torch.utils.data import DataLoader, Dataset, TensorDataset
from torchvision import transforms

from families.models import UNet

seed = 0


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, 1)
        self.conv2 = nn.Conv2d(32, 64, 3, 1)
        self.dropout1 = nn.Dropout(0.25)
        self.dropout2 = nn.Dropout(0.5)
        self.fc1 = nn.Linear(9216, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = self.dropout1(F.max_pool2d(x, 2))
        x = self.dropout2(F.relu(self.fc1(torch.flatten(x, 1))))
        return F.log_softmax(self.fc2(x), dim=1)


def mnist(print, seed=1, batch_size=64, epochs=2, lr=1.0, gamma=0.7, log_interval=10):
    torch.manual_seed(7)
    train_set, test_set = (TensorDataset(torch.rand(count, 1, 28, 28), torch.randint(0, 10, (count,))) for count in (48, 20))
    torch.manual_seed(seed)
    train_loader = DataLoader(train_set, batch_size=batch_size, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=1000, shuffle=True)
    model = Net()
    optimizer = optim.Adadelta(model.parameters(), lr=lr)
    scheduler = StepLR(optimizer, step_size=1, gamma=gamma)
    for epoch in range(1, epochs + 1):
        model.train()
        for batch_idx, (data, target) in enumerate(train_loader):
            optimizer.zero_grad()
            loss = F.nll_loss(model(data), target)
            loss.backward()
            optimizer.step()
            if batch_idx % log_interval == 0:
                print("Train Epoch: {} [{}/{} ({:.0f}%)]\tLoss: {:.6f}".format(epoch, batch_idx * len(data), len(train_loader.dataset), 100.0 * batch_idx / len(train_loader), loss.item()))
        model.eval()
        test_loss = correct = 0
        with torch.no_grad():
            for data, target in test_loader:
                output = model(data)
                test_loss += F.nll_loss(output, target, reduction="sum").item()
                pred = output.argmax(dim=1, keepdim=True)
                correct += pred.eq(target.view_as(pred)).sum().item()
        test_loss /= len(test_loader.dataset)
        print("\nTest set: Average loss: {:.4f}, Accuracy: {}/{} ({:.0f}%)\n".format(test_loss, correct, len(test_loader.dataset), 100.0 * correct / len(test_loader.dataset)))
        scheduler.step()


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(784, 400)
        self.fc21 = nn.Linear(400, 20)
        self.fc22 = nn.Linear(400, 20)
        self.fc3 = nn.Linear(20, 400)
        self.fc4 = nn.Linear(400, 784)

    def decode(self, z):
        return torch.sigmoid(self.fc4(F.relu(self.fc3(z))))

    def forward(self, x):
        h1 = F.relu(self.fc1(x.view(-1, 784)))
        mu, logvar = self.fc21(h1), self.fc22(h1)
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        return self.decode(mu + eps * std), mu, logvar


def vae(print, seed=1, batch_size=128, epochs=5, log_interval=10):
    def loss_function(recon_x, x, mu, logvar):
        BCE = F.binary_cross_entropy(recon_x, x.view(-1, 784), reduction="sum")
        KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
        return BCE + KLD

    torch.manual_seed(7)
    train_set, test_set = (TensorDataset(torch.rand(count, 1, 28, 28), torch.zeros(count)) for count in (48, 20))
    torch.manual_seed(seed)
    train_loader = DataLoader(train_set, batch_size=batch_size, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=batch_size, shuffle=False)
    model = VAE()
    optimizer = optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(1, epochs + 1):
        model.train()
        train_loss = 0
        for batch_idx, (data, _) in enumerate(train_loader):
            optimizer.zero_grad()
            recon_batch, mu, logvar = model(data)
            loss = loss_function(recon_batch, data, mu, logvar)
            loss.backward()
            train_loss += loss.item()
            optimizer.step()
            if batch_idx % log_interval == 0:
                print("Train Epoch: {} [{}/{} ({:.0f}%)]\tLoss: {:.6f}".format(epoch, batch_idx * len(data), len(train_loader.dataset), 100.0 * batch_idx / len(train_loader), loss.item() / len(data)))
        print("====> Epoch: {} Average loss: {:.4f}".format(epoch, train_loss / len(train_loader.dataset)))
        model.eval()
        test_loss = 0
        with torch.no_grad():
            for data, _ in test_loader:
                recon_batch, mu, logvar = model(data)
                test_loss += loss_function(recon_batch, data, mu, logvar).item()
        test_loss /= len(test_loader.dataset)
        print("====> Test set loss: {:.4f}".format(test_loss))
        with torch.no_grad():
            model.decode(torch.randn(64, 20))


class Generator(nn.Module):
    def __init__(self, nz, ngf, nc):
        super().__init__()
        self.main = nn.Sequential(
            nn.ConvTranspose2d(nz, ngf * 4, 4, 1, 0, bias=False),
            nn.BatchNorm2d(ngf * 4),
            nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias=False),
            nn.BatchNorm2d(ngf * 2),
            nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias=False),
            nn.BatchNorm2d(ngf),
            nn.ReLU(True),
            nn.ConvTranspose2d(ngf, nc, 4, 2, 1, bias=False),
            nn.Tanh(),
        )

    def forward(self, input):
        return self.main(input)


class Discriminator(nn.Module):
    def __init__(self, ndf, nc):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(nc, ndf, 4, 2, 1, bias=False),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False),
            nn.BatchNorm2d(ndf * 2),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 2, ndf * 4, 4, 2, 1, bias=False),
            nn.BatchNorm2d(ndf * 4),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 4, 1, 4, 1, 0, bias=False),
            nn.Sigmoid(),
        )

    def forward(self, input):
        return self.main(input).view(-1, 1).squeeze(1)


def dcgan(print, manual_seed=1, batch_size=64, nz=100, ngf=16, ndf=16, niter=3, lr=0.0002, beta1=0.5):
    def weights_init(m):
        classname = m.__class__.__name__
        if classname.find("Conv") != -1:
            nn.init.normal_(m.weight, 0.0, 0.02)
        elif classname.find("BatchNorm") != -1:
            nn.init.normal_(m.weight, 1.0, 0.02)
            nn.init.zeros_(m.bias)

    torch.manual_seed(7)
    dataset = TensorDataset(torch.rand(24, 3, 32, 32) * 2 - 1, torch.zeros(24))
    print(f"Random Seed:  {manual_seed}")
    torch.manual_seed(manual_seed)
    dataloader = DataLoader(dataset, batch_size=batch_size, shuffle=True)
    netG = Generator(nz, ngf, 3)
    netG.apply(weights_init)
    print(str(netG))
    netD = Discriminator(ndf, 3)
    netD.apply(weights_init)
    print(str(netD))
    criterion = nn.BCELoss()
    torch.randn(batch_size, nz, 1, 1)
    real_label, fake_label = 1, 0
    optimizerD = optim.Adam(netD.parameters(), lr=lr, betas=(beta1, 0.999))
    optimizerG = optim.Adam(netG.parameters(), lr=lr, betas=(beta1, 0.999))
    for epoch in range(niter):
        for i, data in enumerate(dataloader, 0):
            netD.zero_grad()
            real_cpu = data[0]
            batch_size = real_cpu.size(0)
            label = torch.full((batch_size,), real_label, dtype=real_cpu.dtype)
            output = netD(real_cpu)
            errD_real = criterion(output, label)
            errD_real.backward()
            D_x = output.mean().item()
            noise = torch.randn(batch_size, nz, 1, 1)
            fake = netG(noise)
            label.fill_(fake_label)
            output = netD(fake.detach())
            errD_fake = criterion(output, label)
            errD_fake.backward()
            D_G_z1 = output.mean().item()
            errD = errD_real + errD_fake
            optimizerD.step()
            netG.zero_grad()
            label.fill_(real_label)
            output = netD(fake)
            errG = criterion(output, label)
            errG.backward()
            D_G_z2 = output.mean().item()
            optimizerG.step()
            print("[%d/%d][%d/%d] Loss_D: %.4f Loss_G: %.4f D(x): %.4f D(G(z)): %.4f / %.4f" % (epoch, niter, i, len(dataloader), errD.item(), errG.item(), D_x, D_G_z1, D_G_z2))


class BasicBlock(nn.Module):
    def __init__(self, in_planes, planes, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(in_planes, planes, kernel_size=3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, kernel_size=3, stride=1, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.padded = stride != 1 or in_planes != planes

    def forward(self, x):
        out = F.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        pad = out.size(1) // 4
        out += F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, pad, pad), "constant", 0) if self.padded else x
        return F.relu(out)


class ResNet(nn.Module):
    def __init__(self, num_blocks, num_classes=10):
        super().__init__()
        self.in_planes = 16
        self.conv1 = nn.Conv2d(3, 16, kernel_size=3, stride=1, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.layer1 = self._make_layer(16, num_blocks[0], stride=1)
        self.layer2 = self._make_layer(32, num_blocks[1], stride=2)
        self.layer3 = self._make_layer(64, num_blocks[2], stride=2)
        self.linear = nn.Linear(64, num_classes)
        self.apply(lambda m: nn.init.kaiming_normal_(m.weight) if isinstance(m, (nn.Linear, nn.Conv2d)) else None)

    def _make_layer(self, planes, num_blocks, stride):
        layers = []
        for stride in [stride] + [1] * (num_blocks - 1):
            layers.append(BasicBlock(self.in_planes, planes, stride))
            self.in_planes = planes
        return nn.Sequential(*layers)

    def forward(self, x):
        out = self.layer3(self.layer2(self.layer1(F.relu(self.bn1(self.conv1(x))))))
        out = F.avg_pool2d(out, out.size()[3])
        return self.linear(out.view(out.size(0), -1))


class Images(Dataset):
    def __init__(self, count, transform):
        self.images, self.labels, self.transform = torch.rand(count, 3, 32, 32), torch.randint(0, 10, (count,)), transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return self.transform(self.images[index]), self.labels[index]


class AverageMeter:
    def __init__(self):
        self.val = self.avg = self.sum = self.count = 0

    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count


def resnet(print, seed=1, epochs=2, batch_size=50, lr=0.1, momentum=0.9, weight_decay=1e-4, print_freq=5):
    def accuracy(output, target, topk=(1,)):
        _, pred = output.topk(max(topk), 1, True, True)
        correct = pred.t().eq(target.view(1, -1).expand_as(pred.t()))
        return [correct[:k].view(-1).float().sum(0).mul_(100.0 / target.size(0)) for k in topk]

    torch.manual_seed(7)
    augment = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.RandomCrop(32, 4)])
    train_set, val_set = Images(24, augment), Images(10, lambda image: image)
    torch.manual_seed(seed)
    model = ResNet([3, 3, 3])
    train_loader = DataLoader(train_set, batch_size=batch_size, shuffle=True)
    val_loader = DataLoader(val_set, batch_size=128, shuffle=False)
    criterion = nn.CrossEntropyLoss()
    optimizer = optim.SGD(model.parameters(), lr, momentum=momentum, weight_decay=weight_decay)
    lr_scheduler = MultiStepLR(optimizer, milestones=[math.ceil(epochs / 2), math.ceil(3 * epochs / 4)])
    for epoch in range(epochs):
        print("current lr {:.5e}".format(optimizer.param_groups[0]["lr"]))
        losses, top1 = AverageMeter(), AverageMeter()
        model.train()
        for i, (input, target) in enumerate(train_loader):
            output = model(input)
            loss = criterion(output, target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            prec1 = accuracy(output.data, target)[0]
            losses.update(loss.item(), input.size(0))
            top1.update(prec1.item(), input.size(0))
            if i % print_freq == 0:
                print("Epoch: [{0}][{1}/{2}]\tLoss {loss.val:.4f} ({loss.avg:.4f})\tPrec@1 {top1.val:.3f} ({top1.avg:.3f})".format(epoch, i, len(train_loader), loss=losses, top1=top1))
        lr_scheduler.step()
        losses, top1 = AverageMeter(), AverageMeter()
        model.eval()
        with torch.no_grad():
            for i, (input, target) in enumerate(val_loader):
                output = model(input)
                losses.update(criterion(output, target).item(), input.size(0))
                top1.update(accuracy(output.data, target)[0].item(), input.size(0))
                if i % print_freq == 0:
                    print("Test: [{0}/{1}]\tLoss {loss.val:.4f} ({loss.avg:.4f})\tPrec@1 {top1.val:.3f} ({top1.avg:.3f})".format(i, len(val_loader), loss=losses, top1=top1))
        print(" * Prec@1 {top1.avg:.3f}".format(top1=top1))


def unet(print, seed=0, epochs=3, batch_size=8, learning_rate=1e-4, weight_decay=1e-8, momentum=0.99, gradient_clipping=1.0, width=8):
    def dice_coeff(input, target, reduce_batch_first=False, epsilon=1e-6):
        sum_dim = (-1, -2) if input.dim() == 2 or not reduce_batch_first else (-1, -2, -3)
        inter = 2 * (input * target).sum(dim=sum_dim)
        sets_sum = input.sum(dim=sum_dim) + target.sum(dim=sum_dim)
        sets_sum = torch.where(sets_sum == 0, inter, sets_sum)
        return ((inter + epsilon) / (sets_sum + epsilon)).mean()

    def multiclass_dice_coeff(input, target, reduce_batch_first=False):
        return dice_coeff(input.flatten(0, 1), target.flatten(0, 1), reduce_batch_first)

    def hot(masks):
        return F.one_hot(masks, 3).permute(0, 3, 1, 2).float()

    torch.manual_seed(7)
    train_set, val_set = (TensorDataset(torch.rand(count, 1, 32, 32), torch.randint(0, 3, (count, 32, 32))) for count in (12, 8))
    torch.manual_seed(seed)
    model = UNet(1, 3, width)
    train_loader = DataLoader(train_set, shuffle=True, batch_size=batch_size)
    val_loader = DataLoader(val_set, shuffle=False, drop_last=True, batch_size=batch_size)
    optimizer = optim.RMSprop(model.parameters(), lr=learning_rate, weight_decay=weight_decay, momentum=momentum)
    scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, "max", patience=5)
    criterion = nn.CrossEntropyLoss()
    global_step = 0
    for epoch in range(1, epochs + 1):
        model.train()
        for images, true_masks in train_loader:
            masks_pred = model(images)
            loss = criterion(masks_pred, true_masks)
            loss += 1 - multiclass_dice_coeff(F.softmax(masks_pred, dim=1).float(), hot(true_masks), reduce_batch_first=True)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), gradient_clipping)
            optimizer.step()
            global_step += 1
            print("Epoch {}/{} step {} loss (batch): {:.4f}".format(epoch, epochs, global_step, loss.item()))
        model.eval()
        dice_score = 0
        with torch.no_grad():
            for image, mask_true in val_loader:
                dice_score += multiclass_dice_coeff(hot(model(image).argmax(dim=1))[:, 1:], hot(mask_true)[:, 1:]).item()
        val_score = dice_score / max(len(val_loader), 1)
        scheduler.step(val_score)
        print("Validation Dice score: {:.4f}".format(val_score))


class EmbeddingNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.convnet = nn.Sequential(nn.Conv2d(1, 32, 5), nn.PReLU(), nn.MaxPool2d(2, stride=2), nn.Conv2d(32, 64, 5), nn.PReLU(), nn.MaxPool2d(2, stride=2))
        self.fc = nn.Sequential(nn.Linear(64 * 4 * 4, 256), nn.PReLU(), nn.Linear(256, 256), nn.PReLU(), nn.Linear(256, 2))

    def forward(self, x):
        output = self.convnet(x)
        return self.fc(output.view(output.size()[0], -1))


def siamese(print, seed=1, batch_size=64, margin=1.0, lr=1e-3, step_size=8, n_epochs=3, log_interval=10):
    def loss_fn(output1, output2, target):
        distances = (output2 - output1).pow(2).sum(1)
        losses = 0.5 * (target.float() * distances + (1 + -1 * target).float() * F.relu(margin - (distances + 1e-9).sqrt()).pow(2))
        return losses.mean()

    torch.manual_seed(7)
    train_set, test_set = (TensorDataset(torch.randn(count, 1, 28, 28), torch.randn(count, 1, 28, 28), torch.randint(0, 2, (count,))) for count in (24, 12))
    torch.manual_seed(seed)
    train_loader = DataLoader(train_set, batch_size=batch_size, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=batch_size, shuffle=False)
    model = EmbeddingNet()
    optimizer = optim.Adam(model.parameters(), lr=lr)
    scheduler = StepLR(optimizer, step_size, gamma=0.1, last_epoch=-1)
    for epoch in range(n_epochs):
        model.train()
        losses = []
        total_loss = 0
        for batch_idx, (img1, img2, target) in enumerate(train_loader):
            optimizer.zero_grad()
            loss = loss_fn(model(img1), model(img2), target)
            losses.append(loss.item())
            total_loss += loss.item()
            loss.backward()
            optimizer.step()
            if batch_idx % log_interval == 0:
                print("Train: [{}/{} ({:.0f}%)]\tLoss: {:.6f}".format(batch_idx * len(img1), len(train_loader.dataset), 100.0 * batch_idx / len(train_loader), sum(losses) / len(losses)))
                losses = []
        scheduler.step()
        message = "Epoch: {}/{}. Train set: Average loss: {:.4f}".format(epoch + 1, n_epochs, total_loss / len(train_loader))
        model.eval()
        val_loss = 0
        with torch.no_grad():
            for img1, img2, target in test_loader:
                val_loss += loss_fn(model(img1), model(img2), target).item()
        message += "\nEpoch: {}/{}. Validation set: Average loss: {:.4f}".format(epoch + 1, n_epochs, val_loss / len(test_loader))
        print(message)


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def write(fixtures):
    for program, args in [
        (mnist, {"batch_size": 8, "log_interval": 1}),
        (vae, {"batch_size": 12, "epochs": 3, "log_interval": 1}),
        (dcgan, {"batch_size": 8, "ngf": 8, "ndf": 8}),
        (resnet, {"batch_size": 8, "print_freq": 1}),
        (unet, {"batch_size": 4}),
        (siamese, {"batch_size": 6, "n_epochs": 2, "step_size": 1, "log_interval": 1}),
    ]:
        lines = []
        program(lines.append, **args)
        fixtures.case(program.__name__, args={camel(name): value for name, value in args.items()}, lines=lines)
