import { plainWords } from "./header-words.ts";

/** What the name of a line says of it, before its neighbours and contents are asked. */
export type NameKind =
  | "average" // Avg, Average: the mean of others
  | "mean" // Mean, M: the mean of others, or a statistic
  | "macro" // macro avg: below the rows of classes their mean
  | "weighted" // weighted avg, micro avg: below them another one
  | "spread" // Std: surely a standard deviation
  | "spread-or-name" // SD, σ: one beside a mean, else perhaps a name
  | "n"
  | "sample-size"
  | "count"
  | "p-value"
  | "rank"
  | "total"
  | "difference"
  | "against" // vs. X: a difference where its numbers carry signs
  | "statistic" // median, minimum, …
  | "pooling" // max, attention, …: a sibling by which Mean is the name of a method
  | "other";

/**
 * What a name, taken off its units and arrows, says of its line; undefined for a name of its own.
 *
 * @example
 * nameKind("Avg."); // "average"
 */
export function nameKind(words: string): NameKind | undefined {
  if (words === "" || words.length > longestName) return undefined;
  if (words === "p") return "p-value";
  if (/^[nN]$/.test(words)) return "n";
  if (/^M$/.test(words)) return "mean";
  if (/^(?:±|\+\/?-)$/.test(words)) return "spread";
  if (/^Δ/u.test(words)) return "difference";
  const plain = plainWords(words);
  if (!anyKind.test(plain)) return undefined;
  return kinds.find(([, pattern]) => pattern.test(plain))?.[0];
}

const longestName = 80;

const kinds: readonly (readonly [NameKind, RegExp])[] = [
  ["average", /^(?:avg|average|averages|ave)$/],
  ["macro", /^(?:macro|unweighted) ?(?:avg|average)$/],
  ["weighted", /^(?:weighted|micro|samples) ?(?:avg|average)$/],
  ["mean", /^mean$/],
  ["spread", /^(?:std|stdev|std ?dev|std deviation|standard deviation)$/],
  ["spread-or-name", /^(?:sd|s d|σ)$/u],
  ["sample-size", /^(?:sample size|support|(?:#|no|num|number of) ?(?:participants|subjects|patients))$/],
  [
    "count",
    /^(?:#|(?:num|no|number of) )|^(?:params?|parameters|epochs?|iterations?|iters?|steps|batch size|layers|shots?|classes|samples|examples|images|size|model size|flops|[gm]flops|macs|[gm]macs)(?: ?[([].*)?$/,
  ],
  ["p-value", /^(?:p (?:value|val)|pval(?:ue)?|p value [([].*)$/],
  ["rank", /^(?:rank|ranking)$/],
  ["other", /^(?:(?:avg|average|mean) rank|mean ranking)$/],
  ["total", /^(?:total|sum|σ sum)$/],
  [
    "difference",
    /^(?:delta|gain|improvement|improv|difference|diff|abs(?:olute)? (?:gain|improvement|diff(?:erence)?))$/,
  ],
  ["other", /^rel(?:ative)? (?:gain|improvement|improv|diff(?:erence)?|change)$/],
  ["against", /^vs\b/],
  [
    "statistic",
    /^(?:median|mdn|mode|best|worst|min|minimum|max|maximum|range|var|variance|iqr|q[1-4]|p(?:50|75|9\d(?: ?9+)?)|\d\d(?:th|%) ?(?:percentile|pct)?|percentile|skew(?:ness)?|kurtosis)$/,
  ],
  ["pooling", /^(?:cls|attention|concat(?:enation)?|max pool(?:ing)?|last|first|gem|product|voting|majority vote)$/],
  [
    "other",
    /^(?:se|s e|sem|std err(?:or)?|standard error|ci|95% ci|ci .*|lower|upper|t|df|z|χ2|χ²|cohen'?s d|effect size|year|seed|fold|lr|learning rate|temperature|dropout|weight decay|λ|α|β|γ|τ|ε|k)$/u,
  ],
];

/** Most names are of their own; one pattern tells so at once. */
const anyKind = new RegExp(kinds.map(([, pattern]) => `(?:${pattern.source})`).join("|"), "u");
