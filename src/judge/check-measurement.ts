import type { JudgeOptions, Observed, Reported } from "./judgement.ts";

/** Throws one line that names what no verdict can be made of, and how to mend it. */
export function checkMeasurement(reported: Reported, observed: Observed, options: JudgeOptions): void {
  requireFinite("reported value", reported.value);
  requireFromZero("half unit of the reported value", reported.halfUnit);
  if (reported.spread !== undefined) {
    requireFromZero("reported spread", reported.spread.value);
    requireFromZero("half unit of the reported spread", reported.spread.halfUnit);
  }
  if (reported.runs !== undefined && !(Number.isSafeInteger(reported.runs) && reported.runs >= 1))
    throw fault(`the paper's number of runs is ${reported.runs}; give a positive integer, or leave it out if unknown`);
  if (observed.values.length === 0) throw fault("no observed values; a measurement without runs is not run");
  for (const [index, value] of observed.values.entries())
    if (!Number.isFinite(value))
      throw fault(`observed value ${index} is ${value}; record a run without a number as failed instead`);
  if (observed.halfUnit !== undefined) requireFromZero("half unit of the observed values", observed.halfUnit);
  if (options.alpha !== undefined && !(options.alpha > 0 && options.alpha < 0.5))
    throw fault(`alpha is ${options.alpha}; give a number between 0 and 0.5`);
  if (options.pooled !== undefined) {
    requireFromZero("pooled standard deviation", options.pooled.standardDeviation);
    if (!(options.pooled.degreesOfFreedom > 0))
      throw fault(`the pooled spread has ${options.pooled.degreesOfFreedom} degrees of freedom; pool two runs or more`);
  }
  if (options.examplesStandardError !== undefined)
    requireFromZero("standard error from the choice of examples", options.examplesStandardError);
  if (options.split === "differs" && !((options.examplesStandardError ?? 0) > 0))
    throw fault("the test split differs from the paper's; give examplesStandardError, such as hanleyMcNeil's");
}

function requireFinite(what: string, value: number): void {
  if (!Number.isFinite(value)) throw fault(`the ${what} is ${value}; give a finite number`);
}

function requireFromZero(what: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) throw fault(`the ${what} is ${value}; give a number from 0 up`);
}

function fault(message: string): RangeError {
  return new RangeError(`judgeMeasurement: ${message}`);
}
