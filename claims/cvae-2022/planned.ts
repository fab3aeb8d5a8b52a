/** Why a result of training is not measured: what a run would need. */
export const planned =
  "to be measured with the model trained anew, which no pipeline here does yet: data and settings that the report leaves out are to be chosen first";

/** The same for what is shown in a figure only. */
export function plannedFigure(figure: string): string {
  return `${planned}. ${figure} is not in the text at hand`;
}
