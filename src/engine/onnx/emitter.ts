import type { Shape } from "../dimensions.ts";
import { RESERVED_PREFIX } from "../signature.ts";
import type { OnnxAttributes, OnnxInitializer, OnnxNode } from "./model.ts";

/** Collects ONNX nodes and constants; the same request twice gives the same value, so nothing is computed twice. */
export interface Emitter {
  /** The first output of an operator. */
  readonly emit: (operator: string, inputs: readonly string[], attributes?: OnnxAttributes) => string;
  /** Several outputs of an operator. */
  readonly emitPair: (
    operator: string,
    inputs: readonly string[],
    attributes: OnnxAttributes,
  ) => readonly [string, string];
  readonly floats: (data: Float32Array, shape: Shape) => string;
  readonly integers: (values: readonly number[]) => string;
  readonly reshape: (value: string, shape: Shape) => string;
  readonly transpose: (value: string, permutation: readonly number[]) => string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxInitializer[];
}

/** Constants up to this many numbers are merged by content. */
const SMALL_CONSTANT = 64;

export function createEmitter(): Emitter {
  const nodes: OnnxNode[] = [];
  const initializers: OnnxInitializer[] = [];
  const known = new Map<string, readonly [string, string]>();
  const knownConstants = new Map<string, string>();
  let count = 0;
  const freshName = () => `${RESERVED_PREFIX}${count++}`;

  const emitPair: Emitter["emitPair"] = (operator, inputs, attributes) => {
    const key = JSON.stringify([operator, inputs, attributes]);
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const outputs = [freshName(), freshName()] as const;
    nodes.push({ operator, inputs, outputs, attributes });
    known.set(key, outputs);
    return outputs;
  };
  const emit: Emitter["emit"] = (operator, inputs, attributes = {}) => emitPair(operator, inputs, attributes)[0];

  const initializer = (shape: Shape, data: Float32Array | BigInt64Array): string => {
    const kind = data instanceof Float32Array ? "float" : "int64";
    // Bit patterns, since −0 and 0 print alike.
    const key = data.length <= SMALL_CONSTANT ? `${kind} [${shape}] ${new Uint8Array(data.slice().buffer)}` : undefined;
    const existing = key === undefined ? undefined : knownConstants.get(key);
    if (existing !== undefined) return existing;
    const name = freshName();
    initializers.push({ name, shape, data });
    if (key !== undefined) knownConstants.set(key, name);
    return name;
  };
  const integers = (values: readonly number[]) => initializer([values.length], BigInt64Array.from(values, BigInt));

  return {
    emit,
    emitPair,
    floats: (data, shape) => initializer(shape, data),
    integers,
    reshape: (value, shape) => emit("Reshape", [value, integers(shape)]),
    transpose: (value, permutation) => emit("Transpose", [value], { perm: permutation }),
    nodes,
    initializers,
  };
}
