"""One training step of RetinaNet-R50 in PyTorch: forward, focal loss and smooth L1, backward, gradient descent.

    training_step.py THREADS PICTURES HEIGHT WIDTH

The stem and the first stage stay as they are, as torchvision has it, and normalisation is frozen. Which anchor shall find what is
given, so it does less than ours, which matches as well. Says its versions, then answers each line it reads by one time in
milliseconds.
"""

import platform
import sys
import time

try:
    import torch
    import torch.nn.functional as F

    from retinanet_model import RetinaNet
except ImportError as error:
    print(f"missing: {error}; pip install torch numpy, and give that Python by --python", flush=True)
    sys.exit()

threads, pictures, height, width = map(int, sys.argv[1:])
torch.set_num_threads(threads)
torch.manual_seed(0)
CLASSES, ALPHA, GAMMA = 91, 0.25, 2.0

model = RetinaNet(CLASSES).eval()  # normalisation by what it knows
for layer in model.modules():
    if isinstance(layer, torch.nn.BatchNorm2d):
        layer.requires_grad_(False)
for part in (model.stem, model.stages[0]):
    part.requires_grad_(False)
trained = [p for p in model.parameters() if p.requires_grad]
descent = torch.optim.SGD(trained, lr=1e-5, momentum=0.9, weight_decay=1e-4)
x = torch.randn(pictures, 3, height, width)


def per_anchor(maps, numbers):
    return torch.cat([m.permute(0, 2, 3, 1).reshape(pictures, -1, numbers) for m in maps], 1)


with torch.no_grad():
    anchors = per_anchor(model(x)[:5], CLASSES).shape[1]
targets = torch.zeros(pictures, anchors, CLASSES)
positive = torch.arange(0, anchors, max(1, anchors // 50))
targets[:, positive, positive % CLASSES] = 1
offsets = torch.randn(pictures, len(positive), 4)


def once():
    start = time.perf_counter()
    descent.zero_grad()
    maps = model(x)
    logits = per_anchor(maps[:5], CLASSES)
    p = torch.sigmoid(logits)
    ce = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    alpha_t = ALPHA * targets + (1 - ALPHA) * (1 - targets)
    loss = (alpha_t * (1 - p_t) ** GAMMA * ce).sum() / len(positive)
    loss = loss + F.smooth_l1_loss(per_anchor(maps[5:], 4)[:, positive], offsets)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(trained, 10.0)
    descent.step()
    return (time.perf_counter() - start) * 1000


for _ in range(2):
    once()
print(f"PyTorch {torch.__version__}, Python {platform.python_version()}, {torch.get_num_threads()} threads", flush=True)
for _ in sys.stdin:
    print(once(), flush=True)
