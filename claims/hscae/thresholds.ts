import { parseDecimal } from "../../src/numbers/decimal.ts";

/** Section 4.1: of the greatest softmax probability, at a temperature of 10. */
export const odinThresholds = [
  { model: "ResNet18-ep50-1", threshold: parseDecimal("0.235") },
  { model: "ResNet18-ep50-2", threshold: parseDecimal("0.28") },
  { model: "ResNet18-ep100", threshold: parseDecimal("0.34") },
] as const;

/** Section 4.2: of the distance between softmax probabilities; 1.2e-4, 1.0e-4, 1.0e-4 in print, `printed` without the e-4. */
export const hscaeThresholds = [
  { dimension: "6", threshold: parseDecimal("0.00012"), printed: "1.2" },
  { dimension: "8", threshold: parseDecimal("0.00010"), printed: "1.0" },
  { dimension: "10", threshold: parseDecimal("0.00010"), printed: "1.0" },
] as const;

/** Section 4.3: of the ensemble's members. */
export const ensembleThresholds = { classifier: parseDecimal("0.231"), squaredError: parseDecimal("1.0") } as const;
