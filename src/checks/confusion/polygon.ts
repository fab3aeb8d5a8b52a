/** Corners of a convex polygon in turn: x, y, x, y, … */
export type Polygon = readonly number[];

/** The part of a convex polygon where a · x + b · y + c is not below 0 (Sutherland and Hodgman). */
export function cut(polygon: Polygon, a: number, b: number, c: number): Polygon {
  const { length } = polygon;
  let outside = 0;
  for (let place = 0; place < length; place += 2)
    if (a * at(polygon, place) + b * at(polygon, place + 1) + c < 0) outside += 2;
  if (outside === 0) return polygon;
  if (outside === length) return [];
  const kept: number[] = [];
  let x = at(polygon, length - 2);
  let y = at(polygon, length - 1);
  let before = a * x + b * y + c;
  for (let place = 0; place < length; place += 2) {
    const nextX = at(polygon, place);
    const nextY = at(polygon, place + 1);
    const here = a * nextX + b * nextY + c;
    if (here < 0 !== before < 0) {
      const share = before / (before - here);
      kept.push(x + share * (nextX - x), y + share * (nextY - y));
    }
    if (!(here < 0)) kept.push(nextX, nextY);
    x = nextX;
    y = nextY;
    before = here;
  }
  return kept;
}

/** The integers that a polygon spans along an axis. */
export function extent(polygon: Polygon, axis: 0 | 1, room: number, limit: number): readonly [number, number] {
  let least = at(polygon, axis);
  let most = least;
  for (let place = axis + 2; place < polygon.length; place += 2) {
    const value = at(polygon, place);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [Math.max(0, Math.ceil(least - room)), Math.min(limit, Math.floor(most + room))];
}

const at = (polygon: Polygon, place: number): number => polygon[place] as number;
