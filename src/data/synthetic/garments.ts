import type { Stream } from "../../random/stream.ts";
import { arc, between, type Distance, type Drawing, type Point, polygon, stroke, union, without } from "./drawing.ts";
import { type Freedom, randomPlacement } from "./placement.ts";

const side = 28;
const freedom: Freedom = { size: 26, shift: 1, stretch: 0.06, turn: 0.04, slant: 0.03, bend: 0.012 };

/** A garment: its outline, and the darker lines (seams, buttons, laces) on it. */
interface Garment {
  readonly outline: Distance;
  readonly seams?: Distance;
}

/** Garment-like silhouettes in the classes of Fashion-MNIST, grey on black: 28 × 28, one channel. */
export const garments: Drawing = {
  channels: 1,
  height: side,
  width: side,
  classes: ["t-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"],
  draw: (classIndex, source) => {
    const tailor = tailors[classIndex];
    if (tailor === undefined) throw new RangeError(`garments: no class ${classIndex}`);
    return painted(tailor(source), source);
  },
};

type Tailor = (source: Stream) => Garment;

const tailors: readonly Tailor[] = [
  (source) => ({ outline: top(source, { hem: 0.88, sleeve: between(source, 0.36, 0.48), flare: 0.2 }) }),
  trouser,
  (source) => ({ outline: top(source, { hem: 0.86, sleeve: between(source, 0.8, 0.88), flare: 0.06 }) }),
  dress,
  (source) => ({
    outline: top(source, { hem: 0.97, sleeve: between(source, 0.84, 0.92), flare: 0.09 }),
    seams: stroke(
      [
        [0.5, 0.14],
        [0.5, 1],
      ],
      0.035,
    ),
  }),
  sandal,
  (source) => ({
    outline: top(source, { hem: 0.92, sleeve: between(source, 0.6, 0.74), flare: 0.1 }),
    seams: union(
      ...[0.26, 0.4, 0.54, 0.68, 0.82].map((y) => stroke([[0.5, y] as const, [0.5, y + 0.02] as const], 0.04)),
    ),
  }),
  sneaker,
  bag,
  boot,
];

/** Torso with sleeves: hem and sleeve end by their height, flare by how far the sleeve stands off. */
function top(source: Stream, cut: { hem: number; sleeve: number; flare: number }): Distance {
  const shoulder = between(source, 0.24, 0.29);
  const waist = between(source, 0.2, 0.24);
  const neck = between(source, 0.07, 0.11);
  const torso = mirrored([
    [neck, 0.06],
    [shoulder, 0.12],
    [waist, 0.45],
    [waist, cut.hem],
  ]);
  const sleeve = (direction: number): Distance =>
    polygon([
      [0.5 + direction * (shoulder - 0.04), 0.1],
      [0.5 + direction * (shoulder + 0.05), 0.16],
      [0.5 + direction * (shoulder + 0.03 + cut.flare), cut.sleeve],
      [0.5 + direction * (shoulder - 0.1 + cut.flare), cut.sleeve + 0.03],
      [0.5 + direction * (shoulder - 0.06), 0.34],
    ]);
  const collar = polygon(arc([0.5, 0.05], [neck, between(source, 0.05, 0.12)], 0, 360));
  return without(union(torso, sleeve(1), sleeve(-1)), collar);
}

function trouser(source: Stream): Garment {
  const waist = between(source, 0.15, 0.19);
  const ankle = between(source, 0.08, 0.12);
  const spread = between(source, 0.02, 0.06);
  const leg = (direction: number): Distance =>
    polygon([
      [0.5 - direction * 0.01, 0.03],
      [0.5 + direction * waist, 0.03],
      [0.5 + direction * (waist + 0.03), 0.3],
      [0.5 + direction * (spread + ankle), 0.97],
      [0.5 + direction * spread, 0.97],
      [0.5 + direction * 0.005, 0.36],
    ]);
  return { outline: union(leg(1), leg(-1)) };
}

function dress(source: Stream): Garment {
  const waist = between(source, 0.1, 0.14);
  const hem = between(source, 0.2, 0.3);
  const body = mirrored([
    [0.12, 0.03],
    [0.15, 0.2],
    [waist, 0.38],
    [hem, 0.97],
  ]);
  return { outline: without(body, polygon(arc([0.5, 0.02], [0.07, between(source, 0.06, 0.14)], 0, 360))) };
}

