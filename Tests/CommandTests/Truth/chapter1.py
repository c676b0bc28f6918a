"""What chapter 1 computes: its formulas in 40 digits, its products by numpy, its rounding errors by arithmetic of so
many bits: python chapter1.py > chapter1.json"""
import json
import math

import numpy
from mpmath import exp, log, mp, mpf, workprec

mp.dps = 40
p, easy_p, negatives, objects, answers, logit = mpf("0.1"), mpf("0.01"), 100_000, 3, 1000, 20
object_total, easy_loss = -objects * log(p), -log(1 - easy_p)
loss = lambda x: log(1 + exp(mpf(x)))  # at a background
sigmoid = lambda x: 1 / (1 + exp(-mpf(x)))


def standstill(factor):
    """After how many factors a product of this format no longer changes, and its value after all answers."""
    products = [type(factor)(1)]
    while products[-1] * factor != products[-1]:
        products.append(products[-1] * factor)
    return len(products) - 1, float(products[min(answers, len(products) - 1)])


def printed(x, bits):
    """p and -log(1 - p) as the formula is printed, each step rounded to so many bits."""
    with workprec(bits):
        probability = 1 / (1 + exp(-mpf(x)))
        return probability, (-log(1 - probability) if probability != 1 else mp.inf)


def half_tidy(x):
    """log(1 + e^x) with 53 bits, in the range of a double."""
    with workprec(53):
        return log(1 + exp(mpf(x))) if x < 709 else mp.inf


def first_float(breaks):
    """Halfway to the least 32-bit float at which `breaks` holds: there, a double rounds to it."""
    low, high = (int(numpy.float32(x).view(numpy.int32)) for x in (1, 1000))
    value = lambda bits: float(numpy.int32(bits).view(numpy.float32))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if breaks(mpf(value(middle))) else (middle, high)
    return (value(low) + value(high)) / 2


float_standstill, float_product = standstill(numpy.float32(0.9))
double_standstill, product = standstill(0.9)
wrong = printed(logit, 53)[0]
with workprec(53):
    steep, flat = 1 / (1 - wrong), wrong * (1 - wrong)
    steep_times_flat = steep * flat
clip = mpf("1e-7")
values = {
    "ifObject": -log(p), "ifBackground": -log(1 - p), "backgroundPt": 1 - p,
    "halving": log(2), "sum": -answers * log(1 - p), "product": product, "floatProduct": float_product,
    "floatStandstill": float_standstill, "doubleStandstill": double_standstill,
    "frequency": mpf(3) / 10, "cheapest": mpf(3) / 10, "likeliest": mpf(3) / 10,
    "cheapestSquare": mpf(3) / 10, "missAtZero": mpf(3) / 10, "missAtOne": mpf(7) / 10, "cheapestMiss": 0,
    "leastLoss": -(3 * log(mpf(3) / 10) + 7 * log(mpf(7) / 10)) / 10,
    "easyLoss": easy_loss, "easyTotal": negatives * easy_loss, "objectTotal": object_total,
    "totalRatio": negatives * easy_loss / object_total, "evenAt": math.ceil(object_total / easy_loss),
    "easyPull": negatives * easy_p, "objectPull": objects * (1 - p),
    "pullRatio": negatives * easy_p / (objects * (1 - p)),
    "steep": steep, "flat": flat, "steepTimesFlat": steep_times_flat,
    "squaredSlope": 2 * sigmoid(logit) ** 2 * sigmoid(-logit),
    "remainder": loss(logit) - logit, "printed": printed(logit, 53)[1],
    "printedError": abs(printed(logit, 53)[1] / loss(logit) - 1), "easySoftplus": loss(-40),
    "imitatedBreak": 11 * log(2) - log(1 + mpf(2) ** -11),  # e^-x itself is rounded down to 2^-11
    "doubleBreak": 53 * log(2), "oneBit": log(2),
    "imitatedCertainty": sigmoid(11 * log(2) - log(1 + mpf(2) ** -11)),
    "floatCertainty": 1 - mpf(2) ** -24,
    "floatObjectBreak": -first_float(lambda x: exp(x) >= (2 - mpf(2) ** -24) * mpf(2) ** 127),
    "doubleObjectBreak": -log((2 - mpf(2) ** -53) * mpf(2) ** 1023),
    "clippedFrom": log((1 - clip) / clip), "clippedLoss": -log(clip), "trueSlope": sigmoid(logit),
    "half": log(2), "halfInDecades": mp.log10(2), "mistaken": p + 1,
    "folded[1,5]": -log(p), "folded[2,5]": -log(1 - p),
}
for row, x in enumerate([-20, -5, -1, 0, 1, 5, 20], 1):
    values |= {f"slopes[{row},2]": sigmoid(x), f"slopes[{row},3]": sigmoid(x)}
    values[f"slopes[{row},4]"] = 2 * sigmoid(x) ** 2 * sigmoid(-x)
for row, x in enumerate([-40, 10, 20, 40, 800], 1):
    values[f"losses[{row},5]"] = loss(x)
    for column, value in [(3, printed(x, 53)[1]), (4, half_tidy(x))]:
        if value != mp.inf:
            values[f"losses[{row},{column}]"] = value
for row, bits in enumerate([11, 24, 53], 1):
    values[f"breaks[{row},4]"] = bits * log(2)
print(json.dumps({
    "made with": f"mpmath {__import__('mpmath').__version__}, {mp.dps} digits, numpy {numpy.__version__}: "
                 "python chapter1.py > chapter1.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
