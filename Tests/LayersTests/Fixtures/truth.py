"""Writes truth.json: convolutions, max pooling, steps of SGD and the training of a tiny network by PyTorch in float64.

    pip install torch==2.13.0 numpy==2.4.6
    python3 truth.py > truth.json
"""
import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(11)


def tensor(t):
    return {"shape": list(t.shape), "scalars": [float(f"{v:.17g}") for v in t.detach().flatten().tolist()]}


def rounded(*shape, scale=1.0):
    """Normal numbers of few digits, which both sides read alike."""
    return torch.round(torch.randn(*shape) * scale * 1000) / 1000


# Convolutions: y, and the gradients of sum(dy * y).
convolutions = []
for n, c, height, width, outputs, side, stride, padding in [
        (1, 1, 4, 5, 1, 1, 1, 0), (2, 3, 5, 4, 2, 1, 2, 0), (1, 2, 5, 6, 3, 3, 1, 1), (2, 2, 7, 6, 5, 3, 2, 1),
        (1, 2, 6, 6, 2, 3, 1, 0), (1, 2, 8, 7, 2, 5, 3, 2), (1, 1, 9, 9, 2, 3, 2, 2)]:
    x = rounded(n, c, height, width).requires_grad_()
    weights = rounded(outputs, c, side, side).requires_grad_()
    biases = rounded(outputs).requires_grad_()
    y = F.conv2d(x, weights, biases, stride=stride, padding=padding)
    dy = rounded(*y.shape)
    y.backward(dy)
    convolutions.append({
        "x": tensor(x), "weights": tensor(weights), "biases": tensor(biases), "stride": stride, "padding": padding,
        "y": tensor(y), "dy": tensor(dy), "dx": tensor(x.grad), "dWeights": tensor(weights.grad),
        "dBiases": tensor(biases.grad)})

# Max pooling, with ties.
poolings = []
for n, c, height, width, side, stride, padding in [
        (1, 2, 6, 6, 2, 2, 0), (2, 1, 7, 5, 3, 2, 1), (1, 1, 6, 7, 3, 1, 1), (1, 2, 5, 5, 2, 2, 0)]:
    x = torch.round(torch.randn(n, c, height, width) * 2).requires_grad_()
    y = F.max_pool2d(x, side, stride=stride, padding=padding)
    dy = rounded(*y.shape)
    y.backward(dy)
    poolings.append({
        "x": tensor(x), "side": side, "stride": stride, "padding": padding, "y": tensor(y), "dy": tensor(dy),
        "dx": tensor(x.grad)})

# Five steps of SGD, with gradients that do not depend on the parameters.
descents = []
for rate, momentum, decay in [(0.1, 0.0, 0.0), (0.1, 0.9, 0.0), (0.01, 0.9, 0.0001), (0.5, 0.5, 0.1)]:
    parameter = rounded(2, 3).requires_grad_()
    start = parameter.detach().clone()
    descent = torch.optim.SGD([parameter], lr=rate, momentum=momentum, weight_decay=decay)
    gradients, after = [], []
    for _ in range(5):
        parameter.grad = rounded(2, 3)
        gradients.append(tensor(parameter.grad))
        descent.step()
        after.append(tensor(parameter))
    descents.append({
        "learningRate": rate, "momentum": momentum, "weightDecay": decay, "start": tensor(start),
        "gradients": gradients, "after": after})

# A tiny dense detector: 1 → 4 → 6 → 1 channels on 16 × 16, with max pooling and a stride; one cell in 16 is an object.
x = rounded(2, 1, 16, 16)
targets = torch.zeros(2, 1, 4, 4)
targets[0, 0, 1, 2] = targets[1, 0, 3, 0] = 1
layers = [(4, 1, 3, 1, 1), (6, 4, 3, 2, 1), (1, 6, 3, 1, 1)]
start = [p for o, i, side, _, _ in layers for p in (rounded(o, i, side, side, scale=0.3), rounded(o, scale=0.1))]
trainings = []
for alpha, gamma in [(None, 0.0), (0.25, 2.0)]:
    parameters = [p.clone().requires_grad_() for p in start]
    descent = torch.optim.SGD(parameters, lr=0.01, momentum=0.9, weight_decay=0.0001)
    losses, norms = [], []
    for _ in range(20):
        h = x
        for index, (_, _, _, stride, padding) in enumerate(layers):
            h = F.conv2d(h, parameters[2 * index], parameters[2 * index + 1], stride=stride, padding=padding)
            if index < 2:
                h = F.relu(h)
            if index == 0:
                h = F.max_pool2d(h, 2, stride=2)
        crossEntropy = F.binary_cross_entropy_with_logits(h, targets, reduction="none")
        weight = 1.0 if alpha is None else torch.where(targets == 1, alpha, 1 - alpha)
        loss = (weight * (1 - torch.exp(-crossEntropy)) ** gamma * crossEntropy).sum() / targets.sum()
        descent.zero_grad()
        loss.backward()
        losses.append(loss.item())
        norms.append(torch.sqrt(sum((p.grad ** 2).sum() for p in parameters)).item())
        descent.step()
    trainings.append({"alpha": alpha, "gamma": gamma, "losses": losses, "norms": norms})

print(json.dumps({
    "versions": {"torch": torch.__version__},
    "convolutions": convolutions, "poolings": poolings, "descents": descents,
    "network": {"x": tensor(x), "targets": targets.flatten().tolist(), "start": [tensor(p) for p in start],
                "trainings": trainings}}))
