"""What chapter 2 computes from formulas, in 40 digits, and what PyTorch computes of it: python chapter2.py > chapter2.json"""
import json

import torch
from mpmath import e, exp, log, mp, mpf

mp.dps = 40


def softmax(x):
    return [exp(a) / sum(exp(b) for b in x) for a in x]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def entropy(p):
    return -sum(a * log(a) for a in p if a > 0)


def cross_entropy(p, q):
    return -sum(a * log(b) for a, b in zip(p, q) if a > 0)


tenth, third = mpf("0.1"), mpf(1) / 3
q = [2 * tenth, 7 * tenth, tenth]
logits = [log(a) for a in q]
one_hot = [mpf(0), mpf(1), mpf(0)]
soft = [(1 - tenth) * a + tenth * third for a in one_hot]
truths = [one_hot, soft, q, [third] * 3]
background, both = [-6, -3, -5], [4, 4, -5]
anchors = 9 * sum(n * n for n in (75, 38, 19, 10, 5))
bias = -log(mpf(99))
pt = softmax([mpf(0)] + [bias] * 80)[0]
doubt = -log(mpf("0.99"))
values = {
    "loss": -log(q[1]),
    "lossInBits": -log(q[1]) / log(2),
    "coinEntropy": entropy([mpf("0.3"), mpf("0.7")]),
    "softTrue": soft[1],
    "softOther": soft[0],
    "ownLoss": entropy(q),
    "softDivergence": cross_entropy(soft, q) - entropy(soft),
    "bestLoss": entropy(soft),
    "softEntropy": entropy(soft),
    "pull": 1 - q[1],
    "oneSigmoid": sigmoid(mpf(2)),
    "margin": log(q[1] / (1 - q[1])),
    "marginSigmoid": q[1],
    "overflowFloat": int(log(mpf(2) ** 128)) + 1,
    "overflowDouble": int(log(mpf(2) ** 1024)) + 1,
    "stableLoss": -log(q[1]),
    "throughLogits": 1000 + log(2 + exp(mpf(-1000))),
    "mostSigmoid": sigmoid(mpf(-3)),
    "mostSoftmax": softmax(background)[1],
    "bothSigmoid": sigmoid(mpf(4)),
    "bothSoftmax": softmax(both)[0],
    "noneLoss": sum(log(1 + exp(mpf(x))) for x in background),
    "backgroundProbability": softmax([0] + background)[0],
    "mostWithBackground": softmax([0] + background)[2],
    "bothWithBackground": softmax([0] + both)[1],
    "anchors": anchors,
    "terms": anchors * 80,
    "anchorImbalance": mpf(anchors - 50) / 50,
    "termImbalance": mpf(anchors * 80 - 50) / 50,
    "sigmoidBias": bias,
    "softmaxBias": -log(mpf(99) * 80),
    "allSure": mpf("0.99") ** 80,
    "backgroundPt": pt,
    "sigmoidRelief": mpf(100) ** 2,
    "softmaxRelief": 1 / (1 - pt) ** 2,
    "slideSum": -log(q[1]),
    "doubts[1,3]": 80 * doubt,
    "doubts[1,4]": 80 * doubt / 100**2,
    "doubts[2,3]": -log(pt),
    "doubts[2,4]": -((1 - pt) ** 2) * log(pt),
}
nudged = [logits[0] + 1] + logits[1:]
for j in range(3):
    values[f"inputs[{j + 1},2]"] = logits[j]
    values[f"inputs[{j + 1},5]"] = q[j]
    values[f"terms[{j + 1},4]"] = -log(q[j])
    values[f"bases[{j + 1},3]"] = -log(q[1]) / log([e, 2, 10][j])
    values[f"coupling[{j + 1},5]"] = softmax(nudged)[j]
    values[f"coupling[{j + 1},6]"] = sigmoid(logits[j])
    values[f"coupling[{j + 1},7]"] = sigmoid(nudged[j])
for row, p in enumerate(truths, 1):
    values[f"entropies[{row},4]"] = cross_entropy(p, q)

x = torch.tensor([[0.2, 0.7, 0.1]], dtype=torch.float64).log().requires_grad_()
target = torch.tensor([1])
torch.nn.functional.cross_entropy(x, target).backward()
for j in range(3):
    values[f"gradients[{j + 1},4]"] = x.grad[0, j].item()
values["softLoss"] = torch.nn.functional.cross_entropy(x, target, label_smoothing=0.1).item()

print(json.dumps({
    "made with": f"mpmath {__import__('mpmath').__version__}, {mp.dps} digits, and PyTorch {torch.__version__}: "
    "python chapter2.py > chapter2.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
