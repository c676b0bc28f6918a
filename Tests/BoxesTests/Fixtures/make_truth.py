"""Writes torchvision.json: the outside truth of the Boxes tests.

    apt-get install python3-torchvision        # Debian 12: torchvision 0.14.1 with its compiled nms, PyTorch 1.13
    python3 Tests/BoxesTests/Fixtures/make_truth.py

Everything but soft suppression comes from torchvision, in float32 as it computes it; torchvision has no soft suppression, so
that is the paper's pseudocode in float64 over torchvision's IoU. With torchvision 0.28 the results are the same.
All coordinates are multiples of 1/64, so that Float, Double and JSON hold them exactly.
"""

import json
import math
import pathlib
import platform

import torch
import torchvision
from torchvision.models.detection import _utils
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.ops import batched_nms, box_iou, generalized_box_iou, nms

COMMAND = "python3 Tests/BoxesTests/Fixtures/make_truth.py"
torch.manual_seed(17)


def places(count, width, height, largest, step=1 / 64):
    corner = torch.rand(count, 2) * torch.tensor([width, height], dtype=torch.float)
    size = 1 + torch.rand(count, 2) * largest
    return torch.cat([torch.floor(corner / step) * step, torch.floor((corner + size) / step) * step + step], 1)


def rounded(tensor):
    return [float(f"{value:.9g}") for value in tensor.flatten().tolist()]


def overlaps():
    boxes = torch.cat([places(18, 300, 200, 150), torch.tensor([[0.0, 0, 1, 1], [1, 0, 2, 1], [0, 0, 20000, 20000]])])
    boxes = torch.cat([boxes, boxes[:1]])
    return {
        "boxes": boxes.flatten().tolist(), "iou": rounded(box_iou(boxes, boxes)),
        "giou": rounded(generalized_box_iou(boxes, boxes)),
    }


# -- anchors

RETINANET = tuple((x, int(x * 2 ** (1 / 3)), int(x * 2 ** (2 / 3))) for x in (32, 64, 128, 256, 512))
OTHER_SCALES, OTHER_RATIOS = [0.5, 0.8], [0.2, 1.0, 3.0, 7.5]
OTHER = tuple(tuple(int(x * s) for s in OTHER_SCALES) for x in (32, 64, 128, 256, 512))


