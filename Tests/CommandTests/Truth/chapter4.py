"""What chapter 4 computes from formulas, in 40 digits; the blog post's class by PyTorch: python chapter4.py > chapter4.json"""
import json

import mpmath
import torch
import torch.nn.functional as F
from mpmath import exp, log, mp, mpf

mp.dps = 40
gamma, alpha, negatives, object_loss, background_loss = mpf(2), mpf("0.25"), mpf(1000), mpf(10), mpf("0.1")
easy, hard, far = mpf("0.9"), mpf("0.1"), mpf("0.968")


def ce(pt):
    return -log(pt)


def fl(pt, g=gamma):  # Eq. (4)
    return -((1 - pt) ** g) * log(pt)


def slope(x, g=gamma):  # dFL/dx_t, by differentiation rather than by Eq. (10)
    return mpmath.diff(lambda x: fl(1 / (1 + exp(-x)), g), x)


def logit(pt):
    return log(pt / (1 - pt))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def bracketed_root(f, low, high):
    return mpmath.findroot(f, (low, high), solver="anderson", tol=mpf(10) ** -30)


def crossing(g):
    return bracketed_root(lambda p: slope(logit(p), g) - (p - 1), mpf("0.05"), mpf("0.6"))


def star(x, g, b):  # Eq. (7) and (8)
    return -log(sigmoid(g * x + b)) / g


def answer(q, a, g):  # the p with the smallest mean loss
    risk = lambda p: q * a * (1 - p) ** g * -log(p) + (1 - q) * (1 - a) * p**g * -log(1 - p)
    return sigmoid(bracketed_root(lambda x: mpmath.diff(lambda x: risk(sigmoid(x)), x), logit(q) / 8, logit(q)))


background_pt, object_pt = exp(-background_loss), exp(-object_loss)
totals = lambda g: (fl(object_pt, g), negatives * fl(background_pt, g))
pull_ratio = lambda g: negatives * slope(logit(background_pt), g) / slope(logit(object_pt), g)
pulls = lambda g: (-slope(logit(object_pt), g), -negatives * slope(logit(background_pt), g))
star_slope = lambda x, g, b: mpmath.diff(lambda x: star(x, g, b), x)
resting = bracketed_root(lambda q: answer(q, alpha, gamma) - q, mpf("0.2"), mpf("0.45"))
right, twice = fl(easy), easy**gamma * ce(hard)
paper = totals(2)
values = {
    "easyFactor": (1 - easy) ** gamma, "hardFactor": (1 - hard) ** gamma,
    "easyRatio": ce(easy) / fl(easy), "farRatio": ce(far) / fl(far), "exactPt": 1 - mpf(10) ** mpf("-1.5"), "middleRatio": 4,
    "objectTotal": paper[0], "backgroundTotal": paper[1], "totalRatio": paper[0] / paper[1],
    "cePullRatio": pull_ratio(0), "pullRatio": pull_ratio(2),
    "lossFall": totals(0)[1] / paper[1], "pullFall": pulls(0)[1] / pulls(2)[1], "objectPull": pulls(2)[0],
    "hardCE": ce(hard), "hardBalanced": ce(hard) / 1001, "hardFocal": fl(hard),
    "evenPullAlpha": pulls(2)[1] / sum(pulls(2)), "ceSlopeAtHardXt": sigmoid(mpf(-2)) - 1,
    "star2SlopeAtHardXt": star_slope(mpf(-2), 2, 1), "star4SlopeAtHardXt": star_slope(mpf(-2), 4, 0),
    "drawnTo": resting, "startPullRatio": alpha * slope(logit(mpf("0.01"))) / ((1 - alpha) * negatives * slope(logit(mpf("0.99")))),
    "equalPt": crossing(gamma), "hardSlopeRatio": slope(logit(hard)) / (hard - 1),
    "ceAtEasyXt": ce(sigmoid(3)), "flAtEasyXt": fl(sigmoid(3)),
    "star2AtEasyXt": star(3, 2, 1), "star4AtEasyXt": star(3, 4, 0),
    "paperSum": sum(paper), "postMean": sum(paper) / 1001,
    "postFall": sum(paper) / 1001 / ((paper[0] + 10 * paper[1]) / 10001), "paperRise": (paper[0] + 10 * paper[1]) / sum(paper),
    "sigmoidsLoss": 80 * fl(mpf("0.99")), "softmaxLoss": fl(1 / (1 + 80 * mpf("0.01") / mpf("0.99"))),
    "timesWeaker": (mpf("0.99") - 1) / slope(logit(mpf("0.99"))),
    "right": right, "casesTwice": twice, "casesTwiceRatio": twice / right,
    "nearZeroFactor": mpf("0.99") ** 2, "nearOneFactor": mpf("0.01") ** 2,
    "typedRatio": mpf("0.1") ** mpf("-0.2"), "ceContrast": ce(hard) / ce(easy), "focalContrast": fl(hard) / fl(easy),
    "withPRatio": 81, "asFactorRatio": 5, "thousandth": answer(mpf("0.001"), alpha, gamma),
}
for row, x in enumerate([-5, -2, 0, 2, 5], 1):
    values[f"derivative[{row},2]"], values[f"derivative[{row},3]"] = sigmoid(mpf(x)), slope(mpf(x))
    values[f"derivative[{row},5]"] = sigmoid(mpf(x)) - 1
for row, g in enumerate(["0.5", "1", "2", "5"], 1):
    values[f"crossings[{row},2]"] = crossing(mpf(g))
    x = bracketed_root(lambda x: mpmath.diff(lambda x: slope(x, mpf(g)), x), mpf(-5), mpf(-1))
    values[f"crossings[{row},3]"] = slope(x, mpf(g))
for row, g in enumerate(["0", "0.1", "0.2", "0.5", "1", "2", "5"], 1):
    objects, backgrounds = totals(mpf(g))
    values[f"evenAlpha[{row},2]"] = backgrounds / (objects + backgrounds)
    values[f"evenAlpha[{row},3]"] = pulls(mpf(g))[1] / sum(pulls(mpf(g)))
for row, q in enumerate(["0.001", "0.01", "0.1", "0.5", "0.75", "0.9"], 1):
    q = mpf(q)
    values[f"answers[{row},2]"] = q
    values[f"answers[{row},3]"] = mpf("0.5") if q == mpf("0.5") else answer(q, mpf("0.5"), gamma)
    if q not in (mpf("0.5"), mpf("0.75")):
        values[f"answers[{row},4]"] = answer(q, alpha, gamma)


class FocalLoss(torch.nn.Module):  # the blog post's
    def __init__(self, alpha=1.0, gamma=2.0):
        super().__init__()
        self.alpha, self.gamma = alpha, gamma

    def forward(self, inputs, targets):
        ce_loss = F.cross_entropy(inputs, targets, reduction="none")
        pt = torch.exp(-ce_loss)
        return (self.alpha * (1 - pt) ** self.gamma * ce_loss).mean()


def gradient(margin):
    logits = torch.tensor([[margin, 0.0]], requires_grad=True)
    FocalLoss(gamma=0.5)(logits, torch.tensor([0])).backward()
    return logits.grad[0, 0].item()


assert gradient(20.0) != gradient(20.0)  # NaN
values["firstNaN"] = next(i * 0.01 for i in range(4001) if gradient(i * 0.01) != gradient(i * 0.01))
values["inLogSpace"] = slope(mpf(20), mpf("0.5"))
print(json.dumps({
    "made with": f"mpmath {mpmath.__version__}, {mp.dps} digits, and torch {torch.__version__}: python chapter4.py > chapter4.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
