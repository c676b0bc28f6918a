"""Prints the polynomials of Kernels: the coefficients of e^r and log(1 + e), fitted for the least largest relative error.

    python -m venv peers && peers/bin/pip install mpmath
    peers/bin/python Tests/KernelsTests/Fixtures/fit_polynomials.py

Made with mpmath 1.3.0 under Python 3.11.7. The method is Lawson's: least squares again and again, each time with the points
weighted by the errors that they had. The first coefficients are fixed, so that tiny arguments keep all their digits.
"""

from mpmath import lu_solve, matrix, mp, mpf, nstr

mp.dps = 40


def fit(name, function, fixed, degree, low, high, rounds=80, points=240):
    """function(x) ~ sum of fixed[k] x^k, then of the fitted c_k x^k up to x^degree."""
    powers = range(len(fixed), degree + 1)
    xs = [(low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (i + mpf(1) / 2) / points) for i in range(points)]
    rest = [function(x) / function(x) - sum(f * x**k for k, f in enumerate(fixed)) / function(x) for x in xs]
    basis = [[x**k / function(x) for k in powers] for x in xs]
    weights = [mpf(1) / points] * points
    best = None
    for _ in range(rounds):
        normal, right = matrix(len(powers)), matrix(len(powers), 1)
        for row, value, weight in zip(basis, rest, weights):
            for a in range(len(powers)):
                right[a] += weight * row[a] * value
                for b in range(len(powers)):
                    normal[a, b] += weight * row[a] * row[b]
        c = lu_solve(normal, right)
        errors = [abs(value - sum(r * v for r, v in zip(row, c))) for row, value in zip(basis, rest)]
        if best is None or max(errors) < best[0]:
            best = (max(errors), c)
        total = sum(w * e for w, e in zip(weights, errors))
        weights = [w * e / total for w, e in zip(weights, errors)]
    print(f"{name}, degree {degree}: relative error {nstr(best[0], 3)}")
    for k, c in zip(powers, best[1]):
        print(f"  x^{k}  {nstr(c, 20)}")


half = mp.log(2) / 2 * mpf("1.001")
for degree in (5, 6):
    fit("e^r, |r| <= log(2)/2", mp.exp, [1, 1], degree, -half, half)
for degree in (8, 9):  # of log(1 + e)/e; times e afterwards
    fit("log(1 + e)/e, 0 <= e <= 1", lambda e: mp.log1p(e) / e, [1], degree, mpf("1e-9"), mpf(1))
