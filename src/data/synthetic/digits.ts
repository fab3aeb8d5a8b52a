import type { Stream } from "../../random/stream.ts";
import { arc, between, type Distance, type Drawing, type Point, stroke, union } from "./drawing.ts";
import { type Freedom, randomPlacement } from "./placement.ts";

const side = 28;
const freedom: Freedom = { size: 20, shift: 2, stretch: 0.12, turn: 0.15, slant: 0.25, bend: 0.03 };

/** The pen strokes of each digit, in the unit square. */
const strokes: readonly (readonly (readonly Point[])[])[] = [
  [arc([0.5, 0.5], [0.28, 0.42], 0, 360)],
  [
    [
      [0.36, 0.24],
      [0.52, 0.08],
      [0.52, 0.92],
    ],
  ],
  [[...arc([0.49, 0.31], [0.26, 0.23], 190, 400), [0.22, 0.92], [0.8, 0.92]]],
  [[...arc([0.46, 0.29], [0.24, 0.21], 215, 450)], [...arc([0.46, 0.7], [0.28, 0.22], 270, 505)]],
  [
    [
      [0.64, 0.92],
      [0.64, 0.08],
      [0.2, 0.64],
      [0.84, 0.64],
    ],
  ],
  [[[0.76, 0.08], [0.32, 0.08], [0.28, 0.46], ...arc([0.48, 0.65], [0.27, 0.27], 245, 500)]],
  [[[0.66, 0.08], ...arc([0.5, 0.66], [0.26, 0.26], 200, 560)]],
  [
    [
      [0.2, 0.1],
      [0.8, 0.1],
      [0.42, 0.92],
    ],
  ],
  [arc([0.5, 0.29], [0.21, 0.21], 0, 360), arc([0.5, 0.71], [0.26, 0.21], 0, 360)],
  [[...arc([0.5, 0.33], [0.25, 0.25], 0, 360), [0.72, 0.4], [0.6, 0.92]]],
];

/** Handwriting-like digits, white on black: 28 × 28, one channel. */
export const digits: Drawing = {
  channels: 1,
  height: side,
  width: side,
  classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  draw: (classIndex, source) => {
    const place = randomPlacement(side, freedom, source);
    const thickness = between(source, 0.08, 0.17);
    const ink = between(source, 200, 255);
    return painted(union(...(strokes[classIndex] ?? []).map((path) => stroke(path, thickness))), place, ink, source);
  },
};

function painted(
  shape: Distance,
  place: (column: number, row: number) => Point,
  ink: number,
  source: Stream,
): Uint8Array {
  const pixels = new Uint8Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [x, y] = place(column, row);
      const covered = Math.min(1, Math.max(0, 0.5 - shape(x, y) * freedom.size));
      pixels[row * side + column] = Math.round(covered * (ink - 30 * source.uniform()));
    }
  return pixels;
}
