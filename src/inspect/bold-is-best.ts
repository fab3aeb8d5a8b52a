/**
 * Whether a caption says, and says no more, that bold marks the best: `Best results are in bold.` Of clauses with any word
 * that might restrict it (the best of ours, within a point, by a test, per budget) none is taken for it.
 *
 * @example
 * saysBoldIsBest("Accuracy in percent. The best result of each column is bold."); // true
 * saysBoldIsBest("Bold: the best of the unsupervised methods."); // false
 */
export function saysBoldIsBest(caption: string): boolean {
  if (/\b(?:except|exclud|excl|without|not|other|apart|only|unless|but)/i.test(caption)) return false;
  return caption
    .split(/[.,;:]|\s[–—-]\s/)
    .some((clause) => bold.test(clause) && best.test(clause) && wordsOf(clause).every((word) => plain.has(word)));
}

const bold = /\bbold/i;
const best = /\b(?:best|highest|lowest|winner|top-performing)/i;

function wordsOf(clause: string): readonly string[] {
  return clause.toLowerCase().match(/[^\s()"'“”‘’=/]+/g) ?? [];
}

const plain: ReadonlySet<string> = new Set(
  [
    "bold bolded boldface boldfaced bold-face bold-faced bolding",
    "best highest lowest winner winners second second-best best-performing top-performing underline underlined underlining",
    "result results score scores value values number numbers figure figures entry entries performance performances",
    "performing method methods model models algorithm algorithms approach approaches system systems",
    "column columns row rows dataset datasets metric metrics measure measures benchmark benchmarks task tasks",
    "the a in is are with by as of for per on each every and while we font type",
    "mark marks marked denote denotes denoted indicate indicates indicated represent represents highlight highlights",
    "highlighted show shows shown give given render rendered print printed set typeset emphasise emphasised emphasize emphasized",
  ].flatMap((line) => line.split(" ")),
);
