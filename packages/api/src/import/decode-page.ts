import { type Reason, reason } from '@viewpoints/domain/refusal';
import chardet from 'chardet';
import iconv from 'iconv-lite';

export type DecodedPage =
  | { ok: true; text: string; encoding: string; format: 'html' | 'text' }
  | { ok: false; reasons: Reason[] };

/** Largest page accepted, in bytes. */
export const MAX_PAGE_BYTES = 10 * 1024 * 1024;

/** The first bytes, as Latin-1, of what people save by mistake. */
const signatures: [string, string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['bplist00', 'a web archive of Safari'],
];

function foreignKind(head: string): string | null {
  if (/^(?:From: |MIME-Version: )/i.test(head) && /multipart\/related/i.test(head))
    return 'a web archive (MHTML)';
  return signatures.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

const latin1 = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1');

/** The encoding a byte order mark names, and the mark's length. */
function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: text in a Latin script has a NUL in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096 - (4096 % 2));
  const nuls = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const half = sample.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** The encoding in `<meta charset>`, its older form or an XML declaration, in the first 4 KB. */
function declaredEncoding(head: string): string | null {
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head);
  const xml = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  return (meta ?? xml)?.[1]?.toLowerCase() ?? null;
}

/** As browsers read them (WHATWG Encoding, 4.2): these labels all mean windows-1252. */
const windows1252 = new Set(['iso-8859-1', 'latin1', 'latin-1', 'us-ascii', 'ascii', 'l1']);
const asBrowsers = (encoding: string) =>
  windows1252.has(encoding.toLowerCase()) ? 'windows-1252' : encoding.toLowerCase();

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const refuse = (code: string, message: string): DecodedPage => ({
  ok: false,
  reasons: [reason(code, message)],
});

function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return text.includes('\0') || controls > text.length / 200;
}

const looksLikeHtml = (text: string) =>
  /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4096)) ||
  (text.match(/<\/?(p|div|td|br|a|h[1-6]|span|font|table|ul|li)\b[^>]*>/gi)?.length ?? 0) >= 3;

/**
 * Turns the bytes of a saved page into text: by the encoding given, a byte order mark, what is
 * valid UTF-8, what the page declares, and only then by the frequency of its bytes.
 */
export function decodePage(
  bytes: Uint8Array,
  { encoding: given = null }: { encoding?: string | null } = {},
): DecodedPage {
  if (bytes.length === 0) return refuse('page_empty', 'The file is empty.');
  if (bytes.length > MAX_PAGE_BYTES)
    return refuse(
      'page_too_large',
      `The file is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB. Save the page without its pictures, or only the part that is the article.`,
    );
  const head = latin1(bytes, 4096);
  const kind = foreignKind(head);
  if (kind !== null)
    return refuse('page_binary', `The file is ${kind}, not text or HTML. Save the page as HTML.`);

  const wide = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (wide === null && given === null && isBinary(head))
    return refuse('page_binary', 'The file is not text or HTML. Save the page as HTML.');
  const encoding = given ?? wide ?? encodingOf(bytes, head);
  if (encoding === null)
    return refuse(
      'encoding_unknown',
      'The encoding of the file could not be told. Name it with --encoding, for example --encoding windows-1252.',
    );
  if (!iconv.encodingExists(encoding))
    return refuse(
      'encoding_unknown',
      `“${encoding}” is not an encoding known here. Name another with --encoding, for example --encoding windows-1252.`,
    );
  const text = iconv.decode(Buffer.from(bytes), asBrowsers(encoding)).replace(/^\uFEFF/, '');
  if (isBinary(text))
    return refuse('page_binary', 'The file is not text or HTML. Save the page as HTML.');
  if (text.trim() === '') return refuse('page_empty', 'The file has nothing but white space.');
  const format = looksLikeHtml(text) ? 'html' : 'text';
  return { ok: true, text, encoding: asBrowsers(encoding), format };
}

function encodingOf(bytes: Uint8Array, head: string): string | null {
  // Many pages declare what their server no longer sends: bytes that are UTF-8 are UTF-8.
  if (isUtf8(bytes)) return 'utf-8';
  const declared = declaredEncoding(head);
  if (declared !== null && declared !== 'utf-8' && declared !== 'utf8') return declared;
  const [best] = chardet.analyse(bytes);
  return best && best.confidence >= 10 ? asBrowsers(best.name) : null;
}
