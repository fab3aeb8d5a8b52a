import type { Stream } from "../../random/stream.ts";
import { between, type Point } from "./drawing.ts";

/** How far images of a kind may be moved and bent. */
export interface Freedom {
  /** Pixels that the unit square's edge takes. */
  readonly size: number;
  /** Greatest shift, in pixels. */
  readonly shift: number;
  /** Greatest relative change of size. */
  readonly stretch: number;
  /** Greatest turn, in radians. */
  readonly turn: number;
  /** Greatest slant, as x gained for each y. */
  readonly slant: number;
  /** Greatest amplitude of a slow wave along each axis, in units of the square. */
  readonly bend: number;
}

/** Where a pixel lies in the unit square that the shape is described in. */
export type Placement = (column: number, row: number) => Point;

/** A random placement of the unit square on a square image. */
export function randomPlacement(imageSize: number, freedom: Freedom, source: Stream): Placement {
  const { size, shift, stretch, turn, slant, bend } = freedom;
  const centerX = imageSize / 2 + between(source, -shift, shift);
  const centerY = imageSize / 2 + between(source, -shift, shift);
  const width = size * (1 + between(source, -stretch, stretch));
  const height = size * (1 + between(source, -stretch, stretch));
  const angle = between(source, -turn, turn);
  const lean = between(source, -slant, slant);
  const waveX = between(source, -bend, bend);
  const waveY = between(source, -bend, bend);
  const phaseX = between(source, 0, 2 * Math.PI);
  const phaseY = between(source, 0, 2 * Math.PI);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return (column, row) => {
    const fromX = column + 0.5 - centerX;
    const fromY = row + 0.5 - centerY;
    const y = (sin * fromX + cos * fromY) / height;
    const x = (cos * fromX - sin * fromY) / width + lean * y;
    return [0.5 + x + waveX * Math.sin(4 * y + phaseX), 0.5 + y + waveY * Math.sin(4 * x + phaseY)];
  };
}
