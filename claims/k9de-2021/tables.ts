import { readTable } from "../../src/tables/read-table.ts";
import type { Table } from "../../src/tables/table.ts";

export const table1: Table = readTable({
  name: "Table 1",
  caption:
    "Qualitative assessment of difficulty of reproduction; higher is harder; scored by consensus of three team members. The seven first rows share one cell of applications. In parentheses behind the overall difficulty: the rank.",
  file: new URL("./tables/table1.csv", import.meta.url),
});

export const table2: Table = readTable({
  name: "Table 2",
  caption: "Reproduction of a subset of the results of the original's Table 7: mean AUC over the classes, in percent.",
  file: new URL("./tables/table2.csv", import.meta.url),
  keyColumns: 2,
});

/** A second reading of Table 2's marks: the PDF in the authors' repository tells a dash from a longer one. */
export const table2Marks: Table = readTable({
  name: "Table 2, marks of the authors' PDF",
  caption: "The marks beside Table 2's own numbers as the PDF in the authors' repository prints them.",
  file: new URL("./tables/table2-marks-pdf.csv", import.meta.url),
  keyColumns: 2,
});

/** A second source: the means of the runs that the authors kept in their workbook. */
export const workbook: Table = readTable({
  name: "Workbook, means by run",
  caption:
    "Mean AUC over the classes of each complete run that the authors' workbook holds, in percent (the workbook's fraction times 100). Set A: resized to 256, cropped to 224, 500 inliers a class; B: the same with 5,000; C: resized to 224, 500 inliers.",
  file: new URL("./tables/workbook-run-means.csv", import.meta.url),
  keyColumns: 2,
});
