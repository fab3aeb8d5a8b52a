import { alsoRead } from "../../src/checks/also-read.ts";
import { checkCount } from "../../src/checks/count.ts";
import { checkOutperforms } from "../../src/checks/outperforms.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { checkWiderSpread } from "../../src/checks/wider-spread.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, judgement, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { hscae, measures, odin, weightings } from "./results.ts";
import { table2 } from "./tables.ts";
import { hscaeThresholds, odinThresholds } from "./thresholds.ts";

const bestSetting = hscae.filter(({ dimension, level }) => dimension === "8" && level === 2);

const outperformed = ["ResNet18-ep50-2", "ResNet18-ep100", "SpinalVGG-ep50"];

/** Section 4.2: HSCAE alone. */
export const section42: readonly Claim[] = [
  checked(
    {
      id: "s4.2.settings",
      severity: "note",
      section: "4.2",
      sentence: 1,
      states:
        "Each of the latent dimensions 6, 8 and 10 was tested on the levels 1, 2 and 3: Table 2 has nine results.",
      printed: "I've chose 6, 8, 10 of the dimension and tested on hierarchy level 1, 2 and 3",
      related: ["s3.2.latent-dimensions"],
    },
    allSettings,
  ),
  outOfScope(
    {
      id: "s4.2.epochs",
      section: "4.2",
      sentence: 2,
      states: "Each HSCAE was trained for 200 epochs.",
      printed: "Each of them was trained for 200 epochs.",
    },
    account,
  ),
  checked(
    {
      id: "s4.2.best",
      section: "4.2",
      sentence: 3,
      states:
        "Latent dimension 8 at level 2 is the best of the eight settings (the report does not say by which accuracy).",
      printed: "latent dimension of 8 and hierarchy level 2 performed the best",
      related: ["s5.chosen-dimension"],
    },
    () =>
      checkOutperforms({
        winners: bestSetting,
        others: hscae.filter((setting) => !bestSetting.includes(setting)),
        measures,
        weightings,
      }),
  ),
  checked(
    {
      id: "s4.2.outperforms",
      section: "4.2",
      sentence: 4,
      states:
        "HSCAE outperforms the three classifiers other than ResNet18-ep50-1: each of its eight settings each of their results (the report does not say by which accuracy).",
      printed: "HSCAE outperformed the ODIN classifiers except ResNet18-ep50-1",
      related: ["s4.2.except"],
    },
    () =>
      checkOutperforms({
        winners: hscae,
        others: outperformed.flatMap((model) => odin(model)),
        measures,
        weightings,
        narrower: [
          {
            name: "its best setting (latent 8, level 2) against ODIN proper, with perturbation",
            winners: bestSetting,
            others: outperformed.flatMap((model) => odin(model, ["with perturbation"])),
          },
        ],
      }),
  ),
  checked(
    {
      id: "s4.2.except",
      section: "4.2",
      sentence: 4,
      states: "The exception is one: ResNet18-ep50-1 with perturbation outperforms every setting of HSCAE.",
      printed: "except ResNet18-ep50-1",
      related: ["s4.2.outperforms"],
    },
    () =>
      checkOutperforms({
        winners: odin("ResNet18-ep50-1", ["with perturbation"]),
        others: hscae,
        measures,
        weightings,
      }),
  ),
  checked(
    {
      id: "s4.2.stable",
      section: "4.2",
      sentence: 5,
      states: "The best thresholds of HSCAE vary less than those of the classifiers.",
      printed: "unlike ODIN classifiers, it's best threshold values were stable",
      related: ["s4.1.thresholds", "s4.2.not-the-same-range"],
    },
    () =>
      checkWiderSpread({
        wider: {
          label: "best thresholds of the classifiers",
          values: odinThresholds.map(({ threshold }) => threshold),
        },
        narrower: { label: "those of HSCAE", values: hscaeThresholds.map(({ threshold }) => threshold) },
      }),
  ),
  seenByReader(
    {
      id: "s4.2.not-the-same-range",
      section: "4.2",
      sentence: 5,
      states: "HSCAE is more stable than the classifiers.",
      printed: "unlike ODIN classifiers, it's best threshold values were stable",
      related: ["s4.2.stable", "abstract.stable.zero", "abstract.stable.else"],
    },
    {
      follows:
        "The two ranges are over different things: the classifiers' over trainings of one network, HSCAE's over latent dimensions with one training each.",
      why: "No HSCAE was trained twice, so that nothing printed shows how much it varies from run to run; the classifiers' 1 to 3 points are just that.",
      wouldExplain: "Different latent dimensions may be thought to vary more than two trainings would.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s4.2.thresholds",
      section: "4.2",
      sentence: 6,
      states: "The thresholds 1.2e-4, 1.0e-4 and 1.0e-4 are one for each latent dimension of Table 2.",
      printed: "1.2e-4, 1.0e-4, 1.0e-4 for each latent dimension 6, 8, 10",
    },
    () =>
      checkReferenceCount({
        what: "thresholds of HSCAE",
        reported: parseDecimal(String(hscaeThresholds.length)),
        reference: table2.rowNames.length,
        source: "Table 2 (its latent dimensions)",
      }),
  ),
  seenByReader(
    {
      id: "s4.2.one-threshold-for-levels",
      severity: "note",
      section: "4.2",
      sentence: 6,
      states: "One best threshold is given for each latent dimension.",
      printed: "The best threshold values were",
      related: ["s4.1.one-threshold-for-two"],
    },
    {
      follows:
        "Each latent dimension has two or three results, one a level; which of them the threshold belongs to is not said.",
      why: "Every level changes the reconstruction, and with it the distances that the threshold cuts.",
      wouldExplain: "The best threshold may agree at all levels to the two digits that are printed.",
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "s4.2.manifold",
      section: "4.2",
      sentence: 7,
      states: "HSCAE learns the manifold in a more stable manner.",
    },
    judgement,
  ),
];

function allSettings() {
  const items = table2.rowNames.flatMap((dimension) =>
    [1, 2, 3].map((level) => {
      const cells = table2.row(dimension).filter(({ column }) => column.startsWith(`hierarchy ${level} /`));
      return {
        label: `latent ${dimension}, level ${level}`,
        holds: cells.every((cell) => !cell.isEmpty),
        why: `Table 2 prints ${cells.map(({ text }) => `"${text}"`).join(" and ")}`,
      };
    }),
  );
  return alsoRead(
    checkCount({ what: "settings with a result in Table 2", items, reported: parseDecimal("9"), qualifier: "all" }),
    [{ name: "a dash for a test whose result is not printed", holds: true }],
  );
}
