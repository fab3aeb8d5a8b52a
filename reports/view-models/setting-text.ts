import type { JudgedValues } from "../../src/audit/audit.ts";
import { detailText, wordsOf } from "./detail-view.ts";

/** A setting of the freedoms in words, `no freedom` where nothing is varied. */
export function settingText(freedoms: JudgedValues["freedoms"]): string {
  const entries = Object.entries(freedoms);
  if (entries.length === 0) return "no freedom";
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${wordsOf(name)} ${detailText(value)}`)
    .join(", ");
}

/** As `settingText`, for where there is little room: words without the names of what they set. */
export function shortSetting(freedoms: JudgedValues["freedoms"]): string {
  const words = Object.entries(freedoms).map(([name, value]) =>
    typeof value === "string" ? value : `${wordsOf(name)} ${detailText(value)}`,
  );
  return words.length === 0 ? "no freedom" : words.join(", ");
}
