/** The places of the first images of each class, ascending; all without a limit. */
export function firstOfEach(
  labels: Uint8Array,
  perClass: number | undefined,
  among: Uint32Array = Uint32Array.from(labels.keys()),
): Uint32Array {
  if (perClass === undefined) return among;
  const seen = new Map<number, number>();
  return among.filter((place) => {
    const label = labels[place] as number;
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return before < perClass;
  });
}
