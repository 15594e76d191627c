type Person = { id: string; name: string };

/** A text in parts: words, and names of people who are mentioned in it. */
export type TextPart = { kind: 'words' | 'mention'; text: string };

/** Cuts a text at the names of people with an @ before them; of two that begin alike, the longer one. */
export function partsOf(text: string, people: readonly Person[]): TextPart[] {
  const names = people.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let words = '';
  const flush = () => {
    if (words !== '') parts.push({ kind: 'words', text: words });
    words = '';
  };
  for (let at = 0; at < text.length; ) {
    const name = names.find((each) => text.startsWith(each, at));
    if (name === undefined) {
      words += text[at];
      at += 1;
      continue;
    }
    flush();
    parts.push({ kind: 'mention', text: name });
    at += name.length;
  }
  flush();
  return parts;
}

/**
 * Who is mentioned in a text.
 * @param picked those who were chosen from the list: of several with one name only they are meant
 */
export function mentionsIn(
  text: string,
  people: readonly Person[],
  picked: ReadonlySet<string> = new Set(),
): string[] {
  const names = new Set(
    partsOf(text, people).flatMap((part) => (part.kind === 'mention' ? [part.text.slice(1)] : [])),
  );
  return [...Map.groupBy(people, ({ name }) => name)].flatMap(([name, called]) => {
    if (!names.has(name)) return [];
    const meant = called.filter(({ id }) => picked.has(id));
    return (meant.length > 0 ? meant : called).map(({ id }) => id);
  });
}

/** The text after an @ before the cursor, and where it begins; null if there is none. */
export function mentionBegun(text: string, cursor: number): { query: string; from: number } | null {
  const [found, query = ''] = /(?<![^\s(])@([^@\n]{0,40})$/.exec(text.slice(0, cursor)) ?? [];
  return found === undefined ? null : { query, from: cursor - query.length - 1 };
}

/** People of whose name a word begins with what was written; at most six. */
export function peopleFor(typed: string, people: readonly Person[]): Person[] {
  const query = typed.toLowerCase();
  return people
    .filter(({ name }) => {
      const known = name.toLowerCase();
      return known !== query && (known.startsWith(query) || known.includes(` ${query}`));
    })
    .slice(0, 6);
}
