import { TransferError } from '@viewpoints/published/transfer/transfer-error';

/** How long a line may be, in bytes: an article with its findings is far shorter. */
export const longestLine = 64 * 1024 ** 2;

const lineEnd = 10;

/**
 * The lines of a file, without their ends.
 * @throws {TransferError} `line_too_long`, `cut_short`, `invalid_row`
 */
export async function* splitLines(
  content: AsyncIterable<Uint8Array>,
  name: string,
  most = longestLine,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    length += part.byteLength;
    if (length > most)
      throw new TransferError('line_too_long', `${name} has a line that is too long.`);
    // A copy: what it is a part of is used again.
    parts.push(Uint8Array.from(part));
  };
  for await (const chunk of content) {
    let begin = 0;
    for (let end = chunk.indexOf(lineEnd); end !== -1; end = chunk.indexOf(lineEnd, begin)) {
      keep(chunk.subarray(begin, end));
      yield decode(decoder, Buffer.concat(parts), name);
      [parts, length, begin] = [[], 0, end + 1];
    }
    if (begin < chunk.byteLength) keep(chunk.subarray(begin));
  }
  if (length > 0) throw new TransferError('cut_short', `${name} ends in the middle of a line.`);
}

function decode(decoder: TextDecoder, bytes: Uint8Array, name: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new TransferError('invalid_row', `${name} is not encoded as UTF-8.`);
  }
}
