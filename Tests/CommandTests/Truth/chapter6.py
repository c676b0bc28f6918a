"""What chapter 6 computes, by torchvision, pycocotools and mpmath:
swift run chapter6 values | python chapter6.py > chapter6.json

Of the chapter's own output it takes the boxes of the objects and the detections, nothing that is held against it.
"""
import contextlib
import io
import json
import sys

import numpy as np
import torch
with contextlib.suppress(ImportError, KeyError):
    import torchvision_cpu  # where the compiled operators are of another torch
import torchvision
from mpmath import ceil, mp, mpf, sqrt
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from torchvision.models.detection._utils import BoxCoder, Matcher
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.ops import box_iou, nms

mp.dps = 40
given = {}
for line in sys.stdin:
    fields = line.rstrip("\n").split("\t")
    if len(fields) == 3:
        given[fields[0]] = float(fields[2])
def table(name, columns):
    rows = []
    while f"{name}[{len(rows) + 1},{columns[0]}]" in given:
        rows.append([given[f"{name}[{len(rows) + 1},{column}]"] for column in columns])
    return np.array(rows)
values = {}

# Cells and counts
side, strides, bases = 600, [8, 16, 32, 64, 128], [32, 64, 128, 256, 512]
up = [int(ceil(mpf(side) / stride)) for stride in strides]
down = [side // stride for stride in strides]
third = mpf(2) ** (mpf(1) / 3)
values |= {"total": 9 * sum(n * n for n in up), "totalDown": 9 * sum(n * n for n in down)}
values["lost"] = values["total"] - values["totalDown"]
for row, (n, m) in enumerate(zip(up, down), 1):
    values |= {f"levels[{row},3]": n, f"levels[{row},4]": m, f"levels[{row},6]": 9 * n * n}
values |= {"largest": 512 * third**2, "step": third, "betweenScales": 1 / third}
values |= {"shiftedOverlap": mpf(28**2) / (2 * 32**2 - 28**2), "logTwo": mp.log(2), "rightScale": third}
values |= {"typedSmallest": sqrt(mpf(2) ** 5 * 2), "typedLargest": sqrt(mpf(2) ** 9 * 2)}
values |= {"rightSmallest": 2**5, "rightLargest": 2**9}


# Anchors, exact sizes around the middle of cells, held in 32 bits
def cell(base, scales, ratios):
    boxes = []
    for ratio in ratios:
        for scale in scales:
            width, height = base * scale / np.sqrt(ratio), base * scale * np.sqrt(ratio)
            boxes.append([-width / 2, -height / 2, width / 2, height / 2])
    return np.array(boxes).astype(np.float32)


def laid(width, height, scales, ratios):
    anchors, level_of = [], []
    for level, (stride, base) in enumerate(zip(strides, bases), 3):
        x = (np.arange(-(-width // stride), dtype=np.float32) + np.float32(0.5)) * stride
        y = (np.arange(-(-height // stride), dtype=np.float32) + np.float32(0.5)) * stride
        yy, xx = np.meshgrid(y, x, indexing="ij")
        centres = np.stack([xx, yy, xx, yy], -1).reshape(-1, 1, 4)
        boxes = (centres + cell(base, scales, ratios)[None]).reshape(-1, 4)
        anchors.append(boxes)
        level_of += [level] * len(boxes)
    return torch.from_numpy(np.concatenate(anchors)), level_of


octave = [2 ** (k / 3) for k in range(3)]
for row, box in enumerate(cell(32, octave, [0.5, 1, 2]).astype(np.float64), 1):
    width, height = box[2] - box[0], box[3] - box[1]
    values |= {f"shapes[{row},3]": width, f"shapes[{row},4]": height, f"shapes[{row},5]": np.sqrt(width * height)}

# torchvision's own anchors, of the padded image
sizes = tuple((base, int(base * 2 ** (1 / 3)), int(base * 2 ** (2 / 3))) for base in bases)
generator = AnchorGenerator(sizes, ((0.5, 1.0, 2.0),) * 5)
grids = [torch.zeros(1, 1, -(-608 // stride), -(-608 // stride)) for stride in strides]
theirs = generator(ImageList(torch.zeros(1, 3, 608, 608), [(608, 608)]), grids)[0]
values["theirTotal"] = len(theirs)
lowest = []
for row, (base, grid) in enumerate(zip(bases, grids), 1):
    own = torch.from_numpy(cell(base, octave, [0.5, 1, 2])).double()
    other = generator.cell_anchors[row - 1].double()
    other = torch.stack([other[3 * ratio + scale] for ratio in range(3) for scale in range(3)])
    lowest.append(float(box_iou(own, other).diagonal().min()))
    values |= {f"conventions[{row},5]": 608 // grid.shape[-1], f"conventions[{row},6]": lowest[-1]}
values["lowestShape"] = min(lowest)


# Objects to be covered
class Random:
    def __init__(self, seed):
        self.state, self.mask = seed, 2**64 - 1

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.mask
        return z ^ (z >> 31)

    def number(self, low, high):
        return low + (high - low) * ((self.next() >> 11) * 2.0**-53)


random, samples = Random(6), []
while len(samples) < 400:
    size = 16 * (side / 16) ** random.number(0, 1)
    root = 2 ** random.number(-0.75, 0.75)
    width, height = size / root, size * root
    x, y = random.number(0, 1), random.number(0, 1)
    if width <= side and height <= side:
        x, y = x * (side - width), y * (side - height)
        samples.append([x, y, x + width, y + height])
samples = torch.tensor(samples, dtype=torch.float64).float()


def best(scales, ratios):
    return box_iou(samples, laid(side, side, scales, ratios)[0]).max(1).values.double()


for row, (scales, ratios) in enumerate([(1, 1), (2, 1), (3, 1), (1, 3), (2, 3), (3, 3), (4, 3)], 1):
    overlaps = best([2 ** (k / scales) for k in range(scales)], [1] if ratios == 1 else [0.5, 1, 2])
    values[f"coverage[{row},4]"] = float((overlaps >= 0.5).double().mean())
    values[f"coverage[{row},5]"] = float(overlaps.mean())
    values[f"coverage[{row},6]"] = float((overlaps >= 0.7).double().mean())
values["coveredAsTyped"] = float((best([2, 2 + 1 / 3, 2 + 2 / 3], [0.5, 1, 2]) >= 0.5).double().mean())
values["missed"] = int((best(octave, [0.5, 1, 2]) < 0.5).sum())

# Assignment
objects = table("offsets", [2, 3, 4, 5])
anchors, level_of = laid(900, 600, octave, [0.5, 1, 2])
values["photoAnchors"] = len(anchors)
overlaps = box_iou(torch.from_numpy(objects).float(), anchors)
owned = []
for row, low_quality in enumerate([False, True], 1):
    matches = Matcher(0.5, 0.4, allow_low_quality_matches=low_quality)(overlaps)
    owned.append([int((matches == index).sum()) for index in range(len(objects))])
    found, ignored, background = (int(mask.sum()) for mask in (matches >= 0, matches == -2, matches == -1))
    values |= {f"assignment[{row},2]": found, f"assignment[{row},3]": ignored, f"assignment[{row},4]": background}
    values |= {f"assignment[{row},5]": background / found, f"assignment[{row},6]": owned[-1].count(0)}
    for index, count in enumerate(owned[-1], 1):
        values[f"objectsAndAnchors[{index},{4 + row}]"] = count
for index, overlap in enumerate(overlaps.max(1).values.double(), 1):
    values[f"objectsAndAnchors[{index},4]"] = float(overlap)

# Offsets
chosen = anchors[overlaps.max(1).indices].double()
coder = BoxCoder((1.0, 1.0, 1.0, 1.0))
for index, delta in enumerate(coder.encode_single(torch.from_numpy(objects), chosen).tolist(), 1):
    for column, part in enumerate(delta, 6):
        values[f"offsets[{index},{column}]"] = part
matches = Matcher(0.5, 0.4)(overlaps)
assigned = matches >= 0
deltas = coder.encode_single(torch.from_numpy(objects)[matches[assigned]], anchors[assigned].double())
values |= {"largestShift": float(deltas[:, :2].abs().max()), "largestStretch": float(deltas[:, 2:].abs().max())}
values["decoding[3,2]"], values["decoding[3,3]"] = ((objects[3, k] + objects[3, k + 2]) / 2 for k in (0, 1))
values["decoding[3,4]"], values["decoding[3,5]"] = (objects[3, k + 2] - objects[3, k] for k in (0, 1))
values |= {"highestBest": float(overlaps.max()), "largestLogRatio": mp.log(mpf(1000) / 16)}
values |= {"smallestArea": 32**2, "neededArea": 32**2 / 2, "neededSize": 32 / sqrt(2), "largeImageAnchors": 9 * sum(-(-1333 // s) * -(-800 // s) for s in strides)}

# Suppression
detections = table("detections", [2, 3, 4, 5, 6])
corners = np.concatenate([detections[:, :2], detections[:, :2] + detections[:, 2:4]], 1)
kept = nms(torch.from_numpy(corners), torch.from_numpy(detections[:, 4]), 0.5).tolist()
values["kept"] = len(kept)
for step, index in enumerate(kept, 1):
    values[f"detections[{index + 1},7]"] = step

# Average precision
for row, indices in enumerate([range(len(detections)), kept], 1):
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO()
        annotations = [
            {"id": i + 1, "image_id": 1, "category_id": 1, "iscrowd": 0, "area": (b[2] - b[0]) * (b[3] - b[1]),
             "bbox": [b[0], b[1], b[2] - b[0], b[3] - b[1]]} for i, b in enumerate(objects.tolist())]
        truth.dataset = {"images": [{"id": 1}], "categories": [{"id": 1}], "annotations": annotations, "info": {}}
        truth.createIndex()
        results = truth.loadRes([
            {"image_id": 1, "category_id": 1, "bbox": detections[i, :4].tolist(), "score": detections[i, 4]}
            for i in indices])
        evaluation = COCOeval(truth, results, "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
    precision = evaluation.eval["precision"][:, :, 0, 0, 2]
    values |= {f"averagePrecision[{row},2]": precision[0].mean(), f"averagePrecision[{row},3]": precision[5].mean()}
    values[f"averagePrecision[{row},4]"] = precision.mean()
values["ap50After"] = values["averagePrecision[2,2]"]
values["lastRecall"] = evaluation.eval["recall"][0, 0, 0, 2]

print(json.dumps({
    "made with": f"torch {torch.__version__}, torchvision {torchvision.__version__}, pycocotools 2.0.11, numpy "
    f"{np.__version__}, mpmath: swift run chapter6 values | python chapter6.py > chapter6.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
