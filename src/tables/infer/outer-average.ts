import type { LineName } from "./line-name.ts";
import type { LineDraft } from "./line-roles.ts";

/**
 * `Average / FPR95` beside `CIFAR / FPR95`, `SVHN / FPR95`: the lines whose names differ from this one's in the part
 * that says Average alone, as places among the lines; undefined where the name is none of that kind, or fewer than two
 * such lines are printed.
 */
export function outerAverage(name: LineName, lines: readonly LineDraft[]): readonly number[] | undefined {
  const levels = name.parts.slice(0, -1).flatMap(({ kind }, at) => (kind === "average" || kind === "mean" ? [at] : []));
  const [level] = levels;
  if (level === undefined || levels.length > 1) return undefined;
  const peers: number[] = [];
  for (const [at, other] of lines.entries()) {
    const { parts } = other.name;
    if (other.namesOthers || parts.length !== name.parts.length) continue;
    if (!parts.every((part, depth) => depth === level || plainText(part.text) === plainText(name.parts[depth]?.text)))
      continue;
    const kind = parts[level]?.kind;
    if (kind === undefined) peers.push(at);
    // Mean beside Std, Min or n is a statistic of what is not printed.
    else if (other.name !== name) return undefined;
  }
  return peers.length < 2 ? undefined : peers;
}

function plainText(text = ""): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
