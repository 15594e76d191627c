const [PERCENT, SLASH, OPEN, CLOSE, LESS, MORE, BACKSLASH] = [...'%/()<>\\'].map((sign) =>
  sign.charCodeAt(0),
) as [number, number, number, number, number, number, number];
const brackets = new Set([...'[]{}'].map((sign) => sign.charCodeAt(0)));

const isSpace = (byte: number | undefined) =>
  byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
const isRegular = (byte: number | undefined) =>
  byte !== undefined &&
  !isSpace(byte) &&
  !brackets.has(byte) &&
  ![PERCENT, SLASH, OPEN, CLOSE, LESS, MORE].includes(byte);

/** An operator of a content stream with its operands; of an inline image, all its bytes. */
export type Operation = { operator: string; operands: Buffer[] };

/**
 * The operations of a content stream (ISO 32000-2, 7.8.2), without comments.
 * @throws if it is cut off
 */
export function* operationsOf(bytes: Uint8Array): Generator<Operation> {
  let operands: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (isSpace(byte)) {
      at += 1;
    } else if (byte === PERCENT) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    } else if (isRegular(byte)) {
      const start = at;
      while (isRegular(bytes[at])) at += 1;
      const word = Buffer.from(bytes.subarray(start, at));
      const operator = word.toString('latin1');
      if (/^[+-]?[\d.]/.test(operator) || /^(?:true|false|null)$/.test(operator)) {
        operands.push(word);
      } else if (operator === 'BI') {
        const end = endOfInlineImage(bytes, at);
        yield { operator, operands: [Buffer.from(bytes.subarray(at, end))] };
        operands = [];
        at = end;
      } else {
        yield { operator, operands };
        operands = [];
      }
    } else {
      const end = endOfObject(bytes, at);
      operands.push(Buffer.from(bytes.subarray(at, end)));
      at = end;
    }
  }
}

/**
 * A content stream with nothing in it but what is drawn: without comments, and without the properties
 * of marked content, where another text than the one drawn may be written (`ActualText`, `Alt`, `E`).
 * @throws if it is cut off
 */
export function rewriteContent(bytes: Uint8Array): Uint8Array {
  const written: Buffer[] = [];
  const write = (operator: string, operands: readonly Buffer[]) => {
    for (const part of operands) written.push(part, Buffer.from(' '));
    written.push(Buffer.from(`${operator}\n`));
  };
  for (const { operator, operands } of operationsOf(bytes)) {
    if (operator === 'BI') written.push(Buffer.from('BI'), ...operands, Buffer.from('\n'));
    else if (operator === 'BDC' || operator === 'BMC') write('BMC', operands.slice(0, 1));
    else if (operator === 'DP' || operator === 'MP') write('MP', operands.slice(0, 1));
    else write(operator, operands);
  }
  return Buffer.concat(written);
}

/** The end of the string, name or bracket that begins here. */
function endOfObject(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  switch (bytes[start]) {
    case SLASH:
      while (isRegular(bytes[at])) at += 1;
      return at;
    case OPEN:
      for (let depth = 1; depth > 0; at += 1) {
        if (at >= bytes.length) throw new RangeError('cut off');
        if (bytes[at] === BACKSLASH) at += 1;
        else if (bytes[at] === OPEN) depth += 1;
        else if (bytes[at] === CLOSE) depth -= 1;
      }
      return at;
    case LESS:
      return bytes[at] === LESS ? endOfDictionary(bytes, at + 1) : endOfHex(bytes, at);
    default:
      return at;
  }
}

function endOfHex(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(MORE, start);
  if (end < 0) throw new RangeError('cut off');
  return end + 1;
}

/** A dictionary is one operand, whatever is in it. */
function endOfDictionary(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    if (bytes[at] === MORE && bytes[at + 1] === MORE) return at + 2;
    const isObject = bytes[at] === OPEN || bytes[at] === LESS;
    at = isObject ? endOfObject(bytes, at) : at + 1;
  }
  throw new RangeError('cut off');
}

/** Behind `EI`, which has white space on both sides; the bytes between are no words. */
function endOfInlineImage(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 2 < bytes.length + 1; at += 1) {
    const isEnd = bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isSpace(bytes[at - 1]);
    if (isEnd && (at + 2 >= bytes.length || isSpace(bytes[at + 2]))) return at + 2;
  }
  throw new RangeError('cut off');
}
