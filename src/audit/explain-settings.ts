import { formatLike } from "../judge/explain.ts";
import type { JudgedValues } from "./audit.ts";
import { describeSetting } from "./observe.ts";

/**
 * Why the runs say what they say: of one setting its explanation; of several what they agree on, how far their means lie
 * apart, and the first setting of each verdict in full. `JudgedValues` has the explanation of every one.
 */
export function explainSettings(judged: readonly JudgedValues[]): string {
  const groups = new Map<string, JudgedValues[]>();
  for (const one of judged) groups.set(one.verdict, [...(groups.get(one.verdict) ?? []), one]);
  const told = [...groups.values()].map((group) => inFull(group, judged.length));
  return judged.length === 1 ? told.join("") : [agreement(judged, groups), ...told].join(" ");
}

function agreement(judged: readonly JudgedValues[], groups: ReadonlyMap<string, readonly JudgedValues[]>): string {
  const means = judged.map(({ mean }) => mean);
  const largest = Math.max(...judged.flatMap(({ values }) => values.map(({ value }) => Math.abs(value))));
  const digits = (value: number): string => formatLike(value, 0, largest);
  const span = `our means lie between ${digits(Math.min(...means))} and ${digits(Math.max(...means))}`;
  const [[verdict] = [""], ...others] = [...groups];
  if (others.length === 0) return `All ${judged.length} settings are ${verdict}; ${span}.`;
  const counts = [...groups].map(([each, group]) => `${group.length} ${each}`);
  return `Of ${judged.length} settings ${counts.join(", ")}; ${span}.`;
}

function inFull([first, ...others]: readonly JudgedValues[], settings: number): string {
  if (first === undefined) return "";
  const setting = describeSetting(first.freedoms);
  const lead = setting !== "" ? `With ${setting}: ` : settings > 1 ? "With the defaults: " : "";
  const more =
    others.length === 0 ? "" : ` And ${others.length} more that ${others.length === 1 ? "agrees" : "agree"}.`;
  return `${lead}${first.explanation}${more}`;
}
