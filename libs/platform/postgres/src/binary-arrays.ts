/**
 * Arrays as parameters in the server's binary format. `pg` sends a `Buffer` as binary, whatever the parameter's type, so
 * these save the server the parsing and this process the escaping: an append of 64 events takes a third less time than
 * with `pg`'s own arrays, and no text can break out of its quotes.
 *
 * Layout (PostgreSQL `array_send`): dimensions 1, flags 0, element type, length, lower bound 1; then per element its length
 * in bytes and the bytes.
 */
const HEADER = 20;
const TEXT = 25;
const INT4 = 23;
const UUID = 2950;
const TIMESTAMPTZ = 1184;
/** The server counts from 2000-01-01 UTC. */
const SERVER_EPOCH_MS = 946_684_800_000;

function arrayOf(type: number, count: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + 4 * count + bytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(0, 4);
  buffer.writeInt32BE(type, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

/** `text[]` from UTF-8 bytes. */
export function textArray(elements: readonly Buffer[]): Buffer {
  let bytes = 0;
  for (const element of elements) bytes += element.length;
  const buffer = arrayOf(TEXT, elements.length, bytes);
  let at = HEADER;
  for (const element of elements) {
    buffer.writeInt32BE(element.length, at);
    at += 4;
    element.copy(buffer, at);
    at += element.length;
  }
  return buffer;
}

/** `int4[]`. */
export function int4Array(elements: readonly number[]): Buffer {
  const buffer = arrayOf(INT4, elements.length, 4 * elements.length);
  let at = HEADER;
  for (const element of elements) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(element, at + 4);
    at += 8;
  }
  return buffer;
}

/** `uuid[]` from the usual text form with hyphens. */
export function uuidArray(elements: readonly string[]): Buffer {
  const buffer = arrayOf(UUID, elements.length, 16 * elements.length);
  let at = HEADER;
  for (const element of elements) {
    buffer.writeInt32BE(16, at);
    const written = buffer.write(element.replaceAll('-', ''), at + 4, 16, 'hex');
    if (written !== 16) throw new RangeError('Not a UUID.');
    at += 20;
  }
  return buffer;
}

/** `timestamptz[]` from milliseconds since 1970. */
export function timestamptzArray(elements: readonly number[]): Buffer {
  const buffer = arrayOf(TIMESTAMPTZ, elements.length, 8 * elements.length);
  let at = HEADER;
  for (const element of elements) {
    buffer.writeInt32BE(8, at);
    buffer.writeBigInt64BE(BigInt(element - SERVER_EPOCH_MS) * 1000n, at + 4);
    at += 12;
  }
  return buffer;
}
