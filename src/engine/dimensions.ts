/** Sizes of a dense array's axes, outermost first; [] is a scalar. */
export type Shape = readonly number[];

/** How many elements a shape holds (1 for a scalar). */
export function elementCount(shape: Shape): number {
  return shape.reduce((count, dimension) => count * dimension, 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((dimension, axis) => dimension === b[axis]);
}

/** `[2, 3]`, as error messages print it. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** The size of one axis, negative axes counting from the end. */
export function dimension(shape: Shape, axis: number): number {
  const size = shape.at(axis);
  if (size === undefined) throw new RangeError(`shape ${formatShape(shape)} has no axis ${axis}`);
  return size;
}

/**
 * The shape that two shapes broadcast to, under NumPy's rule (axes are aligned at the end; 1 stretches).
 *
 * @throws RangeError naming the operation and both shapes when they do not fit.
 */
export function broadcastShape(operation: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const left = a[a.length - rank + axis] ?? 1;
    const right = b[b.length - rank + axis] ?? 1;
    if (left !== right && left !== 1 && right !== 1)
      throw new RangeError(`${operation}: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast`);
    return left === 1 ? right : left;
  });
}

/** Row-major strides of a shape, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1)
    strides[axis] = dimension(strides, axis + 1) * dimension(shape, axis + 1);
  return strides;
}
