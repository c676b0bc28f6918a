"""Writes truth.json: RetinaNets of torchvision, with weights that both sides make from the names of the parameters.

python3 truth.py > truth.json
Made with torch 2.13.0+cpu, torchvision 0.28.0, numpy 2.4.6, Python 3.11.
"""

import json
import math
from functools import partial

import numpy as np
import torch
import torchvision
from torch import nn
from torchvision.models import resnet
from torchvision.models.detection import RetinaNet
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.retinanet import (
    RetinaNetHead, _default_anchorgen, retinanet_resnet50_fpn, retinanet_resnet50_fpn_v2)
from torchvision.ops import FrozenBatchNorm2d
from torchvision.ops.feature_pyramid_network import LastLevelP6P7

MASK = (1 << 64) - 1


# The same numbers as in SeededWeights.swift


def seed_of(name):
    """FNV-1a of the name."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = ((seed ^ byte) * 0x100000001B3) & MASK
    return seed


def uniform(name, shape):
    """SplitMix64, which counts: every number can be computed by itself."""
    with np.errstate(over="ignore"):
        count = np.arange(1, math.prod(shape) + 1, dtype=np.uint64)
        z = np.uint64(seed_of(name)) + count * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return ((z >> np.uint64(11)).astype(np.float64) * 2.0**-53).reshape(shape)


def weights(name, shape):
    u = uniform(name, shape)
    kind = name.split(".")[-1]
    if len(shape) == 4:
        return (2 * u - 1) * (math.sqrt(6 / math.prod(shape[1:])) * (0.25 if ".fpn." in name else 1))
    if kind == "weight":
        return 0.5 + 0.5 * u
    if kind == "running_var":
        return 0.5 + u
    return u - 4.5 if name.endswith("cls_logits.bias") else 0.2 * u - 0.1


def picture(name, height, width):
    return torch.tensor(3.4 * uniform(name, (3, height, width)) - 1.7, dtype=torch.float32)


# Networks


class Given(nn.Module):
    """Pictures that need no resizing."""

    def forward(self, images, targets=None):
        return ImageList(torch.stack(images), [tuple(image.shape[-2:]) for image in images]), targets

    def postprocess(self, detections, *_):
        return detections


def network(block, blocks, norm, sixth, channels, classes, group_norm, **grouped):
    body = resnet.ResNet(block, blocks, norm_layer=norm, **grouped)
    inputs = [128 * block.expansion, 256 * block.expansion, 512 * block.expansion]
    extra = LastLevelP6P7(inputs[-1] if sixth == "c5" else channels, channels)
    if sixth == "c5":
        extra.use_P5 = False
    layers = {"layer2": "0", "layer3": "1", "layer4": "2"}
    backbone = BackboneWithFPN(body, layers, inputs, channels, extra)
    head = RetinaNetHead(channels, 9, classes, partial(nn.GroupNorm, 32) if group_norm else None)
    model = RetinaNet(backbone, classes, anchor_generator=_default_anchorgen(), head=head, detections_per_img=100)
    model.transform = Given()
    state = model.state_dict()
    for name, tensor in state.items():
        if tensor.dim() > 0:
            state[name] = torch.tensor(weights(name, tuple(tensor.shape)), dtype=torch.float32)
    model.load_state_dict(state)
    return model


MODELS = {
    "resNet18": lambda: network(resnet.BasicBlock, [2, 2, 2, 2], FrozenBatchNorm2d, "p5", 256, 91, False),
    "resNet50": lambda: network(
        resnet.Bottleneck, [3, 4, 6, 3], partial(FrozenBatchNorm2d, eps=0.0), "p5", 256, 91, False),
    "resNet50v2": lambda: network(resnet.Bottleneck, [3, 4, 6, 3], nn.BatchNorm2d, "c5", 256, 91, True),
    "grouped": lambda: network(
        resnet.Bottleneck, [1, 1, 1, 1], FrozenBatchNorm2d, "c5", 64, 5, False, groups=32, width_per_group=8),
    "slim": lambda: network(resnet.BasicBlock, [1, 1, 1, 1], FrozenBatchNorm2d, "p5", 64, 5, False),
    "slimV2": lambda: network(resnet.BasicBlock, [1, 1, 1, 1], nn.BatchNorm2d, "c5", 64, 5, True),
}


# What comes out


def rounded(values):
    return [float(f"{value:.9g}") for value in values]


def numbers(tensor, samples=100):
    flat = tensor.detach().double().flatten()
    step = max(1, len(flat) // samples)
    return {
        "shape": list(tensor.shape),
        "sum": float(flat.sum()),
        "largest": float(flat.abs().max()),
        "step": step,
        "samples": rounded(flat[::step]),
    }


def forward(name, height, width):
    model = MODELS[name]().eval()
    x = picture("picture", height, width)
    with torch.no_grad():
        levels = list(model.backbone(x[None]).values())
        outputs = model.head(levels)
        found = model([x])[0]
    return {
        "model": name,
        "height": height,
        "width": width,
        "levels": [numbers(level, 10) for level in levels],
        "logits": numbers(outputs["cls_logits"]),
        "deltas": numbers(outputs["bbox_regression"]),
        "labels": found["labels"].tolist(),
        "scores": rounded(found["scores"].tolist()),
        "boxes": [rounded(box) for box in found["boxes"].tolist()],
    }


TARGETS = [
    ([[4, 8, 30, 40], [30, 12, 60, 44]], [1, 3]),
    ([[6, 20, 58, 42]], [4]),
    ([], []),
]


def training(name, height, width, steps):
    """In double precision: forward, loss, backward, clipping, SGD."""
    model = MODELS[name]().double().train()
    x = [picture(f"picture {n}", height, width).double() for n in range(len(TARGETS))]
    targets = [
        {"boxes": torch.tensor(boxes, dtype=torch.float64).reshape(-1, 4), "labels": torch.tensor(labels, dtype=torch.int64)}
        for boxes, labels in TARGETS
    ]
    trained = {key: value for key, value in model.named_parameters() if value.requires_grad}
    descent = torch.optim.SGD(trained.values(), lr=0.01, momentum=0.9, weight_decay=0.0001)
    record = []
    for _ in range(steps):
        losses = model(x, targets)
        descent.zero_grad()
        sum(losses.values()).backward()
        norms = {key: float(value.grad.norm()) for key, value in trained.items()}
        norm = float(torch.nn.utils.clip_grad_norm_(trained.values(), 1.0))
        descent.step()
        record.append({
            "classification": losses["classification"].item(), "regression": losses["bbox_regression"].item(),
            "norm": norm, "norms": norms,
        })
    buffers = {k: float(v.sum()) for k, v in model.named_buffers() if v.dim() == 1} if name == "slimV2" else {}
    model = MODELS[name]().double().train()
    model.head.regression_head._loss_type = "smooth_l1"
    smooth = model(x, targets)["bbox_regression"]
    return {
        "model": name, "height": height, "width": width, "steps": record, "smoothL1": smooth.item(),
        "targets": [{"boxes": boxes, "labels": labels} for boxes, labels in TARGETS], "buffers": buffers,
    }


def counts():
    models = {
        "torchvision": retinanet_resnet50_fpn(weights=None, weights_backbone=None),
        "torchvisionV2": retinanet_resnet50_fpn_v2(weights=None, weights_backbone=None),
        "resNet18": MODELS["resNet18"](),
    }
    parts = ["backbone.body", "backbone.fpn", "head.classification_head", "head.regression_head"]
    return {
        name: {part: sum(p.numel() for p in model.get_submodule(part).parameters()) for part in parts}
        for name, model in models.items()
    }


if __name__ == "__main__":
    truth = {
        "versions": {"torch": torch.__version__, "torchvision": torchvision.__version__, "numpy": np.__version__},
        "forward": [
            forward("resNet18", 96, 128), forward("resNet50", 64, 96), forward("resNet50v2", 56, 72),
            forward("grouped", 64, 64),
        ],
        "counts": counts(),
        "training": [training("slim", 48, 64, 3), training("slimV2", 48, 64, 3)],
    }
    print(json.dumps(truth))
