/** One independent part of a variance estimate, and how many degrees of freedom that part was estimated with. */
export interface VarianceComponent {
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

/**
 * The approximate degrees of freedom of a sum of independent variance estimates: (Σ v)² / Σ (v² / df).
 *
 * Components known exactly have infinite degrees of freedom; a sum of zero has infinitely many. Welch (1947) and
 * Satterthwaite (1946).
 *
 * @example
 * welchSatterthwaite([{ variance: 1, degreesOfFreedom: 4 }, { variance: 1, degreesOfFreedom: 4 }]); // => 8
 */
export function welchSatterthwaite(components: readonly VarianceComponent[]): number {
  const total = components.reduce((sum, { variance }) => sum + variance, 0);
  if (total === 0) return Number.POSITIVE_INFINITY;
  // Shares instead of the variances themselves, since squares of tiny variances underflow.
  const inverse = components.reduce((sum, { variance, degreesOfFreedom }) => {
    const share = variance / total;
    return sum + (share * share) / degreesOfFreedom;
  }, 0);
  return inverse === 0 ? Number.POSITIVE_INFINITY : 1 / inverse;
}
