"""Writes layers.json: convolutions in groups, normalisations, upsampling, initialisers, clipping, schedules, and ten steps of a
small network's training, by PyTorch in float64.

    pip install torch==2.13.0 numpy==2.4.6
    python3 layers.py > layers.json
"""
import json

import torch
import torch.nn.functional as F
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(7)


def tensor(t):
    return {"shape": list(t.shape), "scalars": [float(f"{v:.17g}") for v in t.detach().flatten().tolist()]}


def rounded(*shape, scale=1.0):
    """Normal numbers of few digits, which both sides read alike."""
    return torch.round(torch.randn(*shape) * scale * 1000) / 1000


def named(tensors):
    return {name: tensor(t) for name, t in tensors.items()}


# Convolutions without bias, some in groups: y, and the gradients of sum(dy * y).
convolutions = []
for n, c, height, width, outputs, side, stride, padding, groups in [
        (2, 4, 5, 6, 6, 3, 1, 1, 2), (1, 6, 7, 6, 3, 3, 2, 1, 3), (1, 4, 4, 5, 4, 1, 2, 0, 4), (1, 3, 9, 8, 2, 7, 2, 3, 1)]:
    x = rounded(n, c, height, width).requires_grad_()
    weights = rounded(outputs, c // groups, side, side).requires_grad_()
    y = F.conv2d(x, weights, stride=stride, padding=padding, groups=groups)
    dy = rounded(*y.shape)
    y.backward(dy)
    convolutions.append({
        "stride": stride, "padding": padding, "groups": groups,
        **named({"x": x, "weights": weights, "y": y, "dy": dy, "dx": x.grad, "dWeights": weights.grad})})


def normalised(layer, x):
    """y, and the gradients of sum(dy * y), with weights and biases that are not 1 and 0."""
    x = x.clone().requires_grad_()
    y = layer(x)
    dy = rounded(*y.shape)
    y.backward(dy)
    return named({"x": x, "weights": layer.weight, "biases": layer.bias, "y": y, "dy": dy, "dx": x.grad,
                  "dWeights": layer.weight.grad, "dBiases": layer.bias.grad})


def shaken(layer):
    with torch.no_grad():
        layer.weight.copy_(rounded(*layer.weight.shape))
        layer.bias.copy_(rounded(*layer.bias.shape))
    return layer


# Batch normalisation in training and after it, from the same running means and variances.
batches = []
for (n, c, height, width), epsilon, momentum in [((3, 2, 4, 5), 1e-5, 0.1), ((2, 3, 1, 3), 1e-3, 0.25), ((1, 2, 3, 3), 1e-7, 0.1)]:
    for training in [True, False]:
        layer = shaken(nn.BatchNorm2d(c, eps=epsilon, momentum=momentum)).train(training)
        layer.running_mean.copy_(rounded(c))
        layer.running_var.copy_(rounded(c).abs() + 0.5)
        before = named({"means": layer.running_mean, "variances": layer.running_var})
        result = normalised(layer, 2 * rounded(n, c, height, width) + 1)
        batches.append({
            "epsilon": epsilon, "momentum": momentum, "training": training, "before": before, **result,
            "after": named({"means": layer.running_mean, "variances": layer.running_var})})

groups = []
for (n, c, height, width), count in [((2, 6, 3, 4), 3), ((1, 4, 5, 3), 1), ((2, 4, 2, 2), 4)]:
    groups.append({"groups": count, **normalised(shaken(nn.GroupNorm(count, c)), 2 * rounded(n, c, height, width) + 1)})

# Nearest upsampling to a size: for each place of the output, the place of the input that it repeats.
upsamplings = []
for before, after in [(19, 38), (38, 75), (10, 19), (5, 10), (3, 7), (7, 3), (13, 13), (25, 50), (34, 67), (67, 134), (42, 84)]:
    x = torch.arange(before, dtype=torch.float64).reshape(1, 1, 1, before)
    y = F.interpolate(x, size=(1, after), mode="nearest")
    upsamplings.append({"before": before, "after": after, "places": [int(v) for v in y.flatten().tolist()]})

# How weights begin: deviation and largest magnitude of many.
shape = (256, 128, 3, 3)
initialisers = []
for name, fill in [
        ("kaiming", lambda w: nn.init.kaiming_normal_(w, mode="fan_in", nonlinearity="relu")),
        ("kaimingBackward", lambda w: nn.init.kaiming_normal_(w, mode="fan_out", nonlinearity="relu")),
        ("uniform", lambda w: nn.init.kaiming_uniform_(w, a=1)),
        ("gaussian", lambda w: nn.init.normal_(w, std=0.01))]:
    w = fill(torch.empty(shape))
    initialisers.append({"name": name, "shape": list(shape), "deviation": w.std().item(), "largest": w.abs().max().item()})

# Clipping by the norm of all gradients together.
clippings = []
for largest in [0.5, 1.0, 100.0]:
    parameters = [nn.Parameter(torch.zeros(2, 3)), nn.Parameter(torch.zeros(4))]
    for p in parameters:
        p.grad = rounded(*p.shape)
    before = [tensor(p.grad) for p in parameters]
    norm = nn.utils.clip_grad_norm_(parameters, largest)
    clippings.append({"largest": largest, "norm": norm.item(), "before": before, "after": [tensor(p.grad) for p in parameters]})

# Learning rates: a linear warm-up, and steps.
schedules = []
for rate, start, warmUp, milestones, factor in [(0.01, 0.001, 4, [6, 9], 0.1), (0.5, 0.25, 8, [3], 0.5), (0.1, 1.0, 1, [2, 4], 0.1)]:
    optimiser = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=rate)
    schedule = torch.optim.lr_scheduler.ChainedScheduler([
        torch.optim.lr_scheduler.LinearLR(optimiser, start_factor=start, total_iters=warmUp),
        torch.optim.lr_scheduler.MultiStepLR(optimiser, milestones, gamma=factor)])
    rates = []
    for _ in range(12):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        schedule.step()
    schedules.append({"rate": rate, "start": start, "warmUp": warmUp, "milestones": milestones, "factor": factor, "rates": rates})


