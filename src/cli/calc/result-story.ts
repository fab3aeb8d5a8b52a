import type { CheckResult, Detail } from "../../checks/check-result.ts";
import type { Judgement } from "../../judge/judgement.ts";
import { wrap } from "../wrap.ts";

/** A check's result in words: the outcome, why, what was assumed, what would rescue the number, what may have happened. */
export function resultStory({
  outcome,
  explanation,
  assumptions,
  rescuedBy,
  nearMisses,
  details,
}: CheckResult): string {
  return [
    ...lines("outcome", outcome),
    ...lines("why", explanation),
    ...lines("for example", witnessText(details)),
    ...assumptions.flatMap((assumption, index) => lines(index === 0 ? "assuming" : "", assumption)),
    ...lines("rescued by", rescuedBy.join("; ")),
    ...nearMisses.flatMap((guess, index) => lines(index === 0 ? "a guess" : "", guess)),
  ].join("\n");
}

/** A verdict on runs in words, with what it rests on. */
export function verdictStory({ verdict, reason, explanation, notes, readings = [] }: Judgement): string {
  return [
    ...lines("verdict", `${verdict}: ${reason}`),
    ...lines("why", explanation),
    ...readings.flatMap((reading, index) =>
      lines(
        index === 0 ? "± read as" : "",
        `${reading.meaning}: ${reading.verdict}, ${reading.reason} (SD ${Number(reading.standardDeviation.toPrecision(3))})`,
      ),
    ),
    ...notes.flatMap((note, index) => lines(index === 0 ? "note" : "", note)),
  ].join("\n");
}

/** Values that make the printed numbers true, where the check lays them open as plain ones. */
function witnessText({ witness }: CheckResult["details"]): string {
  if (typeof witness !== "object" || witness === null || Array.isArray(witness)) return "";
  const entries = Object.entries(witness as { readonly [name: string]: Detail });
  const plain = entries.filter(([, value]) => typeof value === "string" || typeof value === "number");
  return plain.map(([name, value]) => `${name} ${String(value)}`).join(", ");
}

function lines(label: string, text: string): readonly string[] {
  if (text === "") return [];
  return wrap(text, 100).map((line, index) => `${(index === 0 ? label : "").padEnd(11)} ${line}`);
}
