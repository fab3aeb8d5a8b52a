/**
 * The places of each class's images, class by class, in the order in which `order` meets them (default: ascending).
 *
 * Throws a RangeError for a label that is no class.
 *
 * @example
 * classMembers(Uint8Array.of(1, 0, 1), 2).map((members) => members.join()); // => ["1", "0,2"]
 */
export function classMembers(
  labels: Uint8Array,
  classCount: number,
  order: Iterable<number> = labels.keys(),
): readonly Uint32Array[] {
  const members = Array.from({ length: classCount }, (): number[] => []);
  for (const place of order) {
    const label = labels[place];
    const ofClass = label === undefined ? undefined : members[label];
    if (ofClass === undefined)
      throw new RangeError(`classMembers: label ${label} of image ${place}, expected 0 to ${classCount - 1}`);
    ofClass.push(place);
  }
  return members.map((places) => Uint32Array.from(places));
}
