import Negotiator from 'negotiator';

/** The content encoding of a body. */
export type ContentEncoding = 'br' | 'gzip' | 'identity';

/** The smallest first. */
const forms = ['br', 'gzip'] as const;

/** The choices for the values that browsers send; they are few. */
const chosen = new Map<string, ContentEncoding>();
const MAX_CACHED = 100;

/** Picks the smallest form that the request's `Accept-Encoding` allows. */
export function chooseEncoding(header: string | undefined): ContentEncoding {
  if (header === undefined) return 'identity';
  const before = chosen.get(header);
  if (before !== undefined) return before;
  const coding = choose(header);
  if (chosen.size >= MAX_CACHED) chosen.clear();
  if (header.length < 200) chosen.set(header, coding);
  return coding;
}

/** Longer headers than browsers send are read as far as this, to the last whole part of it. */
const MAX_HEADER_LENGTH = 1_000;

/** `*` names nothing: programs that send it often read no coding at all. */
function choose(header: string): ContentEncoding {
  const end =
    header.length > MAX_HEADER_LENGTH ? header.lastIndexOf(',', MAX_HEADER_LENGTH) : header.length;
  const accept = { 'accept-encoding': header.slice(0, Math.max(0, end)).toLowerCase() };
  const named = new Negotiator({ headers: accept }).encodings();
  return forms.find((form) => named.includes(form)) ?? 'identity';
}
