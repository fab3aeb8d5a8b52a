import type { Stream } from "../../random/stream.ts";
import { between, type Drawing } from "./drawing.ts";

const side = 32;

/** The share of the second colour at a point, 0 to 1; coordinates in pixels from the middle. */
type Pattern = (x: number, y: number) => number;

/** Hue (in turns) around which a class's first colour lies, and how its pattern is made. */
interface Texture {
  readonly name: string;
  readonly hue: number;
  readonly pattern: (source: Stream) => Pattern;
}

const kinds: readonly Texture[] = [
  { name: "rows", hue: 0.58, pattern: (source) => waves(source, Math.PI / 2) },
  { name: "columns", hue: 0.02, pattern: (source) => waves(source, 0) },
  { name: "diagonals", hue: 0.3, pattern: (source) => waves(source, Math.PI / 4) },
  { name: "checks", hue: 0.13, pattern: checks },
  { name: "dots", hue: 0.85, pattern: dots },
  { name: "rings", hue: 0.48, pattern: rings },
  { name: "rays", hue: 0.1, pattern: rays },
  { name: "bricks", hue: 0.05, pattern: bricks },
  { name: "clouds", hue: 0.66, pattern: clouds },
  { name: "halves", hue: 0.4, pattern: halves },
];

/** Coloured textures: 32 × 32, three channels. A class has its pattern and, loosely, its hue. */
export const textures: Drawing = {
  channels: 3,
  height: side,
  width: side,
  classes: kinds.map(({ name }) => name),
  draw: (classIndex, source) => {
    const kind = kinds[classIndex];
    if (kind === undefined) throw new RangeError(`textures: no class ${classIndex}`);
    const first = colour(kind.hue + between(source, -0.08, 0.08), between(source, 0.4, 0.8), between(source, 0.3, 0.6));
    const second = colour(source.uniform(), between(source, 0.1, 0.5), between(source, 0.65, 0.95));
    return painted(kind.pattern(source), first, second, source);
  },
};

function waves(source: Stream, direction: number): Pattern {
  const angle = direction + between(source, -0.2, 0.2);
  const rate = (2 * Math.PI) / between(source, 4.5, 9);
  const phase = between(source, 0, 2 * Math.PI);
  return (x, y) => 0.5 + 0.5 * Math.sin(rate * (x * Math.cos(angle) + y * Math.sin(angle)) + phase);
}

function checks(source: Stream): Pattern {
  const size = between(source, 3.5, 7);
  const [left, top] = [between(source, 0, size), between(source, 0, size)];
  return (x, y) => ((Math.floor((x + left) / size) + Math.floor((y + top) / size)) % 2 === 0 ? 1 : 0);
}

function dots(source: Stream): Pattern {
  const pitch = between(source, 6, 10);
  const radius = pitch * between(source, 0.22, 0.36);
  const [left, top] = [between(source, 0, pitch), between(source, 0, pitch)];
  const offset = (value: number): number => value - pitch * Math.round(value / pitch);
  return (x, y) => edge(radius - Math.hypot(offset(x + left), offset(y + top)));
}

function rings(source: Stream): Pattern {
  const [centerX, centerY] = [between(source, -6, 6), between(source, -6, 6)];
  const rate = (2 * Math.PI) / between(source, 4.5, 8);
  const phase = between(source, 0, 2 * Math.PI);
  return (x, y) => 0.5 + 0.5 * Math.sin(rate * Math.hypot(x - centerX, y - centerY) + phase);
}

function rays(source: Stream): Pattern {
  const [centerX, centerY] = [between(source, -5, 5), between(source, -5, 5)];
  const count = 4 + source.integer(5);
  const phase = between(source, 0, 2 * Math.PI);
  return (x, y) => (Math.sin(count * Math.atan2(y - centerY, x - centerX) + phase) > 0 ? 1 : 0);
}

function bricks(source: Stream): Pattern {
  const height = between(source, 4.5, 7);
  const width = height * between(source, 1.8, 2.4);
  const [left, top] = [between(source, 0, width), between(source, 0, height)];
  return (x, y) => {
    const course = Math.floor((y + top) / height);
    const along = x + left + (course % 2 === 0 ? 0 : width / 2);
    const across = y + top - course * height;
    return across < 1 || along - width * Math.floor(along / width) < 1 ? 1 : 0;
  };
}

function clouds(source: Stream): Pattern {
  const bumps = Array.from({ length: 7 }, () => ({
    x: between(source, -side / 2, side / 2),
    y: between(source, -side / 2, side / 2),
    size: between(source, 4, 9),
  }));
  return (x, y) => {
    let sum = 0;
    for (const bump of bumps) sum += Math.exp(-((x - bump.x) ** 2 + (y - bump.y) ** 2) / bump.size ** 2);
    return Math.min(1, sum);
  };
}

function halves(source: Stream): Pattern {
  const angle = between(source, 0, 2 * Math.PI);
  const offset = between(source, -5, 5);
  return (x, y) => edge(x * Math.cos(angle) + y * Math.sin(angle) + offset);
}

/** One pixel wide, so that edges do not step. */
function edge(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 + distance));
}

function painted(pattern: Pattern, first: readonly number[], second: readonly number[], source: Stream): Uint8Array {
  const pixels = new Uint8Array(3 * side * side);
  const grain = between(source, 10, 40);
  const light = between(source, -0.6, 0.6);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [x, y] = [column + 0.5 - side / 2, row + 0.5 - side / 2];
      const share = pattern(x, y);
      for (let channel = 0; channel < 3; channel++) {
        const base = (first[channel] as number) * (1 - share) + (second[channel] as number) * share;
        const value = 255 * base + light * y + grain * (source.uniform() - 0.5);
        pixels[(channel * side + row) * side + column] = Math.round(Math.min(255, Math.max(0, value)));
      }
    }
  return pixels;
}

/** Red, green and blue in [0, 1] of a hue (in turns), saturation and lightness in [0, 1]. */
function colour(hue: number, saturation: number, lightness: number): readonly number[] {
  const range = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const place = (offset + 12 * (hue - Math.floor(hue))) % 12;
    return lightness - range * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  });
}
