import { alsoRead } from "../../src/checks/also-read.ts";
import { checkCount } from "../../src/checks/count.ts";
import { checkOrder } from "../../src/checks/order.ts";
import { checkOutperforms } from "../../src/checks/outperforms.ts";
import { type Decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { compare } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import {
  account,
  checked,
  judgement,
  outOfScope,
  seenByReader,
  tooLittlePrinted,
} from "../../src/paper/sentence-claims.ts";
import { ensemble, hscae, odin, perturbations } from "./results.ts";
import { evaluation, table1, table2, table3 } from "./tables.ts";

/** Section 3 from the hierarchy on: how HSCAE and the ensemble detect. */
export const section3detection: readonly Claim[] = [
  checked(
    {
      id: "s3.2.hierarchy",
      section: "3.2",
      sentence: 28,
      states:
        "The hierarchy strengthens the mapping: zero_acc rises with every level (our reading; the mapping itself is not measured).",
      printed: "It strengthens the mapping to the in-distribution.",
      related: ["s5.hierarchy"],
    },
    risesWithLevel,
  ),
  outOfScope(
    {
      id: "s3.2.temperature",
      section: "3.2",
      sentence: 33,
      states: "Softmax probabilities are compared at a temperature of 2.",
      printed: "Temperature scaling factor 2",
      related: ["s4.1.temperature"],
    },
    account,
  ),
  tooLittlePrinted(
    {
      id: "s3.2.metric-alone",
      section: "3.2",
      sentence: 34,
      states: "For HSCAE alone, the distance of softmax probabilities is the best of five metrics.",
      printed: "For HSCAE alone, the softmax probability distance metric performed best",
      related: ["s5.metric-alone"],
    },
    "no result of any other metric is printed",
  ),
  tooLittlePrinted(
    {
      id: "s3.2.metric-ensemble",
      section: "3.2",
      sentence: 34,
      states: "For the ensemble, the mean squared error is the best of five metrics.",
      printed: "for ensemble, MSE metric performed the best",
      related: ["s5.metric-ensemble"],
    },
    "no result of any other metric is printed",
  ),
  checked(
    {
      id: "s3.2.else-below-eval",
      section: "3.2",
      sentence: 35,
      states:
        "If else_acc also asks for the right digit, no classifier's else_acc lies above its accuracy on digits 1 to 9.",
      printed: "the HSCAE outputs the prediction of in-distribution data with it's classifier",
      related: ["s3.2.else-undefined"],
    },
    () =>
      checkCount({
        what: "results with an else_acc at most as high as the accuracy on digits",
        items: table1.rowNames.flatMap((row) =>
          perturbations.map((which) => {
            const [accepted, recognised] = [table1.cell(row, `${which} / else_acc`), table1.cell(row, evaluation)];
            return {
              label: `${row} ${which}`,
              holds: !above(accepted.printed().value, recognised.printed().value),
              why: `${accepted.text} against ${recognised.text}`,
            };
          }),
        ),
        reported: parseDecimal("8"),
        qualifier: "all",
      }),
  ),
  seenByReader(
    {
      id: "s3.2.else-undefined",
      section: "3.2",
      sentence: 35,
      states: "Results are given as zero_acc and else_acc.",
      related: ["s3.2.else-below-eval", "tables.zero.shares", "tables.else.shares"],
    },
    {
      follows:
        "Neither is defined: whether an accepted digit must also be recognised, and whether images or batches are averaged, is not said.",
      why: "The first can move else_acc by up to 0.53 points (100 − 99.47, the weakest classifier); the second would explain why no number of zeros gives any printed zero_acc.",
      wouldExplain: "The evaluation code of the course may define both; it is not part of the report.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s3.3.complementary",
      section: "3.3",
      sentence: 3,
      states: "The two members detect complementary images.",
      printed: "the ensemble of two can achieve the complementary OOD detection",
      related: ["s4.3.detects"],
    },
    judgement,
  ),
  checked(
    {
      id: "s3.3.stricter",
      section: "3.3",
      sentence: 5,
      states:
        "The members' thresholds were made to reject less: with unchanged ones, an ensemble that rejects what either member rejects could not have an else_acc above a member's.",
      printed: "more strict thresholds were applied for both ODIN and HSCAE",
      related: ["s4.3.stricter"],
    },
    () =>
      checkOutperforms({
        winners: ensemble.map(onlyElse),
        others: [
          ...odin("ResNet18-ep50-1", ["with perturbation"]),
          ...hscae.filter(({ dimension }) => dimension === "8"),
        ].map(onlyElse),
        measures: ["else_acc"],
      }),
  ),
];

function onlyElse({ label, values }: { readonly label: string; readonly values: readonly Decimal[] }) {
  return { label, values: values.slice(1) };
}

/** Level by level at each latent dimension of HSCAE alone; also read of the ensemble. */
function risesWithLevel() {
  const steps = table2.rowNames.flatMap((dimension) => {
    const cells = table2
      .row(dimension)
      .filter((cell) => cell.column.endsWith("zero_acc") && !cell.isEmpty)
      .map((cell) => ({ level: cell.column.slice("hierarchy ".length, "hierarchy 1".length), cell }));
    return cells.slice(1).map(({ level, cell }, index) => {
      const before = cells[index]?.cell ?? cell;
      return {
        label: `latent ${dimension}, to level ${level}`,
        holds: above(cell.printed().value, before.printed().value),
        why: `${before.text} to ${cell.text}`,
      };
    });
  });
  const inEnsemble = checkOrder({
    items: table3
      .row("Ensemble")
      .filter(({ column }) => column.endsWith("zero"))
      .map((cell) => ({ label: cell.column, value: cell.printed().value })),
    relation: "increasing",
  });
  return alsoRead(
    checkCount({
      what: "steps from one level to the next at which the zero_acc of HSCAE rises",
      items: steps,
      reported: parseDecimal(String(steps.length)),
      qualifier: "all",
    }),
    [
      {
        name: "the levels of the ensemble (Table 3) alone, where the thresholds stay the same",
        holds: inEnsemble.outcome === "consistent",
      },
    ],
  );
}

function above(a: Decimal, b: Decimal): boolean {
  return compare(toRational(a), toRational(b)) > 0;
}
