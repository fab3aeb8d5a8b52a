import type { Claim } from "../../src/paper/claim.ts";
import { outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";

/** Section 3.1: how results were reproduced and compared. */
export const section31: readonly Claim[] = [
  outOfScope(
    {
      id: "s3.1.frameworks",
      section: "3.1",
      sentence: 1,
      states: "The original's code is written for TensorFlow, the report's for PyTorch.",
    },
    "a statement about two code bases; a reader of both found it true",
  ),
  seenByReader(
    {
      id: "s3.1.null-hypothesis",
      severity: "note",
      section: "3.1",
      sentence: 3,
      states: "Results were compared under the null hypothesis that the two are not different.",
      printed: "the two results are not different",
    },
    {
      follows:
        "No test is reported: neither a statistic, nor a number of runs, nor the spread of the report's own results.",
      why: "Table 2 gives one number and a mark for each comparison; what a mark means is not said.",
      wouldExplain: "The comparison was made by eye, with the marks as its outcome.",
      confidence: "certain",
    },
  ),
];
