"""What chapter 3 computes from formulas, in 40 digits: python chapter3.py > chapter3.json"""
import json

from mpmath import exp, log, mp, mpf

mp.dps = 40
object_loss, background_loss, negatives, alpha = mpf(10), mpf("0.1"), mpf(1000), mpf("0.75")
backgrounds = negatives * background_loss
inverse = negatives / (1 + negatives)
equal = backgrounds / (object_loss + backgrounds)
values = {
    "objectPt": exp(-object_loss),
    "backgroundPt": exp(-background_loss),
    "totalRatio": backgrounds / object_loss,
    "pullRatio": negatives * (1 - exp(-background_loss)) / (1 - exp(-object_loss)),
    "inverseFrequency": inverse,
    "inverseObjectTotal": inverse * object_loss,
    "inverseBackgroundTotal": (1 - inverse) * backgrounds,
    "inverseRatio": inverse * object_loss / ((1 - inverse) * backgrounds),
    "equalTotals": equal,
    "equalTotal": equal * object_loss,
    "difficulty": log(mpf("0.1")) / log(mpf("0.9")),
    "weightedDifficulty": log(mpf("0.1")) / log(mpf("0.9")),
    "shift": log(alpha / (1 - alpha)),
    "samplingAlpha": negatives / (negatives + 3),
}
cases = [("0.9", inverse), ("0.1", inverse), ("0.9", 1 - inverse), ("0.1", 1 - inverse)]
for row, (pt, weight) in enumerate(cases, 1):
    loss = -log(mpf(pt))
    values[f"whatIsWeighted[{row},3]"] = loss
    values[f"whatIsWeighted[{row},5]"] = weight * loss
print(json.dumps({
    "made with": f"mpmath {__import__('mpmath').__version__}, {mp.dps} digits: python chapter3.py > chapter3.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
