"""RetinaNet-R50 as torchvision's first version has it, in plain PyTorch: 91 classes, P6 from P5, normalisation as after training.

Normalisation is PyTorch's own operator, which is faster than torchvision's frozen one.
"""

import torch
from torch import nn
from torch.nn import functional as F


def convolution(inputs, outputs, side, stride=1):
    layer = nn.Conv2d(inputs, outputs, side, stride, side // 2, bias=False)
    return nn.Sequential(layer, nn.BatchNorm2d(outputs))


class Bottleneck(nn.Module):
    def __init__(self, inputs, width, stride):
        super().__init__()
        self.first, self.second = convolution(inputs, width, 1), convolution(width, width, 3, stride)
        self.third = convolution(width, 4 * width, 1)
        is_same = inputs == 4 * width and stride == 1
        self.shortcut = nn.Identity() if is_same else convolution(inputs, 4 * width, 1, stride)

    def forward(self, x):
        y = F.relu(self.second(F.relu(self.first(x), inplace=True)), inplace=True)
        return F.relu(self.third(y) + self.shortcut(x), inplace=True)


def stage(inputs, width, count, stride):
    blocks = [Bottleneck(inputs if index == 0 else 4 * width, width, stride if index == 0 else 1) for index in range(count)]
    return nn.Sequential(*blocks)


def subnet(outputs):
    layers = []
    for _ in range(4):
        layers += [nn.Conv2d(256, 256, 3, padding=1), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers, nn.Conv2d(256, outputs, 3, padding=1))


class RetinaNet(nn.Module):
    """N × 3 × H × W → the logits of P3 to P7, and then their box offsets."""

    def __init__(self, classes=91):
        super().__init__()
        self.stem = nn.Sequential(convolution(3, 64, 7, 2), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1))
        self.stages = nn.ModuleList(
            [stage(64, 64, 3, 1), stage(256, 128, 4, 2), stage(512, 256, 6, 2), stage(1024, 512, 3, 2)])
        self.lateral = nn.ModuleList([nn.Conv2d(inputs, 256, 1) for inputs in (512, 1024, 2048)])
        self.output = nn.ModuleList([nn.Conv2d(256, 256, 3, padding=1) for _ in range(3)])
        self.sixth, self.seventh = nn.Conv2d(256, 256, 3, 2, 1), nn.Conv2d(256, 256, 3, 2, 1)
        self.classification, self.regression = subnet(9 * classes), subnet(9 * 4)

    def forward(self, x):
        x, stages = self.stem(x), []
        for stage in self.stages:
            x = stage(x)
            stages.append(x)
        merged = [lateral(c) for lateral, c in zip(self.lateral, stages[1:])]
        for level in (1, 0):
            merged[level] = merged[level] + F.interpolate(merged[level + 1], size=merged[level].shape[-2:])
        pyramid = [output(m) for output, m in zip(self.output, merged)]
        pyramid.append(self.sixth(pyramid[-1]))
        pyramid.append(self.seventh(F.relu(pyramid[-1])))
        return [self.classification(p) for p in pyramid] + [self.regression(p) for p in pyramid]
