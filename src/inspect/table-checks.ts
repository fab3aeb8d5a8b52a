import { meanColumn, meanRow } from "./apply/averages.ts";
import { confusionScores } from "./apply/confusion-scores.ts";
import { aucPoints, detectionError } from "./apply/detector-scores.ts";
import { differences } from "./apply/differences.ts";
import { duplicates } from "./apply/duplicates.ts";
import { emphasis } from "./apply/emphasis.ts";
import { fMeasure } from "./apply/f-measure.ts";
import { grim } from "./apply/grim.ts";
import { majority } from "./apply/majority.ts";
import { pValues } from "./apply/p-values.ts";
import { percentInCell } from "./apply/percent-in-cell.ts";
import { percentOfCount } from "./apply/percent-of-count.ts";
import { ranks } from "./apply/ranks.ts";
import { regressionScores } from "./apply/regression-scores.ts";
import { grimmer, sdOfRuns } from "./apply/spreads.ts";
import { totals } from "./apply/totals.ts";
import type { TableCheck } from "./table-check.ts";

/** Every check that is put to a table, in the order of their tallies. */
export const tableChecks: readonly TableCheck[] = [
  meanColumn,
  meanRow,
  totals,
  differences,
  {
    name: "percentage",
    apply: (reading, options) => [...percentOfCount(reading, options), ...percentInCell(reading, options)],
  },
  fMeasure,
  confusionScores,
  aucPoints,
  detectionError,
  regressionScores,
  grim,
  grimmer,
  sdOfRuns,
  pValues,
  ranks,
  emphasis,
  majority,
  duplicates,
];
