import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

/** A second transcription of the papers, outside the repository: `ASSAY_SHARED`, or `shared` beside the checkout. */
const root = join(process.env.ASSAY_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url)), "papers");

export const haveSecondReading: boolean = haveTextOf("k9de-2021");

/** Whether a paper's text is at hand. */
export function haveTextOf(paper: string): boolean {
  return existsSync(join(root, `${paper}.txt`));
}

export function secondText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function secondTable(path: string): readonly Readonly<Record<string, string>>[] {
  return parse(secondText(path), { columns: true, skip_empty_lines: true });
}
