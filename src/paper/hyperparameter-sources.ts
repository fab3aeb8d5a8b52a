import type { Hyperparameter, HyperparameterSource, Scalar } from "./experiment.ts";

/** A hyper-parameter that the paper itself gives, with where. */
export function fromPaper(name: string, value: Scalar, locus: string): Hyperparameter {
  return sourced(name, value, { kind: "paper", locus });
}

/** One that a reproduction's report gives of what it ran. */
export function fromReport(name: string, value: Scalar, locus: string): Hyperparameter {
  return sourced(name, value, { kind: "report", locus });
}

/** One that only the authors' code gives, with the file. */
export function fromOfficialCode(name: string, value: Scalar, locus: string): Hyperparameter {
  return sourced(name, value, { kind: "official-code", locus });
}

/** One that nothing gives: chosen, with the reason. */
export function assumed(name: string, value: Scalar, reason: string): Hyperparameter {
  return sourced(name, value, { kind: "assumed", reason });
}

function sourced(name: string, value: Scalar, source: HyperparameterSource): Hyperparameter {
  return { name, value, source };
}
