import { misprints } from "../checks/misprints.ts";
import { type Decimal, decimal } from "../numbers/decimal.ts";
import type { TableReading } from "../tables/table-reading.ts";
import { cellKey, cellPlace, sameCell } from "./cell-place.ts";
import type { Culprits } from "./inspection.ts";
import { valuesOf } from "./relation.ts";
import { smallestHittingSet } from "./smallest-hitting-set.ts";
import type { Asked, CellAt } from "./table-check.ts";

/**
 * The fewest cells whose mending would settle findings that share cells, group by group: of equally few those that
 * stand in the fewest relations that hold. `flagged` in the order of the findings.
 */
export function culpritsOf(
  reading: TableReading,
  flagged: readonly Asked[],
  all: readonly Asked[],
): readonly Culprits[] {
  const weighed = flagged.flatMap((question, index) =>
    question.holds === undefined || question.cells.length === 0 ? [] : [{ question, index }],
  );
  const suspects = new Map<string, CellAt>();
  for (const { question } of weighed) for (const cell of question.cells) suspects.set(cellKey(cell), cell);
  const involved = relationsOf(suspects, all);
  const held = (key: string): number =>
    involved.get(key)?.filter(({ outcome }) => outcome === "consistent").length ?? 0;
  return groupsOf(weighed).flatMap((group): readonly Culprits[] => {
    if (group.length < 2) return [];
    const sets = group.map(({ question }) => question.cells.map(cellKey));
    const met = (key: string): number => sets.filter((set) => set.includes(key)).length;
    const { elements } = smallestHittingSet(sets, (a, b) => met(b) - met(a) || held(a) - held(b));
    const cells = elements.flatMap((key) => suspects.get(key) ?? []);
    const [only, second] = cells;
    const settles =
      only === undefined || second !== undefined
        ? undefined
        : settling(reading, only, involved.get(cellKey(only)) ?? []);
    return [
      {
        cells: cells.map((cell) => cellPlace(reading, cell)),
        findings: group.map(({ index }) => index),
        ...(settles === undefined ? {} : { wouldSettle: settles.text }),
      },
    ];
  });
}

interface Weighed {
  readonly question: Asked;
  readonly index: number;
}

/** Findings that share cells, directly or through others. */
function groupsOf(weighed: readonly Weighed[]): readonly (readonly Weighed[])[] {
  const groups: { readonly keys: Set<string>; readonly members: Weighed[] }[] = [];
  for (const entry of weighed) {
    const keys = new Set(entry.question.cells.map(cellKey));
    const joined = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const members = [...joined.flatMap((group) => group.members), entry];
    for (const group of joined) {
      for (const key of group.keys) keys.add(key);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push({ keys, members });
  }
  return groups.map(({ members }) => members);
}

function relationsOf(suspects: ReadonlyMap<string, CellAt>, all: readonly Asked[]): ReadonlyMap<string, Asked[]> {
  const found = new Map<string, Asked[]>([...suspects.keys()].map((key) => [key, []]));
  if (suspects.size === 0) return found;
  for (const question of all)
    if (question.holds !== undefined) for (const cell of question.cells) found.get(cellKey(cell))?.push(question);
  return found;
}

/** How many units of the last digit around the printed number are tried, beside misprints. */
const unitsAround = 200n;

/** A number in a cell under which all that was asked of it holds: misprints first, nearest first. */
function settling(reading: TableReading, cell: CellAt, relations: readonly Asked[]): Decimal | undefined {
  const [printed] = valuesOf(reading, [cell]) ?? [];
  if (printed === undefined) return undefined;
  const near = Array.from({ length: Number(unitsAround) }, (_, step) => [BigInt(step + 1), -BigInt(step + 1)]).flat();
  const candidates = [
    ...misprints(printed).map(({ value }) => value),
    ...near.map((step) => decimal(printed.units + step, printed.decimals)),
  ];
  return candidates.find((candidate) =>
    relations.every(({ holds }) => holds?.((other) => (sameCell(other, cell) ? candidate : undefined)) ?? true),
  );
}
