"""What chapter 5 computes from formulas, in 40 digits: python chapter5.py > chapter5.json"""
import json

from mpmath import diff, exp, log, mp, mpf, sqrt

mp.dps = 40
prior, half = mpf("0.01"), mpf("0.5")
anchors, classes, objects = 67995, 80, 10
answers = anchors * classes
backgrounds = answers - objects
alpha, gamma = mpf("0.25"), 2


def sigmoid(x):
    return 1 / (1 + exp(-x))


def ce(p):
    return -log(p), -log(1 - p)


def fl(p):
    return -alpha * (1 - p) ** gamma * log(p), -(1 - alpha) * p**gamma * log(1 - p)


def total(each, count=objects):
    return count * each[0], (answers - count) * each[1]


def pulls(loss, p):
    """How hard one object and one background pull at their logits: the slope by a numeric derivative."""
    logit = log(p / (1 - p))
    return tuple(abs(diff(lambda x: loss(sigmoid(x))[side], logit)) for side in (0, 1))


deviation = mpf("0.01") * sqrt(9 * 256)
bias = -log((1 - prior) / prior)
share = mpf(objects) / answers
values = {
    "logitDeviation": deviation,
    "freshLow": sigmoid(-deviation),
    "freshHigh": sigmoid(deviation),
    "bias": bias,
    "odds": (1 - prior) / prior,
    "priorLow": sigmoid(bias - deviation),
    "priorHigh": sigmoid(bias + deviation),
    "answers": answers,
    "objectLossHalf": ce(half)[0],
    "objectLossPrior": ce(prior)[0],
    "backgroundLossPrior": ce(prior)[1],
    "ceObjectsHalf": total(ce(half))[0],
    "ceBackgroundsHalf": total(ce(half))[1],
    "ceTotalHalf": sum(total(ce(half))),
    "ceObjectsPrior": total(ce(prior))[0],
    "ceBackgroundsPrior": total(ce(prior))[1],
    "ceTotalPrior": sum(total(ce(prior))),
    "allBackground": answers * ce(prior)[1],
    "ceFall": sum(total(ce(half))) / sum(total(ce(prior))),
    "flTotalHalf": sum(total(fl(half))),
    "flBackgroundsPrior": total(fl(prior))[1],
    "flEachObjectPrior": fl(prior)[0],
    "flFall": sum(total(fl(half))) / sum(total(fl(prior))),
    "share": share,
    "lowestLoss": sum(total(ce(share))),
    "biasGradient": half * (40 * 40 - 25),
    "push": mpf("0.003") * half * (40 * 40 - 25),
    "pushHalf": mpf("0.003") * half * (40 * 40 - 25) / mpf("0.1"),
    "pushFast": mpf("0.01") * half * (40 * 40 - 25) / mpf("0.1"),
    "pushFL": mpf("0.003") * pulls(fl, half)[1] * (40 * 40 - 25) / mpf("0.1"),
    "pushPrior": mpf("0.003") * prior * (40 * 40 - 25) / mpf("0.1"),
    "flSlope": pulls(fl, half)[1],
    "newLayer": mpf("0.01") * sqrt(mpf(9 * 256) / 2),
    "newLayers": (mpf("0.01") * sqrt(mpf(9 * 256) / 2)) ** 4,
    "expectedHalf": (40 * 40 - 24) * ce(half)[0],
    "expectedPrior": ce(prior)[0] + (40 * 40 - 25) * ce(prior)[1],
    "chance": 1 / mpf(40 * 40 - 24),
    "shareObjects": total(ce(share))[0],
    "shareBackgrounds": total(ce(share))[1],
    "shareFactor": prior / share,
}
for row, (loss, p) in enumerate([(ce, half), (ce, prior), (fl, half), (fl, prior)], 1):
    for column, value in enumerate(total(loss(p)) + total(pulls(loss, p)), 3):
        values[f"lossAndPull[{row},{column}]"] = value
for row, count in enumerate([10, 50, 100], 1):
    for column, each in enumerate([ce(half), ce(prior), fl(half), fl(prior)], 2):
        values[f"normalisedStart[{row},{column}]"] = sum(total(each, count)) / count
for row, p in enumerate(["0.5", "0.1", "0.01", "0.001", "0.0001"], 1):
    values[f"priorSweep[{row},2]"] = -log((1 - mpf(p)) / mpf(p)) if p != "0.5" else mpf(0)
    values[f"priorSweep[{row},3]"] = sum(total(ce(mpf(p))))
print(json.dumps({
    "made with": f"mpmath {__import__('mpmath').__version__}, {mp.dps} digits: python chapter5.py > chapter5.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
