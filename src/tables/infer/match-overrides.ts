import { nearestName } from "../nearest-name.ts";
import type { LineOverride } from "../table-reading.ts";
import type { LineName } from "./line-name.ts";

/**
 * Which lines the user speaks of: by name, by `#3` (counted from 1 in the grid), by a name's last part, and by that part
 * without units and arrows. What names no line is added to `unused`, with the nearest name.
 */
export function matchOverrides(
  what: "column" | "row",
  asked: Readonly<Record<string, LineOverride>> | undefined,
  lines: readonly { readonly index: number; readonly name: LineName }[],
  names: readonly string[],
  unused: string[],
): ReadonlyMap<number, LineOverride> {
  const found = new Map<number, LineOverride>();
  for (const [key, override] of Object.entries(asked ?? {})) {
    const ways: readonly ((at: number) => boolean)[] = [
      (at) => names[at] === key,
      (at) => key === `#${(lines[at]?.index ?? 0) + 1}`,
      (at) => lines[at]?.name.last.text === key,
      (at) => lines[at]?.name.last.header.words.toLowerCase() === key.toLowerCase(),
    ];
    const hits = ways.map((way) => lines.filter((_, at) => way(at))).find((meant) => meant.length > 0);
    if (hits === undefined)
      unused.push(
        /^#\d+$/.test(key)
          ? `there is no ${what} ${key}; ${what}s are counted from 1 to ${(lines.at(-1)?.index ?? 0) + 1}`
          : `no ${what} is named "${key}"; did you mean "${nearestName(key, names)}"?`,
      );
    for (const { index } of hits ?? []) found.set(index, { ...found.get(index), ...override });
  }
  return found;
}
