"""Writes losses.json and pytorch.json: the outside truths of the Losses tests.

    python -m venv peers && peers/bin/pip install torch==2.13.0+cpu numpy mpmath
    peers/bin/python Tests/LossesTests/Fixtures/make_truth.py

losses.json: the paper's formulas as they are printed, with no rearrangement at all, in enough digits that nothing is
lost even where 1 - p_t is e^-20000. Results are rounded to the nearest double at the very end (0 below the least).
pytorch.json: values and gradients by PyTorch's own losses and autograd, in float64.
"""

import json
import pathlib
import platform

import mpmath
from mpmath import mp, mpf

HERE = pathlib.Path(__file__).parent
COMMAND = "peers/bin/python Tests/LossesTests/Fixtures/make_truth.py"
mp.dps = 8900  # softmax of (10000, -10000) has 1 - p_t = e^-20000, which is 1e-8686: 200 digits remain

TRUE_LOGITS = [  # x_t = y x: the losses depend on logit and class through it alone
    -10000.0, -3000.0, -800.0, -745.5, -709.0, -300.0, -100.0, -36.75, -16.75, -8.0, -4.59511985013459, -4.5, -2.79,
    -2.5, -1.0, -0.1, -1e-9, 0.0, 1e-9, 0.1, 1.0, 2.2, 2.5, 4.5, 4.59511985013459, 8.0, 12.25, 16.75, 30.0, 36.75, 37.5,
    100.0, 200.0, 236.0,
    350.0, 500.0, 700.0, 708.0, 709.0, 745.5, 800.0, 3000.0, 10000.0,
]
GAMMAS = [0.0, 0.001, 0.1, 0.2, 0.5, 1.0, 1.7, 2.0, 5.0, 12.0, 50.0, 1000.0]
STARS = [(2.0, 1.0), (4.0, 0.0), (0.5, -0.3), (1.0, 0.0)]
SOFTMAX_LOGITS = [
    [2.0, 1.0, 0.1], [0.0, 0.0, 0.0, 0.0], [10000.0, -10000.0], [1000.0, 999.0, -1000.0, 300.0], [-0.7, -0.7],
    [-10000.0, -10000.0, -9999.5], [700.0, 0.0, 0.0], [40.0, 0.0, -3.0, 1.0, 2.5], [0.25, -17.5, 3.0, 3.0, -2.0, 1.5],
]
SOFTMAX_GAMMAS = [0.0, 0.5, 2.0, 5.0]


def focal(pt, gamma):  # Eq. (4)
    return -mp.power(1 - pt, gamma) * mp.log(pt)


def focal_slope(pt, gamma):  # Eq. (10) with y = 1
    return mp.power(1 - pt, gamma) * (gamma * pt * mp.log(pt) + pt - 1)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def binary():
    rows = []
    for xt in map(mpf, TRUE_LOGITS):
        pt = sigmoid(xt)
        rows.append({
            "xt": float(xt), "sigmoid": float(pt), "logSigmoid": float(mp.log(pt)),
            "softplus": float(mp.log(1 + mp.exp(xt))), "crossEntropy": float(-mp.log(pt)),
            "crossEntropySlope": float(pt - 1),  # Eq. (9)
            "focal": [
                {"gamma": g, "loss": float(focal(pt, mpf(g))), "slope": float(focal_slope(pt, mpf(g)))} for g in GAMMAS
            ],
            "star": [
                {"gamma": g, "beta": b, "loss": float(-mp.log(sigmoid(g * xt + mpf(b))) / g),  # Eq. (8)
                 "slope": float(sigmoid(g * xt + mpf(b)) - 1)}  # Eq. (11)
                for g, b in STARS
            ],
        })
    return rows


def softmax():
    rows = []
    for logits in SOFTMAX_LOGITS:
        exps = [mp.exp(mpf(x)) for x in logits]
        s = [e / sum(exps) for e in exps]
        entropy = -sum(p * mp.log(p) for p in s)
        targets = []
        for t in range(len(logits)):
            losses = []
            for g in SOFTMAX_GAMMAS:
                # dL/ds_t, then the chain rule through ds_t/dx_j = s_t (1{j=t} - s_j); focal_slope has divided by p_t(1-p_t)
                slope = focal_slope(s[t], mpf(g)) / (1 - s[t])
                losses.append({
                    "gamma": g, "loss": float(focal(s[t], mpf(g))),
                    "gradient": [float(slope * ((1 if j == t else 0) - s[j])) for j in range(len(s))],
                })
            targets.append({
                "crossEntropy": float(-mp.log(s[t])),
                "gradient": [float(s[j] - (1 if j == t else 0)) for j in range(len(s))],
                "focal": losses,
            })
        rows.append({
            "logits": logits, "softmax": [float(p) for p in s], "logSumExp": float(mp.log(sum(exps))),
            "entropy": float(entropy), "targets": targets,
        })
    return rows


def pytorch():
    import torch
    import torch.nn.functional as F

    torch.manual_seed(20)
    x = (torch.randn(24, dtype=torch.float64) * 5).requires_grad_()
    y = (torch.rand(24) < 0.3).to(torch.float64)
    bce = F.binary_cross_entropy_with_logits(x, y, reduction="none")
    (bce_gradient,) = torch.autograd.grad(bce.sum(), x)

    logits = (torch.randn(6, 5, dtype=torch.float64) * 3).requires_grad_()
    labels = torch.randint(0, 5, (6,))
    ce = F.cross_entropy(logits, labels)
    (ce_gradient,) = torch.autograd.grad(ce, logits)

    alpha, gamma = 0.75, 2.0
    each = F.cross_entropy(logits, labels, reduction="none")
    softmax_focal = (alpha * (1 - torch.exp(-each)) ** gamma * each).mean()
    (softmax_focal_gradient,) = torch.autograd.grad(softmax_focal, logits)
    return {
        "command": COMMAND, "python": platform.python_version(), "torch": torch.__version__, "seed": 20,
        "binary": {"logits": x.tolist(), "targets": [int(t) for t in y], "losses": bce.tolist(),
                   "gradient": bce_gradient.tolist()},
        "softmax": {"logits": logits.tolist(), "targets": labels.tolist(), "meanCrossEntropy": ce.item(),
                    "gradient": ce_gradient.tolist(), "alpha": alpha, "gamma": gamma,
                    "meanFocal": softmax_focal.item(), "focalGradient": softmax_focal_gradient.tolist()},
    }


def write(name, value):
    (HERE / name).write_text(json.dumps(value, indent=None, separators=(",", ":")).replace('},{"xt"', '},\n{"xt"')
                             .replace('},{"logits"', '},\n{"logits"').replace('"softmax":{', '\n"softmax":{') + "\n")


write("losses.json", {
    "command": COMMAND, "python": platform.python_version(), "mpmath": mpmath.__version__, "digits": mp.dps,
    "binary": binary(), "softmax": softmax(),
})
write("pytorch.json", pytorch())
