/** A piece of what was typed: a word or a quoted run, with a field and a minus where it has them. */
export type Part = {
  /** As typed, for telling what was ignored. */
  raw: string;
  excluded: boolean;
  field: string | null;
  text: string;
  quoted: boolean;
};

const OPENING = '"“„«”';
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"',
  '„': '“”"',
  '«': '»"',
  '”': '”"',
};
const FIELD = /^([a-z]{2,10}):/i;
const SPACE = /\s/u;
const MINUS = /[-−–]/;

/** Cuts what was typed into parts. A quotation mark inside a word (a Hebrew abbreviation) opens nothing. */
export function readParts(typed: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < typed.length) {
    if (SPACE.test(typed[at] ?? '')) {
      at += 1;
      continue;
    }
    const start = at;
    const excluded = MINUS.test(typed[at] ?? '') && !SPACE.test(typed[at + 1] ?? ' ');
    if (excluded) at += 1;
    const name = FIELD.exec(typed.slice(at, at + 12))?.[1] ?? null;
    const field = name === null || !isField(name) ? null : name.toLowerCase();
    if (name !== null && field !== null) at += name.length + 1;
    const value = readValue(typed, at);
    at = value.end;
    parts.push({ raw: typed.slice(start, at), excluded, field, ...value.part });
  }
  return parts;
}

function readValue(
  typed: string,
  at: number,
): { part: Pick<Part, 'text' | 'quoted'>; end: number } {
  const closing = OPENING.includes(typed[at] ?? ' ') ? CLOSING[typed[at] ?? ''] : undefined;
  let end = at;
  if (closing !== undefined) {
    end += 1;
    while (end < typed.length && !closing.includes(typed[end] ?? '')) end += 1;
    return {
      part: { text: typed.slice(at + 1, end), quoted: true },
      end: Math.min(end + 1, typed.length),
    };
  }
  while (end < typed.length && !SPACE.test(typed[end] ?? '')) end += 1;
  return { part: { text: typed.slice(at, end), quoted: false }, end };
}

const fields = new Set([
  ...['author', 'actor', 'topic', 'issue', 'stance', 'genre', 'kind', 'in'],
  ...['after', 'before', 'lang', 'language'],
]);

/** Other words before a colon are words: "Ostrava: a history". */
function isField(name: string): boolean {
  return fields.has(name.toLowerCase());
}
