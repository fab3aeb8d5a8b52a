import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkCount } from "../../src/checks/count.ts";
import { checkSum } from "../../src/checks/sum.ts";
import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { dataShape, imagesOf, labelColumnsOf, labelled, labelShape, shapeOf, table1 } from "./tables.ts";

const one = parseDecimal("1");

/** Where the running text repeats a number of images. */
const repeated: Readonly<Record<string, readonly { readonly label: string; readonly value: Decimal }[]>> = {
  unlabeled_data: [{ label: "Section 3.1", value: parseDecimal("26000") }],
  labeled_data: [{ label: "Section 3.1", value: parseDecimal("2000") }],
  representative_set_1: sets(),
  representative_set_2: sets(),
};

/** Table 1: the four subsets. */
export const claimsOfTable1: readonly Claim[] = [
  ...table1.rowNames.map((row): Claim => {
    const cell = table1.cell(row, dataShape);
    return {
      id: `t1.${idOf(row)}.images`,
      at: cell,
      states: `${row} has ${imagesOf(row).text} images, here and in the running text.`,
      printed: cell.text,
      basis: {
        kind: "printed",
        check: () => checkAgreement({ places: [{ label: "Table 1", value: imagesOf(row) }, ...(repeated[row] ?? [])] }),
      },
    };
  }),
  {
    id: "t1.image-shape",
    at: { kind: "table", table: table1.name },
    states: "All four subsets have images of one shape: one channel of 32 by 32 pixels.",
    basis: {
      kind: "printed",
      check: () =>
        checkCount({
          what: "subsets whose images have the shape 1, 32, 32",
          items: table1.rowNames.map((row) => {
            const [, ...shape] = shapeOf(table1.cell(row, dataShape)).map(({ text }) => text);
            return { label: row, holds: shape.join() === "1,32,32", why: shape.join(", ") };
          }),
          reported: parseDecimal("4"),
          qualifier: "all",
        }),
    },
  },
  ...labelled.map((row): Claim => {
    const cell = table1.cell(row, labelShape);
    const five = row === "labeled_data";
    return {
      id: `t1.${idOf(row)}.labels`,
      at: cell,
      states: five
        ? "labeled_data has a label for every image, of five numbers: one a class."
        : `${row} has a label for every image, of six numbers: one a class, and one for anomalies.`,
      printed: cell.text,
      basis: {
        kind: "printed",
        check: () =>
          five
            ? checkAgreement({
                places: [
                  { label: "Table 1 (images)", value: imagesOf(row) },
                  { label: "Table 1 (labels)", value: shapeOf(cell)[0] ?? one },
                ],
              })
            : checkSum({
                parts: [
                  { label: "classes", value: labelColumnsOf("labeled_data") },
                  { label: "anomalies", value: one },
                ],
                reported: labelColumnsOf(row),
                exact: true,
              }),
      },
    };
  }),
  {
    id: "t1.labels-for-all",
    at: { kind: "table", table: table1.name },
    states: "The three labelled subsets have as many labels as images.",
    basis: {
      kind: "printed",
      check: () =>
        checkCount({
          what: "labelled subsets with as many labels as images",
          items: labelled.map((row) => {
            const labels = shapeOf(table1.cell(row, labelShape))[0]?.text ?? "none";
            return { label: row, holds: labels === imagesOf(row).text, why: `${labels} labels` };
          }),
          reported: parseDecimal("3"),
          qualifier: "all",
        }),
    },
  },
];

function idOf(row: string): string {
  return row.replaceAll("_", "-");
}

function sets() {
  const value = parseDecimal("1052");
  return ["Section 3.1", "Section 4.2.3, sentence 2", "Section 4.2.3, sentence 7"].map((label) => ({ label, value }));
}
