"""Two configurations side by side: the difference of the means, and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
import numpy.typing as npt

RESAMPLES = 10_000
AT_ONCE = 100  # resamples: a few megabytes for a thousand questions
SEED = 20_261_124
INTERVAL = 0.95

Differences = Sequence[float]  # of one collection, question by question


@dataclass(frozen=True, slots=True)
class Comparison:
    """Second minus first: the mean difference, the interval it lies in with 95 %, the shares of better and worse."""

    difference: float
    low: float
    high: float
    better: float
    worse: float


def compare(collections: Sequence[Differences]) -> Comparison:
    """Compare by a paired bootstrap (Efron and Tibshirani 1993, the percentile interval).

    Questions are drawn with replacement inside each collection; the statistic is the mean over collections of their
    means. Seeded, so that the same figures give the same interval.
    """
    random = np.random.default_rng(SEED)
    means = np.mean([_resampled(random, np.asarray(of)) for of in collections], axis=0)
    low, high = np.quantile(means, [(1 - INTERVAL) / 2, (1 + INTERVAL) / 2])
    every = [difference for of in collections for difference in of]
    return Comparison(
        difference=fmean(map(fmean, collections)),
        low=float(low),
        high=float(high),
        better=sum(difference > 0 for difference in every) / len(every),
        worse=sum(difference < 0 for difference in every) / len(every),
    )


def _resampled(random: np.random.Generator, of: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the mean of each resample."""
    parts = (random.choice(of, size=(AT_ONCE, len(of))).mean(axis=1) for _ in range(RESAMPLES // AT_ONCE))
    return np.concatenate(list(parts))
