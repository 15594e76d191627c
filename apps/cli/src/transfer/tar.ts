import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import type { Entry } from './entry.ts';

/*
 * Archives that tar can unpack: plain files alone, one after another, closed to others and without a date, so
 * that the same files are always the same bytes (POSIX ustar).
 */

const block = 512;
const largestOctal = 8 ** 11 - 1;

/** An archive of files as its bytes. */
export async function* writeTar(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes, content } of entries) {
    yield headerOf(name, bytes);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== bytes) throw new Error(`${name} changed while it was written`);
    const rest = written % block;
    if (rest > 0) yield new Uint8Array(block - rest);
  }
  yield new Uint8Array(2 * block);
}

function headerOf(name: string, bytes: number): Uint8Array {
  const header = Buffer.alloc(block);
  const [prefix, rest] = splitName(name);
  header.write(rest, 0, 100);
  header.write(prefix, 345, 155);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  if (bytes <= largestOctal) header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  else {
    // As GNU tar writes what is larger than 8 GiB.
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(bytes), 128);
  }
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A name in its two fields: folders go into the first where it is too long for the second. */
function splitName(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return [prefix, rest];
  }
  throw new Error(`${name} is too long for an archive`);
}

function checksumOf(header: Uint8Array): number {
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte;
  return sum;
}

/**
 * The files of an archive. Nothing is unpacked anywhere: names are for the caller to judge.
 * @throws {TransferError} `not_an_export`, `cut_short`, `unknown_file`
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const reader = readerOf(chunks);
  for (let first = true; ; first = false) {
    const header = await reader.exactly(block);
    if (header === null)
      throw first
        ? new TransferError('not_an_export', 'The file is no export.')
        : new TransferError('cut_short', 'The export is cut short.');
    if (header.every((byte) => byte === 0)) break;
    const { name, bytes } = parseHeader(header);
    const content = reader.next(bytes);
    yield { name, bytes, content };
    // What the caller did not read.
    for await (const _ of content);
    if ((await reader.exactly((block - (bytes % block)) % block)) === null)
      throw new TransferError('cut_short', 'The export is cut short.');
  }
  // To the end: only there does an encrypted file show that nothing was cut off.
  for await (const chunk of reader.rest())
    if (chunk.some((byte) => byte !== 0))
      throw new TransferError('unknown_file', 'Something stands behind the end of the export.');
}

function parseHeader(header: Buffer): { name: string; bytes: number } {
  const stored = Number.parseInt(header.toString('latin1', 148, 154), 8);
  if (header.toString('latin1', 257, 262) !== 'ustar' || stored !== checksumOf(header))
    throw new TransferError('not_an_export', 'The file is no export, or is damaged.');
  const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '');
  const kind = String.fromCharCode(header.readUInt8(156));
  if (kind !== '0' || header.readUInt8(345) !== 0)
    throw new TransferError(
      'unknown_file',
      `The export has a file that is no plain one: ${shown(name)}.`,
    );
  const bytes =
    header.readUInt8(124) === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(header.toString('latin1', 124, 135), 8);
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    throw new TransferError('not_an_export', `The size of ${shown(name)} is no number.`);
  return { name, bytes };
}

/** A name from outside, as it can be printed safely. */
export const shown = (name: string): string => JSON.stringify(name.slice(0, 100));

/** Reads a stream in pieces of a known length. */
function readerOf(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let kept: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { value, done } = await iterator.next();
    if (done) return false;
    kept = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return true;
  };
  const take = async (most: number): Promise<Buffer | null> => {
    while (kept.byteLength === 0) if (!(await more())) return null;
    const taken = kept.subarray(0, most);
    kept = kept.subarray(taken.byteLength);
    return taken;
  };
  return {
    /** So many bytes; null if the stream ends before. */
    exactly: async (bytes: number): Promise<Buffer | null> => {
      const parts: Buffer[] = [];
      for (let left = bytes; left > 0; ) {
        const part = await take(left);
        if (part === null) return null;
        parts.push(part);
        left -= part.byteLength;
      }
      return Buffer.concat(parts);
    },
    /** The next so many bytes, in pieces; what is left of them is read by the next call. */
    next: (bytes: number): AsyncIterableIterator<Uint8Array> => {
      let left = bytes;
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next: async () => {
          if (left === 0) return { done: true, value: undefined };
          const part = await take(left);
          if (part === null) throw new TransferError('cut_short', 'The export is cut short.');
          left -= part.byteLength;
          return { done: false, value: part };
        },
      };
    },
    rest: async function* () {
      for (let part = await take(block); part !== null; part = await take(block)) yield part;
    },
  };
}
