import type { ExampleRun } from "../../src/audit/audit.ts";
import { shortSetting } from "./claim-view.ts";
import { counted } from "./words.ts";

type Coordinates = ExampleRun["thresholds"][number]["at"];

export interface PanelChoice<Item> {
  /** Each setting in words, empty where there is none, with its items. */
  readonly panels: readonly { readonly setting: string; readonly items: readonly Item[] }[];
  /** What is not shown, a sentence each. */
  readonly omissions: readonly string[];
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
  const bySetting = new Map<string, { readonly setting: string; readonly items: Item[] }>();
  for (const item of shown) {
    const rest = Object.entries(item.at).filter(([name]) => !within.includes(name));
    const key = JSON.stringify(rest.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const setting = rest.length === 0 ? "" : shortSetting(Object.fromEntries(rest));
    const panel = bySetting.get(key) ?? { setting, items: [] };
    panel.items.push(item);
    bySetting.set(key, panel);
  }
  const panels = [...bySetting.values()];
  return {
    panels: panels.slice(0, most),
    omissions: [
      ...(classes.length > 1 ? [`Of ${counted(classes.length, "class", "classes")}, class ${lowest} is shown.`] : []),
      ...(panels.length > most ? [`The first ${most} of ${panels.length} settings are drawn.`] : []),
    ],
  };
}

function classesOf(items: readonly { readonly at: Coordinates }[]): readonly Coordinates[string][] {
  const classes = new Set(items.flatMap(({ at }) => (at.class === undefined ? [] : [at.class])));
  return [...classes].sort((a, b) => (typeof a === "number" && typeof b === "number" ? a - b : a < b ? -1 : 1));
}
