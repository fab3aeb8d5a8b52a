import type { DifficultyRating } from "../paper/difficulty.ts";
import type { Hyperparameter } from "../paper/experiment.ts";
import type { Paper } from "../paper/paper.ts";
import type { DifficultyAudit, ExperimentAudit } from "./audit.ts";

const reportThresholds = { well: 0.1, adequately: 0.4 };
const computeThresholdsHours = { cheap: 1, moderate: 12 };

/**
 * A paper's printed ratings with sums and competition ranks recomputed, and Assay's own: the report rating from the share
 * of assumed hyper-parameters (at most 10 %, at most 40 %, above), the compute rating from the measured time of all
 * planned seeds (under 1 h, up to 12 h, above) on the device that ran them. An experiment that was not run, or but
 * under the smoke protocol, or declares no hyper-parameters, is not rated so.
 */
export function difficultyAudit(paper: Paper, experiments: readonly ExperimentAudit[]): DifficultyAudit {
  return {
    ...(paper.difficulty === undefined
      ? {}
      : { printed: { ...paper.difficulty, totals: totals(paper.difficulty.ratings) } }),
    computed: experiments
      .filter(({ environment, protocol }) => environment !== undefined && protocol !== "smoke")
      .map((experiment) => ({
        experiment: `${experiment.pipeline}, ${experiment.variant}, ${experiment.dataset}`,
        ...reportRating(experiment.hyperparameters),
        ...computeRating(experiment),
      })),
  };
}

function totals(ratings: readonly DifficultyRating[]) {
  const sums = ratings.map(({ report, code, compute }) => report + code + compute);
  return ratings.map(({ experiment }, index) => {
    const sum = sums[index] as number;
    return { experiment, sum, rank: 1 + sums.filter((other) => other > sum).length };
  });
}

function reportRating(hyperparameters: readonly Hyperparameter[]): Pick<DifficultyAudit["computed"][number], "report"> {
  if (hyperparameters.length === 0) return {};
  const assumed = hyperparameters.filter(({ source }) => source.kind === "assumed").length;
  const share = assumed / hyperparameters.length;
  const rating = share <= reportThresholds.well ? 1 : share <= reportThresholds.adequately ? 2 : 3;
  const basis = `estimate: ${assumed} of ${hyperparameters.length} hyper-parameters had to be assumed`;
  return { report: { rating, basis } };
}

function computeRating({
  environment,
  seeds,
  protocol,
}: ExperimentAudit): Pick<DifficultyAudit["computed"][number], "compute"> {
  if (environment?.medianCellSeconds === undefined || protocol !== "paper") return {};
  const hours = (environment.medianCellSeconds * seeds.planned) / 3600;
  const rating = hours < computeThresholdsHours.cheap ? 1 : hours <= computeThresholdsHours.moderate ? 2 : 3;
  const basis = `estimate: ${environment.medianCellSeconds.toFixed(0)} s a seed × ${seeds.planned} seeds = ${hours.toFixed(2)} h on ${environment.platform}, ${environment.engine}`;
  return { compute: { rating, basis } };
}
