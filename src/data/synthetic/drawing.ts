import type { Stream } from "../../random/stream.ts";

/** How one kind of stand-in is drawn. */
export interface Drawing {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly classes: readonly string[];
  /** Draws one image of a class, all its variation taken from the stream; [channels, height, width]. */
  readonly draw: (classIndex: number, source: Stream) => Uint8Array;
}

/** A point of the unit square that a shape is described in; x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

/** How far a point lies from a shape, in units of the unit square; negative inside. */
export type Distance = (x: number, y: number) => number;

/** A number drawn uniformly between two bounds. */
export function between(source: Stream, low: number, high: number): number {
  return low + (high - low) * source.uniform();
}

/** Distance to a filled union of shapes. */
export function union(...shapes: readonly Distance[]): Distance {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const shape of shapes) nearest = Math.min(nearest, shape(x, y));
    return nearest;
  };
}

/** The first shape without what the second covers. */
export function without(shape: Distance, hole: Distance): Distance {
  return (x, y) => Math.max(shape(x, y), -hole(x, y));
}

/** A pen stroke along a line through points. */
export function stroke(points: readonly Point[], thickness: number): Distance {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let index = 1; index < points.length; index++) {
      const [ax, ay] = points[index - 1] as Point;
      const [bx, by] = points[index] as Point;
      nearest = Math.min(nearest, squaredDistanceToSegment(x, y, ax, ay, bx, by));
    }
    return Math.sqrt(nearest) - thickness / 2;
  };
}

/** A filled polygon (even-odd), its corners rounded by a radius. */
export function polygon(points: readonly Point[], rounding = 0): Distance {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    let inside = false;
    let [ax, ay] = points.at(-1) as Point;
    for (const [bx, by] of points) {
      nearest = Math.min(nearest, squaredDistanceToSegment(x, y, ax, ay, bx, by));
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      ax = bx;
      ay = by;
    }
    return (inside ? -1 : 1) * Math.sqrt(nearest) - rounding;
  };
}

/** Points along an ellipse, from one angle to another; degrees, clockwise from three o'clock. */
export function arc(center: Point, radii: Point, fromDegrees: number, toDegrees: number): readonly Point[] {
  const steps = Math.max(2, Math.ceil(Math.abs(toDegrees - fromDegrees) / 20));
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = ((fromDegrees + ((toDegrees - fromDegrees) * step) / steps) * Math.PI) / 180;
    return [center[0] + radii[0] * Math.cos(angle), center[1] + radii[1] * Math.sin(angle)];
  });
}

function squaredDistanceToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const alongX = bx - ax;
  const alongY = by - ay;
  const length = alongX * alongX + alongY * alongY;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * alongX + (y - ay) * alongY) / length));
  const awayX = x - ax - share * alongX;
  const awayY = y - ay - share * alongY;
  return awayX * awayX + awayY * awayY;
}
