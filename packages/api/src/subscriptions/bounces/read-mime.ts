/** A part of a message: its headers, by their names in lower case, and its decoded body. */
export type MimePart = {
  headers: ReadonlyMap<string, string>;
  /** In lower case, without parameters; `text/plain` where it is not said. */
  type: string;
  parameters: ReadonlyMap<string, string>;
  /** Empty where there are parts. */
  text: string;
  parts: MimePart[];
};

/** Bounds of what is read. What lies beyond is left out, so that a report can still be found before it. */
const [maxDepth, maxParts, maxHeaderBytes, maxHeaders] = [8, 100, 64_000, 500];

/** Reads a message (RFC 5322, 2045 and 2046) of any content. Never throws, and takes linear time at each depth. */
export function readMime(bytes: Buffer): MimePart {
  return readPart(bytes.toString('latin1'), 0, { left: maxParts });
}

function readPart(source: string, depth: number, budget: { left: number }): MimePart {
  budget.left -= 1;
  const { head, body } = divide(source);
  const headers = readHeaders(head);
  const { type, parameters } = readType(headers.get('content-type') ?? 'text/plain');
  const part = { headers, type, parameters };
  const isNested = type.startsWith('multipart/') || carriesMessage(type);
  if (!isNested || depth >= maxDepth || budget.left <= 0)
    return { ...part, text: isNested ? '' : decodeText(body, headers, parameters), parts: [] };
  if (carriesMessage(type)) {
    const inner = decodeBytes(body, headers).toString('latin1');
    return { ...part, text: '', parts: [readPart(inner, depth + 1, budget)] };
  }
  const parts: MimePart[] = [];
  for (const each of divideParts(body, parameters.get('boundary') ?? '')) {
    if (budget.left <= 0) break;
    parts.push(readPart(each, depth + 1, budget));
  }
  return { ...part, text: '', parts };
}

/** A message or its headers alone, as a report returns it and as a message is forwarded. */
const carriesMessage = (type: string): boolean =>
  type === 'message/rfc822' || type === 'message/global' || type === 'text/rfc822-headers';

function divide(source: string): { head: string; body: string } {
  const end = /\r?\n\r?\n/.exec(source.slice(0, maxHeaderBytes));
  // A body without headers begins with an empty line.
  const empty = /^\r?\n/.exec(source);
  if (empty !== null) return { head: '', body: source.slice(empty[0].length) };
  if (end === null) return { head: source.slice(0, maxHeaderBytes), body: '' };
  return { head: source.slice(0, end.index), body: source.slice(end.index + end[0].length) };
}

/** Headers with their folded lines; of several of one name, all, a line each. */
export function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  let name = '';
  for (const line of head.split(/\r?\n/, maxHeaders)) {
    if (/^[ \t]/.test(line)) {
      if (name !== '') headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    if (name === '') continue;
    const before = headers.get(name);
    const value = line.slice(colon + 1).trim();
    headers.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  return headers;
}

function readType(value: string): Pick<MimePart, 'type' | 'parameters'> {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain] of value
    .slice(0, 2_000)
    .matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/g))
    parameters.set(name.toLowerCase(), quoted ?? plain ?? '');
  return { type: (value.split(/[;\s]/, 1)[0] ?? '').toLowerCase(), parameters };
}

/** The parts between lines that are `--boundary`; up to the end where the last is missing. */
function* divideParts(body: string, boundary: string): Generator<string> {
  if (boundary === '' || boundary.length > 200) return;
  const delimiter = `--${boundary}`;
  let begin = -1;
  for (let at = 0; at <= body.length; ) {
    const found = body.indexOf(delimiter, at);
    if (found < 0) break;
    at = found + delimiter.length;
    if (found > 0 && body[found - 1] !== '\n') continue;
    if (begin >= 0) yield body.slice(begin, found).replace(/\r?\n$/, '');
    begin = -1;
    if (body.startsWith('--', at)) return;
    const lineEnd = body.indexOf('\n', at);
    if (lineEnd < 0) return;
    // Another boundary that begins with this one.
    if (body.slice(at, lineEnd).trim() === '') begin = lineEnd + 1;
  }
  if (begin >= 0) yield body.slice(begin);
}

function decodeBytes(body: string, headers: ReadonlyMap<string, string>): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(plain, 'latin1');
}

function decodeText(
  body: string,
  headers: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, string>,
): string {
  const bytes = decodeBytes(body, headers);
  try {
    return new TextDecoder(parameters.get('charset') ?? 'utf-8').decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
