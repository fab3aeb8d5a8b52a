"""Reference values for the distributions, from mpmath at 50 digits and SciPy. Run: python3 distributions.py"""

import json
from pathlib import Path

import mpmath as mp
import numpy as np
from scipy import special, stats

mp.mp.dps = 50


def beta(x, a, b):
    return mp.betainc(a, b, 0, x, regularized=True)


def t_tail(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    return beta(df / (df + t * t), df / 2, mp.mpf(1) / 2) / 2


def f(value):
    return float(value)


out = {}
out["logGamma"] = [
    [x, f(mp.loggamma(mp.mpf(x)))] for x in [1e-3, 0.1, 0.5, 1.5, 3.25, 7.0, 14.9, 15.1, 99.5, 1234.5, 1e6, 1e12]
]
out["incompleteBeta"] = [
    [x, a, b, f(beta(mp.mpf(x), a, b)), f(beta(1 - mp.mpf(x), b, a))]
    for a, b in [(0.5, 0.5), (2, 3), (0.5, 20), (30, 0.5), (100, 120), (1, 1), (2.5, 400)]
    for x in [1e-6, 0.01, 0.2, 0.45, 0.5, 0.8, 0.999]
]
out["incompleteGamma"] = [
    [a, x, f(mp.gammainc(a, 0, mp.mpf(x), regularized=True)), f(mp.gammainc(a, mp.mpf(x), mp.inf, regularized=True))]
    for a in [0.5, 1, 2.5, 10, 100, 1000]
    for x in [1e-4, 0.3, 1, 2.6, 9.5, 40, 120, 1010]
]
out["normal"] = [
    [z, f(mp.ncdf(mp.mpf(z)))] for z in [-30, -8, -3.3, -1.96, -0.5, -1e-3, 0, 0.3, 1.1, 2.5, 6]
]
out["normalQuantile"] = [[p, f(special.ndtri(p))] for p in [1e-300, 1e-20, 1e-5, 0.025, 0.3, 0.5, 0.6, 0.975, 0.9999]]
out["studentT"] = [
    [t, df, f(t_tail(t, df))]
    for df in [0.7, 1, 2, 2.94, 4, 10.5, 30, 99, 1000, 1e5]
    for t in [1e-3, 0.3, 1, 2.1, 4.5, 12, 60]
]


def t_quantile(p, df):
    """SciPy's own value is good to 1e-11 only."""
    start = mp.mpf(float(stats.t.ppf(p, df)))
    return float(mp.findroot(lambda t: mp.mpf(1) - t_tail(t, df) - mp.mpf(p), start))


out["studentTQuantile"] = []
for df in [1, 1.3, 2, 3, 4, 7.77, 29, 198, 5000]:
    for p in [0.5000001, 0.6, 0.9, 0.95, 0.975, 0.995, 0.99999]:
        out["studentTQuantile"].append([p, df, t_quantile(p, df)])
out["chiSquare"] = [
    [x, df, f(mp.gammainc(mp.mpf(df) / 2, 0, mp.mpf(x) / 2, regularized=True)),
     f(mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True))]
    for df in [1, 2, 9, 40.5] for x in [0.01, 1, 7.5, 30, 90]
]
out["chiSquareQuantile"] = [
    [p, df, f(stats.chi2.ppf(p, df))] for df in [1, 2, 4, 9, 99] for p in [0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9999]
]
out["f"] = []
for d1, d2 in [(1, 4), (4, 4), (9, 2), (29, 4), (3.5, 60)]:
    for x in [0.01, 0.4, 1, 3.3, 25]:
        y = mp.mpf(d1) * mp.mpf(x) / (mp.mpf(d1) * mp.mpf(x) + mp.mpf(d2))
        lower = beta(y, mp.mpf(d1) / 2, mp.mpf(d2) / 2)
        out["f"].append([x, d1, d2, f(lower), f(1 - lower)])
out["fQuantile"] = [
    [p, d1, d2, f(stats.f.ppf(p, d1, d2))]
    for d1, d2 in [(1, 4), (4, 4), (9, 2), (29, 4), (3.5, 60)] for p in [0.005, 0.025, 0.4, 0.5, 0.975, 0.995]
]
out["betaQuantile"] = [
    [p, a, b, f(stats.beta.ppf(p, a, b))]
    for a, b in [(0.5, 0.5), (2, 3), (8, 1), (1, 30), (90, 12)] for p in [1e-4, 0.025, 0.4, 0.5, 0.975, 0.9999]
]
out["binomial"] = [
    [k, n, p, f(sum(mp.binomial(n, i) * mp.mpf(p) ** i * (1 - mp.mpf(p)) ** (n - i) for i in range(0, k + 1))),
     f(sum(mp.binomial(n, i) * mp.mpf(p) ** i * (1 - mp.mpf(p)) ** (n - i) for i in range(k + 1, n + 1)))]
    for k, n, p in [(0, 5, 0.2), (3, 10, 0.5), (16, 20, 0.5), (19, 20, 0.1), (2, 100, 0.05), (60, 118, 0.5)]
]


