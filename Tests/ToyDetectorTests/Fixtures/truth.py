"""Writes truth.json: average precision by scikit-learn, and loss and gradient of a small network by automatic
differentiation, both from the definitions, with nothing of this project.

    pip install numpy==2.4.6 scikit-learn==1.9.1 autograd==1.9.1
    python3 truth.py > truth.json
"""
import json
import autograd
import autograd.numpy as np
import sklearn
from sklearn.metrics import average_precision_score

random = np.random.RandomState(7)

# Average precision, with ties and with backgrounds that count for several.
rankings = []
for objects, backgrounds in [(3, 5), (10, 200), (40, 1000)]:
    scores = np.round(random.normal(size=objects + backgrounds) + 1.5 * (np.arange(objects + backgrounds) < objects), 2)
    counts = np.where(np.arange(objects + backgrounds) < objects, 1.0, random.randint(1, 4, objects + backgrounds))
    targets = (np.arange(objects + backgrounds) < objects).astype(int)
    rankings.append({
        "objects": scores[:objects].tolist(), "backgrounds": scores[objects:].tolist(),
        "counts": counts[objects:].tolist(),
        "averagePrecision": average_precision_score(targets, scores, sample_weight=counts)})

# Loss and gradient of hidden = leaky(c + w . features), x = b + v . hidden, summed and divided by the objects.
parameters = random.normal(size=81) * 0.7
features = random.normal(size=(8, 8))
targets = np.array([1, 0, 0, 1, 0, 0, 0, 0])


def loss(parameters, alpha, gamma):
    w, c, v, b = parameters[:64].reshape(8, 8), parameters[64:72], parameters[72:80], parameters[80]
    sums = np.dot(features, w) + c
    hidden = np.where(sums > 0, sums, 0.1 * sums)
    x = np.dot(hidden, v) + b
    pt = 1 / (1 + np.exp(-np.where(targets == 1, x, -x)))
    weight = 1.0 if alpha is None else np.where(targets == 1, alpha, 1 - alpha)
    return np.sum(weight * (1 - pt) ** gamma * -np.log(pt)) / np.sum(targets)


networks = []
for alpha, gamma in [(None, 0.0), (0.999, 0.0), (0.25, 2.0), (0.5, 0.5)]:
    networks.append({
        "alpha": alpha, "gamma": gamma, "loss": float(loss(parameters, alpha, gamma)),
        "gradient": autograd.grad(loss)(parameters, alpha, gamma).tolist()})

print(json.dumps({
    "versions": {"numpy": np.__version__, "scikit-learn": sklearn.__version__, "autograd": "1.9.1"},
    "rankings": rankings, "parameters": parameters.tolist(), "features": features.tolist(),
    "targets": targets.tolist(), "networks": networks}, indent=1))
