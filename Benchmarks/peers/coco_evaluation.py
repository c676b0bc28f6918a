"""COCO's twelve numbers by pycocotools or faster-coco-eval.

    coco_evaluation.py NAME                             says its versions
    coco_evaluation.py NAME ANNOTATIONS RESULTS once    reads, evaluates, prints the numbers
    coco_evaluation.py NAME ANNOTATIONS RESULTS         says its versions, then answers each line it reads: first by one of
                                                        the numbers each time, then by one time of evaluate + accumulate
"""

import contextlib
import importlib.metadata
import io
import platform
import sys
import time

name, files, once = sys.argv[1], sys.argv[2:4], len(sys.argv) > 4
try:
    if name == "pycocotools":
        from pycocotools.coco import COCO
        from pycocotools.cocoeval import COCOeval
    else:
        from faster_coco_eval import COCO
        from faster_coco_eval import COCOeval_faster as COCOeval
except ImportError as error:
    print(f"missing: {error}; pip install {name}, and give that Python by --python", flush=True)
    sys.exit()
versions = f"{name} {importlib.metadata.version(name)}, Python {platform.python_version()}"
if not files:
    print(versions, flush=True)
    sys.exit()


def evaluate():
    start = time.perf_counter()
    evaluation = COCOeval(truth, results, "bbox")
    evaluation.evaluate()
    evaluation.accumulate()
    milliseconds = (time.perf_counter() - start) * 1000
    evaluation.summarize()
    return evaluation.stats[:12], milliseconds


with contextlib.redirect_stdout(io.StringIO()):
    truth = COCO(files[0])
    results = truth.loadRes(files[1])
    numbers, first = evaluate()
if once:
    print([float(number) for number in numbers])
    sys.exit()
print(versions, flush=True)
numbers = list(numbers)
for _ in sys.stdin:
    if numbers:
        print(float(numbers.pop(0)), flush=True)
        continue
    if first is None:
        with contextlib.redirect_stdout(io.StringIO()):
            _, first = evaluate()
    print(first, flush=True)
    first = None
