"""What chapter 7 computes, by torch and torchvision: python chapter7.py > chapter7.json

The paper's RetinaNet is put together from torchvision's own parts; multiply-adds are counted by torch's FlopCounterMode while it
really runs, and receptive fields by where the gradient of one place is not 0.
"""
import contextlib
import json

import torch
with contextlib.suppress(ImportError, KeyError):
    import torchvision_cpu  # where the compiled operators are of another torch
import torchvision
from torch.utils.flop_counter import FlopCounterMode
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import _resnet_fpn_extractor
from torchvision.models.detection.retinanet import RetinaNetHead
from torchvision.models.resnet import resnet50
from torchvision.ops.feature_pyramid_network import LastLevelP6P7

torch.manual_seed(7)
SIDE, CLASSES = 600, 80
backbone = _resnet_fpn_extractor(
    resnet50(weights=None), 5, returned_layers=[2, 3, 4], extra_blocks=LastLevelP6P7(2048, 256)).eval()
sizes = tuple((b, b * 2 ** (1 / 3), b * 2 ** (2 / 3)) for b in (32, 64, 128, 256, 512))
anchor_generator = AnchorGenerator(sizes, ((0.5, 1.0, 2.0),) * 5)
head = RetinaNetHead(256, anchor_generator.num_anchors_per_location()[0], CLASSES).eval()

values = {}
def rows(name, table):
    for row, columns in enumerate(table, 1):
        for column, value in columns.items():
            values[f"{name}[{row},{column}]"] = value
def parameters(module):
    return sum(p.numel() for p in module.parameters())

# Shapes: what the stages and the pyramid give
stages = {}
for number, layer in enumerate(["layer1", "layer2", "layer3", "layer4"], 2):
    getattr(backbone.body, layer).register_forward_hook(
        lambda module, x, y, name=f"C{number}": stages.__setitem__(name, y))
picture = torch.rand(1, 3, SIDE, SIDE)
with torch.no_grad():
    pyramid = list(backbone(picture).values())
    answers = head(pyramid)
cells = [level.shape[2] * level.shape[3] for level in pyramid]
maps = list(stages.values()) + pyramid
rows("shapes", [{2: 1.0}] + [{2: round(SIDE / m.shape[2])} for m in stages.values()] + [{2: 2 ** l} for l in range(3, 8)])
rows("outputs", [{2: c, 3: 9 * c} for c in cells])
values |= {
    "side": SIDE, "channels": pyramid[0].shape[1], "side3": pyramid[0].shape[2], "side4": pyramid[1].shape[2],
    "anchors": answers["bbox_regression"].shape[1],
    "numbers": answers["cls_logits"].numel() + answers["bbox_regression"].numel(), "pixels": picture.numel(),
    "classChannels": head.classification_head.cls_logits.out_channels,
    "boxChannels": head.regression_head.bbox_reg.out_channels, "shareOfP3": cells[0] / sum(cells)}

# Parameters and multiply-adds
def work(module, *x):
    counter = FlopCounterMode(display=False)
    with torch.no_grad(), counter:
        module(*x)
    return counter.get_total_flops() // 2
parts = [backbone.body, backbone.fpn, head.classification_head, head.regression_head]
features = backbone.body(picture)
works = [work(backbone.body, picture), work(backbone.fpn, features), work(parts[2], pyramid), work(parts[3], pyramid)]
counts = [parameters(p) for p in parts]
rows("parts", [
    {2: p, 3: p / sum(counts), 4: w / 1e6, 5: w / sum(works)} for p, w in zip(counts, works)])
values |= {
    "parameters": sum(counts), "subnetParameters": sum(counts[2:]) / sum(counts),
    "subnetWork": sum(works[2:]) / sum(works), "backboneParameters": counts[0], "unshared": 5 * sum(counts[2:])}
rows("sharing", [{4: counts[0], 5: counts[0]}, {4: counts[1], 5: counts[1]}] + [{4: c, 5: 5 * c} for c in counts[2:]])

# P6, P7, and the depthwise convolution that they are not
p6, p7 = backbone.fpn.extra_blocks.p6, backbone.fpn.extra_blocks.p7
depthwise = torch.nn.Conv2d(256, 256, 3, 2, 1, groups=256)
lit = torch.zeros(1, 256, 19, 19)
lit[0, 0] = 1
def reach(module):
    return int((module(lit) != module.bias.view(1, -1, 1, 1)).flatten(2).any(2).sum())
values |= {
    "p6Parameters": parameters(p6), "p7Parameters": parameters(p7), "ordinaryParameters": parameters(p7),
    "depthwiseParameters": parameters(depthwise), "depthwiseReach": reach(depthwise), "ordinaryReach": reach(p7),
    "p6Gain": parameters(p6) / parameters(p7)}

# Receptive fields: rows of the input that the middle row depends on, with weights that are all above 0 and no ReLU to cut.
for module in backbone.modules():
    if isinstance(module, torch.nn.Conv2d):
        module.weight.data.fill_(1 / module.weight[0].numel())
x = torch.ones(1, 3, SIDE, SIDE, requires_grad=True)
for module in backbone.modules():
    if isinstance(module, torch.nn.MaxPool2d):
        module.register_forward_hook(lambda m, x, y: torch.nn.functional.avg_pool2d(x[0], 3, 2, 1))
maps = list(backbone(x).values())
maps = list(stages.values()) + maps
sight = []
for one in maps:
    gradient, = torch.autograd.grad(one[0, :, one.shape[2] // 2, one.shape[3] // 2].sum(), x, retain_graph=True)
    seen = (gradient.abs().sum((0, 1, 3)) > 0).nonzero()
    # One whose view reaches over the edge is cut there: it is not compared.
    whole = seen.min() > 0 and seen.max() < SIDE - 1
    sight.append({3: int(seen.max() - seen.min() + 1)} if whole else {})
rows("sight", sight)
values |= {name: sight[place][3] for name, place in [("sightOfC3", 1), ("sightOfC5", 3), ("sightOfP3", 4)]}

# Convolutions
values["loopWork"] = work(p7.__class__(256, 256, 3, 1, 1), torch.rand(1, 256, 10, 10))

print(json.dumps({
    "made with": f"torch {torch.__version__}, torchvision {torchvision.__version__}: python chapter7.py > chapter7.json",
    "values": values}, indent=1))
