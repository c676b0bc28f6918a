"""PyTorch's usual focal loss, forward and backward, over 100,000 anchors x 80 classes.

Run by `benchmarks`: says its versions, then answers each line it reads by one time in milliseconds.
"""

import platform
import sys
import time

try:
    import torch
    import torch.nn.functional as F
except ImportError as error:
    print(f"missing: {error}; pip install torch numpy, and give that Python by --python", flush=True)
    sys.exit()

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(0)
ANCHORS, CLASSES, ALPHA, GAMMA = 100_000, 80, 0.25, 2.0

logits = (torch.randn(ANCHORS, CLASSES) - 4.6).requires_grad_()
targets = torch.zeros(ANCHORS, CLASSES)
rows = torch.arange(0, ANCHORS, 100)
targets[rows, rows % CLASSES] = 1


def once():
    logits.grad = None
    start = time.perf_counter()
    p = torch.sigmoid(logits)
    ce = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    alpha_t = ALPHA * targets + (1 - ALPHA) * (1 - targets)
    (alpha_t * (1 - p_t) ** GAMMA * ce).sum().backward()
    return (time.perf_counter() - start) * 1000


for _ in range(2):
    once()
print(f"PyTorch {torch.__version__}, Python {platform.python_version()}, {torch.get_num_threads()} threads", flush=True)
for _ in sys.stdin:
    print(once(), flush=True)