def laid(sizes, ratios, height, width):
    generator = AnchorGenerator(sizes, (tuple(ratios),) * 5)
    maps = [torch.zeros(1, 1, -(-height // 2**l), -(-width // 2**l)) for l in range(3, 8)]
    anchors = generator(ImageList(torch.zeros(1, 3, height, width), [(height, width)]), maps)[0]
    return anchors, generator


def anchors():
    cases = []
    for height, width in [(1, 1), (32, 32), (480, 640), (608, 608), (800, 1344)]:
        for sizes, ratios, scales in [(RETINANET, [0.5, 1, 2], None), (OTHER, OTHER_RATIOS, OTHER_SCALES)]:
            found, _ = laid(sizes, ratios, height, width)
            step = max(1, len(found) // 29)
            cases.append({
                "width": width, "height": height, "ratios": ratios, "scales": scales, "count": len(found),
                "sums": found.double().sum(0).tolist(), "step": step, "samples": found[::step].flatten().tolist(),
            })
    _, generator = laid(RETINANET, [0.5, 1, 2], 32, 32)
    return {"cells": [cell.flatten().tolist() for cell in generator.cell_anchors], "cases": cases}


# -- matching

def matches():
    found, _ = laid(RETINANET, [0.5, 1, 2], 256, 256)
    usual = torch.cat([places(9, 200, 200, 120), places(3, 250, 250, 8), torch.tensor([[-23.0, -11, 23, 11], [96, 96, 160, 160]])])
    usual = torch.cat([usual, usual[-1:]])  # twice the same: the first one wins
    outside = torch.cat([usual, torch.tensor([[5000.0, 5000, 5010, 5010]])])
    cases = []
    paper, single = (0.5, 0.4), (0.6, 0.6)
    for boxes, settings in [
        (usual, [(*paper, False), (*paper, True), (*single, False), (*single, True)]),
        (usual[:1], [(*paper, True)]), (outside, [(*paper, True)]),
    ]:
        for high, low, kept in settings:
            result = _utils.Matcher(high, low, allow_low_quality_matches=kept)(box_iou(boxes, found))
            ends = torch.cat([torch.where(result[1:] != result[:-1])[0], torch.tensor([len(result) - 1])])
            cases.append({
                "boxes": boxes.flatten().tolist(), "object": high, "background": low, "lowQuality": kept,
                "runs": [[int(end) + 1, int(result[end])] for end in ends],  # until where, which
            })
    return cases


# -- offsets

def offsets():
    cases = []
    for weights in [(1.0, 1.0, 1.0, 1.0), (10.0, 10.0, 5.0, 5.0)]:
        coder = _utils.BoxCoder(weights)
        boxes, proposals = places(12, 500, 400, 200), places(12, 500, 400, 200)
        deltas = torch.round(torch.randn(12, 4) * 64) / 64
        deltas[0] = torch.tensor([0.0, 0, 50, 50])  # beyond log(1000 / 16)
        deltas[1] = torch.tensor([3.0, -3, -50, -50])
        cases.append({
            "weights": weights, "boxes": boxes.flatten().tolist(), "anchors": proposals.flatten().tolist(),
            "encoded": rounded(coder.encode_single(boxes, proposals)), "deltas": deltas.flatten().tolist(),
            "decoded": rounded(coder.decode_single(deltas, proposals)),
        })
    return cases


# -- suppression

def softly(boxes, scores, factor, least):
    quality = box_iou(boxes.double(), boxes.double())
    left = {i: float(s) for i, s in enumerate(scores)}
    kept = []
    while left := {i: s for i, s in left.items() if s > least}:
        best = max(left, key=lambda i: (left[i], -i))
        kept.append([best, left.pop(best)])
        left = {i: s * factor(float(quality[best, i])) for i, s in left.items()}
    return kept


def suppressions():
    cases = []
    for count, step in [(120, 1 / 64), (300, 1), (1010, 1)]:
        boxes = places(count, 400, 300, 90, step)
        scores = torch.round(torch.rand(count) * 256) / 256  # with equal ones among them
        if count > 1000:  # from here on batched_nms leaves the order of equal ones open
            scores = torch.randperm(count) / 1024
        classes = torch.randint(0, 7, (count,))
        cases.append({
            "boxes": boxes.flatten().tolist(), "scores": scores.tolist(), "classes": classes.tolist(),
            "kept": [
                {"threshold": t, "all": nms(boxes, scores, t).tolist(), "byClass": batched_nms(boxes, scores, classes, t).tolist()}
                for t in ((0.0, 0.3, 0.5, 0.7, 1.0) if count < 1000 else (0.5,))
            ],
        })
    boxes, scores = torch.tensor(cases[0]["boxes"]).view(-1, 4), torch.tensor(cases[0]["scores"])
    return {
        "hard": cases,
        "linear": softly(boxes, scores, lambda iou: 1 - iou if iou > 0.3 else 1, 0.05),
        "gaussian": softly(boxes, scores, lambda iou: math.exp(-iou * iou / 0.5), 0.05),
    }


truth = {
    "made": f"torchvision {torchvision.__version__}, torch {torch.__version__}, Python {platform.python_version()}: {COMMAND}",
    "overlaps": overlaps(), "anchors": anchors(), "matches": matches(), "offsets": offsets(),
    "suppressions": suppressions(),
}
file = pathlib.Path(__file__).parent / "torchvision.json"
file.write_text(json.dumps(truth, separators=(",", ":")).replace('],"', '],\n"').replace("},{", "},\n{") + "\n")
