/** Why a result of training is not measured: what a run would need. */
export const planned =
  "to be measured: no pipeline here trains this model yet; the report gives neither seeds nor code, and the data set is to be put together from Fashion-MNIST";

/** The same for what is shown in a figure only. */
export function plannedFigure(figure: string): string {
  return `${planned}. ${figure} is not in the text at hand`;
}
