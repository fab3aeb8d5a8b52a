/** An encoded message as pieces in order, so that large tensors are copied once, at the end. */
export type Message = readonly Uint8Array[];

const text = new TextEncoder();

/** A field holding a whole number (wire type 0); negative numbers as 64-bit two's complement. */
export function varintField(field: number, value: number): Message {
  return [varint(field * 8), varint(value)];
}

/** A field holding a string, bytes or a nested message (wire type 2). */
export function bytesField(field: number, value: string | Uint8Array | Message): Message {
  const pieces = typeof value === "string" ? [text.encode(value)] : value instanceof Uint8Array ? [value] : value;
  return [varint(field * 8 + 2), varint(lengthOf(pieces)), ...pieces];
}

/** The pieces as one array. */
export function joinMessage(message: Message): Uint8Array {
  const joined = new Uint8Array(lengthOf(message));
  let offset = 0;
  for (const piece of message) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

function lengthOf(message: Message): number {
  return message.reduce((length, piece) => length + piece.length, 0);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest >= 128n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