function sandal(source: Stream): Garment {
  const heel = between(source, 0.62, 0.74);
  const sole = polygon([
    [0.04, 0.74],
    [0.3, 0.72],
    [0.7, heel],
    [0.96, heel - 0.06],
    [0.97, 0.8],
    [0.88, 0.8],
    [0.84, heel + 0.06],
    [0.6, 0.79],
    [0.05, 0.8],
  ]);
  const strap = (from: number, to: number, height: number): Distance =>
    stroke(
      [
        [from, 0.73],
        [(from + to) / 2, height],
        [to, heel],
      ],
      0.045,
    );
  return {
    outline: union(sole, strap(0.14, 0.4, between(source, 0.5, 0.58)), strap(0.5, 0.95, between(source, 0.3, 0.42))),
  };
}

function sneaker(source: Stream): Garment {
  const collar = between(source, 0.36, 0.44);
  const toe = between(source, 0.58, 0.64);
  const upper = polygon([
    [0.03, 0.7],
    [0.08, toe],
    [0.34, toe - 0.08],
    [0.58, collar],
    [0.72, collar + 0.06],
    [0.95, collar - 0.02],
    [0.97, 0.72],
    [0.96, 0.78],
    [0.04, 0.78],
  ]);
  const sole: readonly Point[] = [
    [0.04, 0.71],
    [0.97, 0.71],
  ];
  return { outline: upper, seams: stroke(sole, 0.03) };
}

function bag(source: Stream): Garment {
  const width = between(source, 0.34, 0.44);
  const lid = between(source, 0.36, 0.46);
  const body = polygon(
    [
      [0.5 - width, lid],
      [0.5 + width, lid],
      [0.5 + width + 0.02, 0.9],
      [0.5 - width - 0.02, 0.9],
    ],
    0.03,
  );
  const handle = stroke(arc([0.5, lid], [between(source, 0.16, 0.26), between(source, 0.2, 0.3)], 180, 360), 0.05);
  const flap: readonly Point[] = [
    [0.5 - width, lid + 0.16],
    [0.5 + width, lid + 0.16],
  ];
  return { outline: union(body, handle), seams: stroke(flap, 0.03) };
}

function boot(source: Stream): Garment {
  const shaft = between(source, 0.04, 0.16);
  const heel = between(source, 0.86, 0.9);
  const outline = polygon([
    [0.04, 0.78],
    [0.1, 0.66],
    [0.36, 0.56],
    [0.5, shaft + 0.2],
    [0.5, shaft],
    [0.92, shaft],
    [0.95, heel + 0.08],
    [0.72, heel + 0.08],
    [0.7, heel],
    [0.06, heel],
  ]);
  const welt: readonly Point[] = [
    [0.05, heel - 0.07],
    [0.94, heel - 0.07],
  ];
  return { outline, seams: stroke(welt, 0.025) };
}

/** A polygon symmetric about the middle, from its right-hand half: half widths and heights, downwards. */
function mirrored(halves: readonly Point[]): Distance {
  const right = halves.map(([half, y]): Point => [0.5 + half, y]);
  const left = halves.map(([half, y]): Point => [0.5 - half, y]).reverse();
  return polygon([...right, ...left]);
}

function painted({ outline, seams }: Garment, source: Stream): Uint8Array {
  const place = randomPlacement(side, freedom, source);
  const cloth = between(source, 110, 240);
  const shade = between(source, -50, 50);
  const stripes = source.uniform() < 0.3 ? between(source, 15, 45) : 0;
  const stripeRate = between(source, 18, 40);
  const grain = between(source, 8, 30);
  const pixels = new Uint8Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [x, y] = place(column, row);
      const covered = coverage(outline(x, y));
      const noise = grain * (source.uniform() - 0.5);
      if (covered === 0) continue;
      const seam = seams === undefined ? 0 : 0.6 * coverage(seams(x, y));
      const value = cloth + shade * (x - 0.5) + stripes * Math.sin(stripeRate * y) + noise;
      pixels[row * side + column] = Math.round(Math.min(255, Math.max(0, covered * (1 - seam) * value)));
    }
  return pixels;
}

function coverage(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance * freedom.size));
}
