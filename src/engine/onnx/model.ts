import type { Shape } from "../dimensions.ts";
import { bytesField, joinMessage, type Message, varintField } from "./protobuf.ts";

/** Whole numbers, or a list of them, or text: all that the lowering's operators ask for. */
export type OnnxAttributes = Readonly<Record<string, number | string | readonly number[]>>;

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: OnnxAttributes;
}

/** A constant of the model, float32 or int64. */
export interface OnnxInitializer {
  readonly name: string;
  readonly shape: Shape;
  readonly data: Float32Array | BigInt64Array;
}

export interface OnnxModel {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxInitializer[];
  readonly inputs: ReadonlyMap<string, Shape>;
  readonly outputs: ReadonlyMap<string, Shape>;
}

const OPSET = 17;
const IR_VERSION = 8;
const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;
const ATTRIBUTE_INTS = 7;

/** ModelProto bytes (onnx.proto3, field numbers as there). */
export function encodeModel(model: OnnxModel): Uint8Array {
  const graph = [
    ...model.nodes.flatMap((node) => bytesField(1, encodeNode(node))),
    ...bytesField(2, "assay"),
    ...model.initializers.flatMap((initializer) => bytesField(5, encodeTensor(initializer))),
    ...[...model.inputs].flatMap(([name, shape]) => bytesField(11, encodeValue(name, shape))),
    ...[...model.outputs].flatMap(([name, shape]) => bytesField(12, encodeValue(name, shape))),
  ];
  const opset = [...bytesField(1, ""), ...varintField(2, OPSET)];
  return joinMessage([...varintField(1, IR_VERSION), ...bytesField(8, opset), ...bytesField(7, graph)]);
}

function encodeNode({ operator, inputs, outputs, attributes }: OnnxNode): Message {
  return [
    ...inputs.flatMap((name) => bytesField(1, name)),
    ...outputs.flatMap((name) => bytesField(2, name)),
    ...bytesField(4, operator),
    ...Object.entries(attributes).flatMap(([name, value]) => bytesField(5, encodeAttribute(name, value))),
  ];
}

function encodeAttribute(name: string, value: OnnxAttributes[string]): Message {
  const head = bytesField(1, name);
  if (typeof value === "number") return [...head, ...varintField(3, value), ...varintField(20, ATTRIBUTE_INT)];
  if (typeof value === "string") return [...head, ...bytesField(4, value), ...varintField(20, ATTRIBUTE_STRING)];
  return [...head, ...value.flatMap((item) => varintField(8, item)), ...varintField(20, ATTRIBUTE_INTS)];
}

function encodeTensor({ name, shape, data }: OnnxInitializer): Message {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return [
    ...shape.flatMap((size) => varintField(1, size)),
    ...varintField(2, data instanceof Float32Array ? FLOAT : INT64),
    ...bytesField(8, name),
    ...bytesField(9, bytes),
  ];
}

function encodeValue(name: string, shape: Shape): Message {
  const dimensions = shape.flatMap((size) => bytesField(1, varintField(1, size)));
  const tensorType = [...varintField(1, FLOAT), ...bytesField(2, dimensions)];
  return [...bytesField(1, name), ...bytesField(2, bytesField(1, tensorType))];
}
