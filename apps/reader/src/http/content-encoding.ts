import Negotiator from 'negotiator';

/** How a body is packed for its way. */
export type ContentEncoding = 'br' | 'gzip' | 'identity';

/** The smallest first. */
const forms = ['br', 'gzip'] as const;

/** What was chosen for the values that browsers send; they are few. */
const chosen = new Map<string, ContentEncoding>();
const MOST_CHOSEN = 100;

/** Picks the smallest form that the request's `Accept-Encoding` allows. */
export function chooseEncoding(header: string | undefined): ContentEncoding {
  if (header === undefined) return 'identity';
  const before = chosen.get(header);
  if (before !== undefined) return before;
  const coding = choose(header);
  if (chosen.size >= MOST_CHOSEN) chosen.clear();
  if (header.length < 200) chosen.set(header, coding);
  return coding;
}

/** `*` names nothing: programs that send it often read no coding at all. */
function choose(header: string): ContentEncoding {
  const accept = { 'accept-encoding': header.toLowerCase() };
  const named = new Negotiator({ headers: accept }).encodings();
  return forms.find((form) => named.includes(form)) ?? 'identity';
}
