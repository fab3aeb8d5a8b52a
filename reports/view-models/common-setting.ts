import type { Coordinates } from "../../src/paper/experiment.ts";
import { settingText, shortSetting } from "./setting-text.ts";

/** Several places, such as those of the lines of a figure, told apart in a few words. */
export interface ToldApart {
  /** What each place has for itself; one place is all its own. */
  readonly labels: readonly string[];
  /** What goes without saying in the labels, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * What tells places apart. Left out is what all have in common, and what only some have, these with one value, as long as
 * no two places become alike and none is left without a word.
 */
export function tellApart(places: readonly Coordinates[]): ToldApart {
  if (places.length < 2) return { labels: places.map(labelOf), notes: [] };
  const common = pick(places[0] ?? {}, (name, value) => places.every((place) => place[name] === value));
  const own = places.map((place) => pick(place, (name) => !(name in common)));
  const partly = partlyCommon(own);
  return {
    labels: own.map((place) => labelOf(pick(place, (name) => !(name in partly)))),
    notes: [
      ...(isEmpty(common) ? [] : [`All with ${settingText(common)}.`]),
      ...(isEmpty(partly) ? [] : [`Where it applies, with ${settingText(partly)}.`]),
    ],
  };
}

function partlyCommon(places: readonly Coordinates[]): Coordinates {
  const candidates = Object.entries(Object.assign({}, ...places) as Coordinates).filter(([name, value]) =>
    places.every((place) => place[name] === undefined || place[name] === value),
  );
  let leftOut: Coordinates = {};
  for (const [name, value] of candidates) {
    const more = { ...leftOut, [name]: value };
    if (tells(places, more)) leftOut = more;
  }
  return leftOut;
}

/** Whether places stay as different as they were, and none without a word, if so much is left out. */
function tells(places: readonly Coordinates[], leftOut: Coordinates): boolean {
  const rest = places.map((place) => pick(place, (name) => !(name in leftOut)));
  const kinds = (of: readonly Coordinates[]): number => new Set(of.map(settingText)).size;
  return kinds(rest) === kinds(places) && rest.every((place, index) => !isEmpty(place) || isEmpty(places[index] ?? {}));
}

function pick(place: Coordinates, wanted: (name: string, value: Coordinates[string]) => boolean): Coordinates {
  return Object.fromEntries(Object.entries(place).filter(([name, value]) => wanted(name, value)));
}

function labelOf(place: Coordinates): string {
  return isEmpty(place) ? "" : shortSetting(place);
}

function isEmpty(place: Coordinates): boolean {
  return Object.keys(place).length === 0;
}
