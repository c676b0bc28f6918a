"""Writes photo.json: what torchvision's RetinaNets find in a photograph of theirs to resize, with the weights of truth.py.

python3 photo.py > photo.json
Made with torch 2.13.0+cpu, torchvision 0.28.0, numpy 2.4.6, Python 3.11.
"""

import json

import torch
from torchvision.models.detection.transform import GeneralizedRCNNTransform

from truth import MODELS, rounded, uniform

HEIGHT, WIDTH = 61, 83


def photo():
    """Bytes, as a file has them, divided by 255."""
    levels = (256 * uniform("photo", (3, HEIGHT, WIDTH))).astype("uint8")
    return torch.tensor(levels).to(torch.float32) / 255


def found(name):
    model = MODELS[name]()
    model.transform = GeneralizedRCNNTransform(96, 120, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    model.eval()
    with torch.inference_mode():
        detections = model([photo()])[0]
    return {
        "model": name, "height": HEIGHT, "width": WIDTH, "shorterSide": 96, "longerSide": 120,
        "labels": detections["labels"].tolist(), "scores": rounded(detections["scores"].tolist()),
        "boxes": [rounded(box) for box in detections["boxes"].tolist()],
    }


if __name__ == "__main__":
    print(json.dumps([found(name) for name in ("slim", "slimV2")]))
