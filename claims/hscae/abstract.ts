import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkOutperforms } from "../../src/checks/outperforms.ts";
import { checkWiderSpread } from "../../src/checks/wider-spread.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { odinQuantity, ordered } from "./measured-by.ts";
import { atLevels, hscae, measures, odin, weightings } from "./results.ts";
import { type Side, table1, table2, table3 } from "./tables.ts";

/** The abstract. */
export const abstract: readonly Claim[] = [
  outOfScope(
    {
      id: "abstract.generative-weaker",
      section: "Abstract",
      sentence: 1,
      states: "Methods by generative models have been weaker than those by classifiers.",
      printed: "(as far as I know)",
      related: ["s6.generative-weaker"],
    },
    "a statement about other papers, none of which is named",
  ),
  checked(
    {
      id: "abstract.best",
      severity: "major",
      section: "Abstract",
      sentence: 7,
      states:
        "The ensemble performed best: its final result (level 5) beats every classifier and every HSCAE (the report does not say by which accuracy).",
      printed: "designed the ensemble model, which performed the best",
      related: ["s4.3.over-odin", "s4.3.over-hscae"],
    },
    () =>
      checkOutperforms({
        winners: atLevels(5),
        others: [...table1.rowNames.flatMap((model) => odin(model)), ...hscae],
        measures,
        weightings,
        narrower: [
          {
            name: "a comparison with HSCAE and with ODIN proper, with perturbation",
            others: [...table1.rowNames.flatMap((model) => odin(model, ["with perturbation"])), ...hscae],
          },
        ],
      }),
  ),
  tooLittlePrinted(
    {
      id: "abstract.sensitive-to-temperature",
      section: "Abstract",
      sentence: 8,
      states: "The classifier is very sensitive to temperature scaling.",
      printed: "hyperparameters (e.g. threshold, temperature scaling)",
      related: ["s4.1.temperature", "s4.1.threshold-sensitive"],
    },
    "every printed result of a classifier has a temperature of 10, so that no effect of it can be seen",
  ),
  ordered(
    {
      id: "abstract.sensitive-to-temperature.run",
      section: "Abstract",
      sentence: 8,
      states:
        "Detection is sensitive to temperature scaling: in runs of ours with ResNet18, the area under the ROC curve at a temperature of 10 lies above that at 1.",
      related: ["abstract.sensitive-to-temperature"],
    },
    odinQuantity("auroc", { detector: "odin", perturbation: "without", temperature: 10, epochs: 50 }),
    odinQuantity("auroc", { detector: "msp", epochs: 50 }),
    { value: "0.5", reason: "half of the least difference, 1 point, that the report calls a large one" },
  ),
  ...(["zero", "else"] as const).map((side) =>
    checked(
      {
        id: `abstract.stable.${side}`,
        section: "Abstract",
        sentence: 9,
        states: `HSCAE is stable: its ${side}_acc varies less over latent dimensions and levels than the classifiers' over models and perturbation.`,
        printed: "showed stable performance",
        related: ["s4.2.not-the-same-range"],
      },
      () => variesMore(side),
    ),
  ),
  outOfScope(
    {
      id: "abstract.detects",
      section: "Abstract",
      sentence: 10,
      states: "In the ensemble, HSCAE detects out-of-distribution images that the classifier cannot.",
      printed: "HSCAE has detected the OOD data which classifier couldn't",
      related: ["s4.3.detects"],
    },
    "the sentence of Section 4.3 says the same and is decided there",
  ),
  ...(["zero", "else"] as const).map((side) =>
    checked(
      {
        id: `abstract.${side}`,
        section: "Abstract",
        sentence: 11,
        states: `The final ${side}-acc is that of Table 3 at level 5.`,
        printed: side === "zero" ? "zero-acc: 99.07%" : "else-acc: 97.32%",
      },
      () =>
        checkAgreement({
          places: [
            { label: "the abstract", value: parseDecimal(side === "zero" ? "99.07" : "97.32") },
            { label: "Table 3, level 5", value: table3.cell("Ensemble", `hierarchy 5 / ${side}`).printed().value },
          ],
        }),
    ),
  ),
];

function variesMore(side: Side) {
  const valuesOf = (tables: readonly (typeof table1)[]) =>
    tables.flatMap((table) =>
      table.columnNames
        .filter((column) => column.endsWith(`${side}_acc`))
        .flatMap((column) => table.column(column).filter((cell) => !cell.isEmpty))
        .map((cell) => cell.printed().value),
    );
  return checkWiderSpread({
    wider: { label: `${side}_acc of the classifiers`, values: valuesOf([table1]) },
    narrower: { label: `${side}_acc of HSCAE`, values: valuesOf([table2]) },
  });
}