# Ten steps of a small network: a frozen stem, a residual block with batch normalisation, a coarser level, a shared head.
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(2, 4, 3, padding=1)
        self.conv = nn.Conv2d(4, 4, 3, padding=1, groups=2, bias=False)
        self.bn = nn.BatchNorm2d(4)
        self.down = nn.Conv2d(4, 4, 3, stride=2, padding=1)
        self.norm = nn.GroupNorm(2, 4)
        self.head = nn.Conv2d(4, 2, 3, padding=1)

    def forward(self, x):
        stem = F.relu(self.stem(x))
        fine = F.relu(self.bn(self.conv(stem)) + stem)
        coarse = F.relu(self.norm(self.down(F.max_pool2d(fine, 3, stride=1, padding=1))))
        fine = fine + F.interpolate(coarse, size=fine.shape[-2:], mode="nearest")
        return self.head(fine), self.head(coarse)


model = Small()
with torch.no_grad():
    for p in model.parameters():
        p.copy_(rounded(*p.shape, scale=0.5))
for p in model.stem.parameters():
    p.requires_grad = False
start = named(dict(model.named_parameters()))
x, targets = rounded(2, 2, 7, 5), [rounded(2, 2, 7, 5), rounded(2, 2, 4, 3)]
trained = [p for p in model.parameters() if p.requires_grad]
optimiser = torch.optim.SGD(trained, lr=0.05, momentum=0.9, weight_decay=0.01)
schedule = torch.optim.lr_scheduler.ChainedScheduler([
    torch.optim.lr_scheduler.LinearLR(optimiser, start_factor=0.1, total_iters=3),
    torch.optim.lr_scheduler.MultiStepLR(optimiser, [7], gamma=0.1)])
losses, norms = [], []
for _ in range(10):
    optimiser.zero_grad()
    loss = sum(((y - t) ** 2).sum() / 2 for y, t in zip(model(x), targets))
    loss.backward()
    norms.append(nn.utils.clip_grad_norm_(trained, 5.0).item())
    losses.append(loss.item())
    optimiser.step()
    schedule.step()
state = {name: t for name, t in model.state_dict().items() if not name.endswith("num_batches_tracked")}

print(json.dumps({
    "versions": {"torch": torch.__version__},
    "convolutions": convolutions, "batches": batches, "groups": groups, "upsamplings": upsamplings,
    "initialisers": initialisers, "clippings": clippings, "schedules": schedules,
    "training": {"x": tensor(x), "targets": [tensor(t) for t in targets], "start": start, "losses": losses,
                 "norms": norms, "end": named(state)}}))
