"""Writes referenceMathML.json: what another converter makes of formulas of the book.

    pip install latex2mathml==3.78.0
    python3 referenceMathML.py > referenceMathML.json
"""

import json
import platform
from importlib.metadata import version

from latex2mathml.converter import convert

FORMULAS = [
    r"\mathrm{CE}(p, y) = \begin{cases} -\log(p) & \text{if } y = 1 \\ -\log(1-p) & \text{otherwise} \end{cases}",
    r"p_t = \begin{cases} p & \text{if } y = 1 \\ 1-p & \text{otherwise} \end{cases}",
    r"\mathrm{CE}(p_t) = -\alpha_t \log(p_t)",
    r"\mathrm{FL}(p_t) = -\alpha_t (1-p_t)^\gamma \log(p_t)",
    r"p_t^{\ast} = \sigma(\gamma x_t + \beta)",
    r"\frac{d\,\mathrm{FL}}{dx} = y(1-p_t)^\gamma(\gamma p_t \log(p_t) + p_t - 1)",
    r"b = -\log\left(\frac{1-\pi}{\pi}\right)",
    r"\sum_{i=1}^{n} w_i x_i \le \sqrt{1 - p} + \sqrt[3]{2}",
    r"\underbrace{(1-p_t)^\gamma}_{\text{factor}} \cdot \overbrace{p}^{q}",
    r"0.25 \times 10^{-4} \approx x \in \Omega \to \infty",
    r"\hat p \ne \bar q, \quad f'(x) = \frac{\partial f}{\partial x}",
    r"\left\{ \frac{a}{b} \right\} \pm \left[ 2^{1/3} \right]",
]

print(
    json.dumps(
        {
            "by": f"latex2mathml {version('latex2mathml')}, Python {platform.python_version()}",
            "formulas": [{"latex": latex, "mathML": convert(latex)} for latex in FORMULAS],
        },
        indent=1,
        ensure_ascii=False,
    )
)
