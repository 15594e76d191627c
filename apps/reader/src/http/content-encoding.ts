/** How a body is packed for its way. */
export type ContentEncoding = 'br' | 'gzip' | 'identity';

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

function choose(header: string): ContentEncoding {
  const offers = header
    .toLowerCase()
    .split(',')
    .map((offer) => offer.split(';'));
  const accepted = (name: string) =>
    offers.some(([coding, weight]) => {
      const refused = /^\s*q=0(?:\.0{0,3})?\s*$/.test(weight ?? '');
      return coding?.trim() === name && !refused;
    });
  if (accepted('br')) return 'br';
  return accepted('gzip') ? 'gzip' : 'identity';
}