def nct(t, df, delta):
    """P(T <= t) by integrating over the chi-square denominator."""
    t, df, delta = mp.mpf(t), mp.mpf(df), mp.mpf(delta)
    constant = 2 * (df / 2) ** (df / 2) / mp.gamma(df / 2)

    def integrand(s):
        return mp.ncdf(t * s - delta) * constant * s ** (df - 1) * mp.exp(-df * s * s / 2)

    return mp.quad(integrand, [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 9])


mp.mp.dps = 25
out["noncentralT"] = [
    [t, df, d, f(nct(t, df, d))]
    for df in [2, 4, 8, 18.5, 58] for d in [-1.5, 0, 0.7, 2.7, 6] for t in [-1, 0, 0.5, 2.776, 7]
]

rng = np.random.default_rng(20)
samples = [[round(float(v), 4) for v in rng.normal(m, s, n)] for m, s, n in [(0, 1, 5), (0.5, 2, 8), (0.2, 1.2, 3), (1, 1, 12)]]
tests = {"samples": samples}
tests["bartlett"] = list(map(float, stats.bartlett(*samples)))
tests["leveneMedian"] = list(map(float, stats.levene(*samples)))
tests["leveneMean"] = list(map(float, stats.levene(*samples, center="mean")))
welch = stats.ttest_ind(samples[0], samples[1], equal_var=False)
va, vb = np.var(samples[0], ddof=1) / 5, np.var(samples[1], ddof=1) / 8
df = (va + vb) ** 2 / (va**2 / 4 + vb**2 / 7)
se = float(np.sqrt(va + vb))
difference = float(np.mean(samples[0]) - np.mean(samples[1]))
tests["welch"] = {"statistic": float(welch.statistic), "p": float(welch.pvalue), "difference": difference,
                  "standardError": se, "degreesOfFreedom": float(df),
                  "interval95": [difference - t_quantile(0.975, df) * se, difference + t_quantile(0.975, df) * se]}
tests["oneSample"] = {"p": float(stats.ttest_1samp(samples[1], 0).pvalue),
                      "interval90": [float(np.mean(samples[1]) + sign * t_quantile(0.95, 7) * stats.sem(samples[1]))
                                     for sign in (-1, 1)]}
margin = 2.5
lower = stats.ttest_ind([v + margin for v in samples[0]], samples[1], equal_var=False, alternative="greater").pvalue
upper = stats.ttest_ind([v - margin for v in samples[0]], samples[1], equal_var=False, alternative="less").pvalue
tests["tost"] = {"margin": margin, "lowerP": float(lower), "upperP": float(upper)}
tests["trimMean"] = [float(stats.trim_mean(s, 0.25)) for s in samples]
tests["permutation"] = float(
    stats.permutation_test((samples[0], samples[2]), lambda a, b: abs(np.mean(a) - np.mean(b)), n_resamples=np.inf,
                           alternative="greater").pvalue
)
tests["mannWhitney"] = float(stats.mannwhitneyu(samples[0], samples[1]).statistic / (5 * 8))
out["tests"] = tests


def hanley(theta, positives, negatives):
    """The U statistic's exact variance when scores are exponential: survival e^-x against e^-rx, theta = 1/(1+r)."""
    r = mp.mpf(theta) / (1 - mp.mpf(theta))
    # P(two positives both exceed a negative), positives ~ Exp(1), negatives ~ Exp(r)
    two_positives = mp.quad(lambda y: r * mp.exp(-r * y) * mp.exp(-y) ** 2, [0, 1, 5, mp.inf])
    two_negatives = mp.quad(lambda x: mp.exp(-x) * (1 - mp.exp(-r * x)) ** 2, [0, 1, 5, mp.inf])
    theta = mp.quad(lambda y: r * mp.exp(-r * y) * mp.exp(-y), [0, 1, 5, mp.inf])
    variance = (theta * (1 - theta) + (positives - 1) * (two_positives - theta**2)
                + (negatives - 1) * (two_negatives - theta**2)) / (positives * negatives)
    return mp.sqrt(variance)


out["hanleyMcNeil"] = [[a, m, n, f(hanley(a, m, n))] for a, m, n in [(0.8, 100, 100), (0.55, 1000, 9000), (0.95, 20, 35)]]

Path(__file__).with_suffix(".json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
