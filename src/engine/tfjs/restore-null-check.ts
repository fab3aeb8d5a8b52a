import util from "node:util";

/**
 * Gives `node:util` back its `isNullOrUndefined`, which Node 23 removed and the native TensorFlow.js binding 4.22 still
 * calls. Leaves a Node that has it as it is.
 */
export function restoreNullCheck(target: object = util): void {
  if ("isNullOrUndefined" in target) return;
  Object.assign(target, { isNullOrUndefined: (value: unknown) => value === null || value === undefined });
}
