"""Writes resize.json: how torchvision makes pictures ready for its detectors.

    python3 resize.py > resize.json    (Python 3.11, torch 2.13.0 and torchvision 0.28.0 on the CPU, Pillow, numpy)
"""
import base64
import json

import numpy
import torch
from torchvision.models.detection.transform import GeneralizedRCNNTransform
from torchvision.transforms.functional import to_tensor

MEAN, DEVIATION = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
torch.manual_seed(3)


def numbers(tensor):
    return {"shape": list(tensor.shape),
            "values": base64.b64encode(tensor.contiguous().numpy().astype("<f4").tobytes()).decode()}


def transform(shorter, longer):
    return GeneralizedRCNNTransform(shorter, longer, MEAN, DEVIATION).eval()


picture = torch.rand(3, 5, 7)
resized = [
    numbers(torch.nn.functional.interpolate(picture[None], size=size, mode="bilinear", align_corners=False)[0])
    for size in [(5, 7), (1, 1), (2, 3), (3, 10), (9, 4), (10, 14), (13, 17)]]

sizes = []
for height, width in [(480, 640), (640, 480), (427, 640), (600, 600), (1, 1), (375, 500), (1333, 800), (333, 1000), (100, 10),
                      (3024, 4032), (2000, 300), (7, 12)]:
    for shorter, longer in [(800, 1333), (600, 1000), (256, 256), (600, 600)]:
        out, _ = transform(shorter, longer).resize(torch.zeros(1, height, width))
        sizes.append([height, width, shorter, longer, *out.shape[-2:]])

ready = []
for shorter, longer in [(10, 16), (40, 45)]:
    images, _ = transform(shorter, longer)([picture])
    ready.append({"shorter": shorter, "longer": longer, "size": list(images.image_sizes[0]),
                  "batch": numbers(images.tensors)})

levels = to_tensor(numpy.arange(256, dtype=numpy.uint8).reshape(1, 256, 1))
print(json.dumps({"levels": numbers(levels), "picture": numbers(picture), "resized": resized, "sizes": sizes,
                  "ready": ready}))
