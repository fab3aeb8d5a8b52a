import type { Coordinates } from "../../src/paper/experiment.ts";
import { settingText, shortSetting } from "./setting-text.ts";

/** What several places have in common; one place is all its own. */
export function commonOf([first = {}, ...others]: readonly Coordinates[]): Coordinates {
  const shared = Object.entries(first).filter(([name, value]) => others.every((place) => place[name] === value));
  return others.length === 0 ? {} : Object.fromEntries(shared);
}

/** The sentence for a caption, if there is anything in common. */
export function commonText(common: Coordinates): readonly string[] {
  return Object.keys(common).length === 0 ? [] : [`All with ${settingText(common)}.`];
}

/** What a place has for itself, in a few words. */
export function settingWithout(place: Coordinates, common: Coordinates): string {
  const own = Object.entries(place).filter(([name]) => !(name in common));
  return own.length === 0 ? "" : shortSetting(Object.fromEntries(own));
}
