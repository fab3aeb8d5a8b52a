import { checkCount } from "../../src/checks/count.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { measured, odinQuantity } from "./measured-by.ts";
import { evaluation, table1, table2 } from "./tables.ts";

const dimensions = ["6", "8", "10"];

/** Section 3 up to the networks: ODIN, and how HSCAE is built. */
export const section3networks: readonly Claim[] = [
  checked(
    {
      id: "s3.1.high-accuracy",
      section: "3.1",
      sentence: 4,
      states:
        'The classifiers recognise unseen digits from 1 to 9 properly: at least 99 % of them (our reading of "properly"; the report gives no number here).',
      printed: "the trained classifier can classify the unseen 1 to 9 digit data properly",
    },
    () =>
      checkRange({
        items: table1.column(evaluation).map((cell) => ({ label: cell.row, value: cell.printed().value })),
        atLeast: parseDecimal("99"),
        unit: "%",
      }),
  ),
  seenByReader(
    {
      id: "s3.1.perturbation-weight",
      section: "3.1",
      sentence: 7,
      states: "Temperature, perturbation weight and threshold were adjusted by grid searches.",
      printed: "The temperature scaling factor, perturbation weight and the threshold delta were the hyperparameters",
      related: ["s4.1.temperature", "s4.1.thresholds"],
    },
    {
      follows:
        "The perturbation weight ε is given nowhere, nor any grid; the results with perturbation cannot be repeated.",
      why: "Temperature (10) and thresholds are printed; ε, which decides how far every image is moved, is not.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s3.2.latent-dimensions",
      section: "3.2",
      sentence: 7,
      states: "The latent dimensions are 6, 8 and 10: those of the rows of Table 2.",
      printed: "relatively small values(e.g. 6, 8, 10)",
      related: ["s4.2.settings"],
    },
    () =>
      checkCount({
        what: "latent dimensions, each a row of Table 2",
        items: dimensions.map((dimension) => ({
          label: dimension,
          holds: table2.rowNames.includes(dimension),
          why: `Table 2 has ${table2.rowNames.join(", ")}`,
        })),
        reported: parseDecimal("3"),
        qualifier: "all",
      }),
  ),
  seenByReader(
    {
      id: "s3.2.layers",
      section: "3.2",
      sentence: 9,
      states: "Encoder and decoder have 14 convolutional layers and 1 fully connected layer each.",
      printed: "14 convolution layer and 1 fully-connected layer",
    },
    {
      follows:
        "The network cannot be rebuilt from this: kernel sizes, strides, channel widths and the loss it is trained with are not given.",
      why: "With one input channel the number of parameters, and how much detail passes the latent vector, depend on all of them; the repository that the abstract names was not to be found.",
      wouldExplain: "The figure of the architecture may hold some of them; the text at hand has no figures.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s3.2.no-vae",
      section: "3.2",
      sentence: 14,
      states: "No variational autoencoder was used, so that the network fits digits 1 to 9 too closely.",
      printed: "overly fit the 1 to 9 digit domain, so VAE was not applied",
    },
    "a choice of design, and the report itself says that more experiments are necessary",
  ),
  measured(
    {
      id: "s3.2.high-probability",
      section: "3.2",
      sentence: 23,
      states:
        "Zeros are predicted as some digit from 1 to 9 with high probability: on the average the plain softmax gives their class more than half (our reading of high).",
      printed: "the data will be predicted among 1 to 9 digit in high probability",
    },
    {
      quantity: odinQuantity("confidence", { detector: "msp", epochs: 50, group: "zero" }),
      reported: parsePrinted("50"),
      sided: "at-least",
      bound: "ours",
      margin: { value: "0", reason: "a half is where one class has more than all others together" },
    },
  ),
];
