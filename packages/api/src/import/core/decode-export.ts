import iconv from 'iconv-lite';
import { exportProblem } from './export-problem.ts';

/** How far the declaration of an encoding is looked for, in bytes. */
const HEAD = 1024;

const marks: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding by a byte order mark, by the bytes of `<?`, or as the file declares it. */
function encodingOf(head: Buffer): string {
  const marked = marks.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (marked !== undefined) return marked[0];
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(
    head.toString('latin1'),
  );
  return declared?.[1]?.toLowerCase() ?? 'utf-8';
}

/** Decodes one stretch after another; null if the bytes are not of this encoding. */
type Decoder = { write: (bytes: Uint8Array) => string | null; end: () => string | null };

function decoderOf(encoding: string): Decoder {
  if (!/^utf-?(?:8|16(?:le|be)?)$/i.test(encoding)) {
    const decoder = iconv.getDecoder(encoding);
    return {
      write: (bytes) => decoder.write(Buffer.from(bytes)),
      end: () => decoder.end() ?? '',
    };
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return null;
    }
  };
  return { write: decode, end: () => decode() };
}

/**
 * The text of an export, stretch by stretch, in the encoding that was named or that it declares.
 * @throws {ProblemError} if the encoding is not known, or the bytes are not of it
 */
export async function* decodeExport(
  bytes: AsyncIterable<Uint8Array>,
  given: string | null,
): AsyncGenerator<string> {
  let line = 1;
  let head = Buffer.alloc(0);
  let decoder: Decoder | null = null;
  const decoded = (text: string | null): string => {
    if (text === null) throw exportProblem('export_encoding_wrong', line);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
    return text;
  };
  const begin = (): Decoder => {
    const encoding = given ?? encodingOf(head);
    if (!iconv.encodingExists(encoding))
      throw exportProblem('export_encoding_unknown', 1, encoding);
    return decoderOf(encoding);
  };
  for await (const chunk of bytes) {
    if (decoder !== null) yield decoded(decoder.write(chunk));
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < HEAD) continue;
      decoder = begin();
      yield decoded(decoder.write(head));
    }
  }
  if (decoder === null) {
    decoder = begin();
    yield decoded(decoder.write(head));
  }
  yield decoded(decoder.end());
}
