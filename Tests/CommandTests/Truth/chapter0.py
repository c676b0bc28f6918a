"""What chapter 0 computes from formulas, in 40 digits: python chapter0.py > chapter0.json"""
import json

from mpmath import ceil, exp, mp, mpf

mp.dps = 40
objects, proposals, grid, pixels = 10, 1000, 13, 600
object_loss, background_loss = mpf(10), mpf("0.1")
sides = [ceil(mpf(pixels) / 2**level) for level in range(3, 8)]
boxes, anchors = grid * grid * 5, 9 * sum(side**2 for side in sides)
values = {
    "proposedBackgrounds": proposals - objects,
    "proposalRatio": mpf(proposals - objects) / objects,
    "gridBoxes": boxes,
    "gridBackgrounds": boxes - objects,
    "gridRatio": mpf(boxes - objects) / objects,
    "boxShare": mpf(objects) / boxes,
    "anchors": anchors,
    "anchorRatio": (anchors - objects) / objects,
    "objectPt": exp(-object_loss),
    "backgroundPt": exp(-background_loss),
    "backgroundTotal": proposals * background_loss,
    "lossRatio": object_loss / background_loss,
    "totalRatio": proposals * background_loss / object_loss,
}
for row, candidates in enumerate([proposals, boxes, anchors], 1):
    values[f"alwaysBackground[{row},6]"] = mpf(candidates - objects) / candidates

# The paper's Figure 2: AP and milliseconds, the two-stage FPN FRCN first.
detectors = [("36.2", 172), ("21.6", 25), ("28.0", 61), ("28.0", 85), ("31.2", 125), ("33.2", 156)]
ap, time = mpf(detectors[0][0]), mpf(detectors[0][1])
for row, (own_ap, own_time) in enumerate(detectors, 1):
    values[f"speeds[{row},3]"] = mpf(own_ap) / ap - 1
    values[f"speeds[{row},5]"] = time / own_time
values["fastestSpeed"], values["slowestSpeed"] = time / 25, time / 156
values["leastLag"], values["mostLag"] = 1 - mpf("33.2") / ap, 1 - mpf("21.6") / ap
print(json.dumps({
    "made with": f"mpmath {__import__('mpmath').__version__}, {mp.dps} digits: python chapter0.py > chapter0.json",
    "values": {name: float(value) for name, value in values.items()},
}, indent=1))
