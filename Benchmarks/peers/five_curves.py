"""One figure of the focal loss for five gammas, 1920 x 1080 pixels, drawn with matplotlib and written as a PNG.

Run by `benchmarks` as a fresh process: `five_curves.py PICTURE`. Says its versions.
"""

import platform
import sys

try:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np
except ImportError as error:
    sys.exit(print(f"missing: {error}; pip install matplotlib, and give that Python by --python", flush=True))

pt = np.linspace(0.001, 1, 400)
figure, axes = plt.subplots(figsize=(19.2, 10.8), dpi=100)
for gamma in (0, 0.5, 1, 2, 5):
    axes.plot(pt, -((1 - pt) ** gamma) * np.log(pt), linewidth=3, label=rf"$\gamma = {gamma}$")
axes.set(xlim=(0, 1), ylim=(0, 5))
axes.set_title("Focal loss", fontsize=28)
axes.set_xlabel(r"probability of the true class $p_t$", fontsize=22)
axes.set_ylabel("loss", fontsize=22)
axes.tick_params(labelsize=18)
axes.legend(fontsize=22)
figure.savefig(sys.argv[1])
print(f"matplotlib {matplotlib.__version__}, Python {platform.python_version()}", flush=True)
