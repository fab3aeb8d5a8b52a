import type { Coordinates } from "../../src/paper/experiment.ts";
import { tellApart } from "./common-setting.ts";
import { counted } from "./words.ts";

export interface PanelChoice<Item> {
  /** Each setting in words with its items: of one panel all of it, of several what tells them apart. */
  readonly panels: readonly { readonly setting: string; readonly items: readonly Item[] }[];
  /** What the panels have in common, and what is not shown, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * What stands in which panel: items are kept together that differ only in the coordinates named `within`. Of several
 * classes that are not told apart within a panel the lowest is shown, and of more settings than `most` the first ones.
 */
export function choosePanels<Item extends { readonly at: Coordinates }>(
  items: readonly Item[],
  within: readonly string[],
  most: number,
): PanelChoice<Item> {
  const classes = within.includes("class") ? [] : classesOf(items);
  const [lowest] = classes;
  const shown = items.filter(({ at }) => at.class === undefined || lowest === undefined || at.class === lowest);
  const told = classes.length > 1 ? [...within, "class"] : within;
  const bySetting = new Map<string, { readonly at: Coordinates; readonly items: Item[] }>();
  for (const item of shown) {
    const at = Object.fromEntries(Object.entries(item.at).filter(([name]) => !told.includes(name)));
    const key = JSON.stringify(Object.entries(at).sort(([a], [b]) => (a < b ? -1 : 1)));
    const panel = bySetting.get(key) ?? { at, items: [] };
    panel.items.push(item);
    bySetting.set(key, panel);
  }
  const all = [...bySetting.values()];
  const panels = all.slice(0, most);
  const { labels, notes } = tellApart(panels.map(({ at }) => at));
  return {
    panels: panels.map(({ items: members }, index) => ({ setting: labels[index] ?? "", items: members })),
    notes: [
      ...notes,
      ...(classes.length > 1 ? [`Of ${counted(classes.length, "class", "classes")}, class ${lowest} is shown.`] : []),
      ...(all.length > most ? [`The first ${most} of ${all.length} settings are drawn.`] : []),
    ],
  };
}

function classesOf(items: readonly { readonly at: Coordinates }[]): readonly Coordinates[string][] {
  const classes = new Set(items.flatMap(({ at }) => (at.class === undefined ? [] : [at.class])));
  return [...classes].sort((a, b) => (typeof a === "number" && typeof b === "number" ? a - b : a < b ? -1 : 1));
}
