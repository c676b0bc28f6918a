"""Writes small data sets as COCO's JSON, and what pycocotools computes from them.

    pip install pycocotools==2.0.11 numpy==2.4.6
    python3 make_truth.py        # writes NAME.annotations.json, NAME.results.json and truth.json beside itself
"""
import contextlib
import importlib.metadata
import io
import json
import pathlib
import platform

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

HERE = pathlib.Path(__file__).parent


def data_set(seed, images=12, categories=4, objects=4, boxes=8, levels=None, digits=2, first_id=1, crowds=0.1,
             extra=0):
    """levels: how many different scores there are. digits: of coordinates, behind the point; all of them where None."""
    random = np.random.RandomState(seed)
    number = lambda x: float(x if digits is None else round(x, digits))
    annotations, results = [], []
    image_ids = random.permutation(np.arange(1, images + 1) * 7).tolist()
    # The last category never has an object, the last image neither objects nor detections.
    category_ids = random.permutation(np.arange(1, categories + 1) * 3).tolist()

    def box():
        size = np.exp(random.uniform(np.log(4), np.log(260), 2))
        return [number(random.uniform(0, 300)), number(random.uniform(0, 300)), number(size[0]), number(size[1])]

    for image in image_ids[:-1]:
        found = []
        for _ in range(random.poisson(objects)):
            b = box()
            annotation = {
                "id": first_id + len(annotations), "image_id": image, "category_id": int(random.choice(category_ids[:-1])),
                "bbox": b, "area": number(b[2] * b[3] * random.uniform(0.4, 1)),
                "iscrowd": int(random.uniform() < crowds),
                "segmentation": [[b[0], b[1], b[0] + b[2], b[1], b[0] + b[2], b[1] + b[3]]]}
            annotations.append(annotation)
            found.append(annotation)
        for _ in range(random.poisson(boxes) + extra):
            if found and random.uniform() < 0.7:  # near an object, or exactly on it
                near = found[random.randint(len(found))]
                shift = random.choice([0, 0.04, 0.1, 0.3]) * random.normal(size=4)
                b = near["bbox"]
                b = [number(b[0] + shift[0] * b[2]), number(b[1] + shift[1] * b[3]),
                     number(b[2] * np.exp(shift[2])), number(b[3] * np.exp(shift[3]))]
                category = near["category_id"] if random.uniform() < 0.9 else int(random.choice(category_ids))
            else:
                b, category = box(), int(random.choice(category_ids))
            score = random.uniform()
            if levels:
                score = np.floor(score * levels) / levels
            results.append({"image_id": image, "category_id": category, "bbox": b, "score": float(score if digits is None else round(score, 4))})
    random.shuffle(results)
    return {"images": [{"id": i, "width": 640, "height": 480, "file_name": f"{i}.jpg"} for i in image_ids],
            "annotations": annotations,
            "categories": [{"id": c, "name": f"class {c}"} for c in category_ids]}, results


def hand_made(annotations, results):
    """One or two images, one category, whole pixels: the places where rounding or order decides."""
    truth = {"images": [{"id": 1}, {"id": 2}], "categories": [{"id": 1, "name": "one"}],
             "annotations": [{"id": i, "image_id": image, "category_id": 1, "bbox": b, "area": a, "iscrowd": c}
                             for i, image, b, a, c in annotations]}
    return truth, [{"image_id": image, "category_id": 1, "bbox": b, "score": s} for image, b, s in results]


SETS = {
    "plain": data_set(1, digits=None),
    "ties": data_set(2, levels=5),
    "allTies": data_set(3, levels=1, boxes=20),
    "wholePixels": data_set(4, digits=0, levels=10, images=20, objects=6, boxes=16),
    "crowds": data_set(5, crowds=0.5, boxes=20),
    "idZero": data_set(6, first_id=0, images=4, categories=2, objects=2),
    "manyBoxes": data_set(7, images=3, categories=2, objects=6, boxes=0, extra=300, levels=50),
    "manyImages": data_set(8, images=60, categories=8, objects=5, boxes=6, digits=0, levels=20),
    "noObjects": data_set(9, objects=0),
    # IoU exactly 0.5, 0.6, 0.75, 0.9, on both sides of a range of areas, and all in one crowd
    "thresholds": hand_made(
        [(1, 1, [0, 0, 100, 100], 1024, 0), (2, 1, [200, 0, 100, 100], 9216, 0), (3, 1, [400, 0, 100, 100], 500, 0),
         (4, 2, [0, 0, 100, 100], 1e4, 0), (5, 2, [300, 300, 200, 200], 4e4, 1)],
        [(1, [0, 0, 100, 50], .9), (1, [200, 0, 100, 60], .8), (1, [400, 0, 100, 75], .7), (2, [0, 0, 100, 90], .6),
         (2, [310, 310, 20, 20], .5), (2, [350, 310, 20, 20], .95), (2, [290, 310, 20, 20], .4), (1, [0, 0, 32, 32], .99)]),
    # two objects in one place, three detections that overlap both alike; one id is 0
    "equalOverlaps": hand_made(
        [(0, 1, [0, 0, 40, 40], 1600, 0), (1, 1, [0, 0, 40, 40], 1600, 0), (2, 1, [10, 0, 40, 40], 700, 0)],
        [(1, [5, 0, 40, 40], .5), (1, [5, 0, 40, 40], .5), (1, [5, 0, 40, 40], .5), (2, [5, 0, 40, 40], .5)]),
}


def judge(name):
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO(str(HERE / f"{name}.annotations.json"))
        judged = COCOeval(truth, truth.loadRes(str(HERE / f"{name}.results.json")), "bbox")
        judged.evaluate()
        judged.accumulate()
        judged.summarize()
    precision, scores, recall = (judged.eval[key] for key in ("precision", "scores", "recall"))

    def mean(values):
        return float(np.mean(values[values > -1])) if np.any(values > -1) else -1.0

    curve = next((k for k in range(precision.shape[2]) if precision[0, 0, k, 0, 2] > -1), None)
    return {
        "name": name, "numbers": judged.stats.tolist(), "categories": [int(c) for c in judged.params.catIds],
        "precisions": [[mean(precision[:, :, k, a, 2]) for a in range(4)] for k in range(precision.shape[2])],
        "recalls": [[mean(recall[:, k, 0, m]) for m in range(3)] for k in range(precision.shape[2])],
        "curve": None if curve is None else {
            "category": int(judged.params.catIds[curve]), "precision": precision[0, :, curve, 0, 2].tolist(),
            "scores": scores[0, :, curve, 0, 2].tolist()}}


if __name__ == "__main__":
    for name, (annotations, results) in SETS.items():
        (HERE / f"{name}.annotations.json").write_text(json.dumps(annotations))
        (HERE / f"{name}.results.json").write_text(json.dumps(results))
    versions = {"pycocotools": importlib.metadata.version("pycocotools"), "numpy": np.__version__,
                "python": platform.python_version()}
    (HERE / "truth.json").write_text(json.dumps({"versions": versions, "sets": [judge(name) for name in SETS]}) + "\n")
