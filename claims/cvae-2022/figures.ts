/** Why what a figure shows is not compared with: our own is in the evidence, drawn in the reports. */
export function figureMissing(figure: string): string {
  return `${figure} is not in the text at hand; the same curves and images of runs of ours are drawn in the reports`;
}
