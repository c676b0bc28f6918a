"""torchvision's matching, non-maximum suppression, and anchors.

    boxes.py THREADS matching|nms|anchors FILE

FILE: the boxes and scores, as `benchmarks` wrote them, the same for both sides. Says its versions and what it found, then
answers each line it reads by one time in milliseconds.
"""

import json
import platform
import sys
import time

try:
    import torch
    import torchvision
    from torchvision.models.detection._utils import Matcher
    from torchvision.models.detection.anchor_utils import AnchorGenerator
    from torchvision.models.detection.image_list import ImageList
    from torchvision.ops import box_iou, nms
except (ImportError, RuntimeError) as error:
    print(f"missing: {error}; torchvision with compiled operators, as Debian's python3-torchvision", flush=True)
    sys.exit()

threads, comparison, file = sys.argv[1:]
torch.set_num_threads(int(threads))
with open(file) as stream:
    given = json.load(stream)
boxes, scores = torch.tensor(given["boxes"]).view(-1, 4), torch.tensor(given["scores"])

HEIGHT, WIDTH = 800, 1333  # grids as of the paper: 200,700 anchors
sizes = tuple((x, int(x * 2 ** (1 / 3)), int(x * 2 ** (2 / 3))) for x in (32, 64, 128, 256, 512))
generator = AnchorGenerator(sizes, ((0.5, 1.0, 2.0),) * 5)
images = ImageList(torch.zeros(1, 3, HEIGHT, WIDTH), [(HEIGHT, WIDTH)])
maps = [torch.zeros(1, 1, -(-HEIGHT // 2**level), -(-WIDTH // 2**level)) for level in range(3, 8)]


def lay():
    return generator(images, maps)[0]


anchors = lay()
matcher = Matcher(0.5, 0.4, allow_low_quality_matches=given["lowQuality"])
work = {
    "anchors": lambda: len(lay()),
    "matching": lambda: int((matcher(box_iou(boxes, anchors)) >= 0).sum()),
    "nms": lambda: len(nms(boxes, scores, 0.5)),
}[comparison]


@torch.inference_mode()
def once():
    start = time.perf_counter()
    found = work()
    return (time.perf_counter() - start) * 1000, found


for _ in range(2):
    once()
print(
    f"torchvision {torchvision.__version__}, PyTorch {torch.__version__}, Python {platform.python_version()}, "
    f"{torch.get_num_threads()} threads; it finds {once()[1]}", flush=True)
for _ in sys.stdin:
    print(once()[0], flush=True)
