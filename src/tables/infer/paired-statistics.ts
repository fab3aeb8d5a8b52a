import { plainWords } from "./header-words.ts";
import type { LineDraft } from "./line-draft.ts";
import { type NameKind, nameKind } from "./name-kind.ts";

/** A line that is one of several about the same thing: `acc_mean` beside `acc_std`. */
export interface PairedStatistic {
  readonly statistic: "value" | "spread" | "n" | "rank" | "other";
  /** What the name without the statistic's says of the line. */
  readonly kind?: NameKind;
  /** Where the value stands among the lines; absent for the value itself. */
  readonly of?: number;
}

/**
 * Lines named alike but for a statistic: `acc_mean` and `acc_std`, `AUC` and `AUC (SD)`, `F1` and `F1 rank`. SD alone is
 * no proof, since it also begins and ends the names of models; it asks for a mean, or for parentheses.
 */
export function pairedStatistics(lines: readonly LineDraft[]): ReadonlyMap<number, PairedStatistic> {
  if (!lines.some(({ name: { last } }) => last.header.withSpread || anyStatistic.test(last.text))) return new Map();
  const families = new Map<string, Member[]>();
  lines.forEach((line, at) => {
    if (line.namesOthers || line.name.parts.length === 0) return;
    for (const member of membersOf(line, at)) {
      const key = `${line.name.group}\n${member.stem}`;
      const family = families.get(key);
      if (family === undefined) families.set(key, [member]);
      else family.push(member);
    }
  });
  const paired = new Map<number, PairedStatistic>();
  for (const members of families.values()) {
    const means = members.filter(({ statistic }) => statistic === "mean");
    const bare = members.filter(({ statistic }) => statistic === undefined);
    const values = means.length > 0 ? means : bare;
    const [value] = values;
    const others = members.filter(
      ({ statistic, sure }) => statistic !== undefined && statistic !== "mean" && (sure || means.length > 0),
    );
    if (value === undefined || values.length > 1 || others.length === 0) continue;
    const kind = nameKind(value.stem);
    paired.set(value.at, { statistic: "value", ...(kind === undefined ? {} : { kind }) });
    for (const { statistic, at } of others)
      if (statistic !== undefined && statistic !== "mean")
        paired.set(at, { statistic, kind: otherKind[statistic], of: value.at });
  }
  return paired;
}

const anyStatistic = /[\s_.(-](?:std|sd|se|ci|n|rank)|(?:std|stdev)[\s_.-]/i;

interface Member {
  readonly at: number;
  readonly stem: string;
  readonly statistic?: "mean" | "spread" | "n" | "rank" | "other";
  readonly sure: boolean;
}

const otherKind = { spread: "spread", n: "sample-size", rank: "rank", other: "other" } as const;

function membersOf({ name, cells }: LineDraft, at: number): readonly Member[] {
  const { words, withSpread } = name.last.header;
  if (words === "" || words.length > 80) return [];
  const plain = plainWords(words);
  const alone = cells.every(
    ({ reading }) => reading.kind !== "number" || (reading.printed.spread ?? reading.printed.mark) === undefined,
  );
  if (withSpread) return alone ? [{ at, stem: plain, statistic: "spread", sure: true }] : [];
  const [, before = "", stemBehind = ""] = inFront.exec(plain) ?? [];
  const [, stemBefore = "", behind = ""] = atEnd.exec(plain) ?? [];
  return [
    { at, stem: plain, sure: true },
    ...(before === "" ? [] : [{ at, stem: stemBehind, ...statisticOf(before) }]),
    ...(behind === "" ? [] : [{ at, stem: stemBefore, ...statisticOf(behind) }]),
  ];
}

const inFront = /^(mean|avg|std|stdev) (.+)$/;
const atEnd = /^(.+?) ?\(?\b(mean|avg|std|stdev|std ?dev|sd|se|sem|stderr|std err|ci|n|rank)\)?$/;

function statisticOf(word: string): Pick<Member, "statistic" | "sure"> {
  if (word === "mean" || word === "avg") return { statistic: "mean", sure: true };
  if (word === "n" || word === "rank") return { statistic: word, sure: true };
  if (/^se|^sem|err$|^ci$/.test(word)) return { statistic: "other", sure: word !== "se" };
  return { statistic: "spread", sure: word !== "sd" };
}
