/** A shortcode of WordPress in a text: `[name a="b"]`, or `[name]…[/name]`. */
export type Shortcode = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** The text between it and its end; null if it has none. */
  inner: string | null;
  /** As it stands in the text. */
  raw: string;
};

/** One opening or closing tag. Its length is bounded, so that text in brackets costs little. */
const TAG = /\[(\/?)([a-z][\w-]{0,39})((?:\s|=)[^[\]]{0,2000})?\]/gi;

type Tag = { isEnd: boolean; name: string; rest: string; from: number; to: number };

function tagsIn(text: string): Tag[] {
  return [...text.matchAll(TAG)].map(({ 0: raw, 1: slash, 2: name = '', 3: rest = '', index }) => ({
    isEnd: slash === '/',
    name: name.toLowerCase(),
    rest,
    from: index,
    to: index + raw.length,
  }));
}

/** The attributes of a tag, in any of the three forms that WordPress reads. */
export function attributesIn(rest: string): Map<string, string> {
  const found = rest.matchAll(/(?<![\w-])([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi);
  return new Map(
    [...found].map(({ 1: name = '', 2: double, 3: single, 4: bare }) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  );
}

/** For each opening tag the place in `tags` of its end; null if it has none before its like begins. */
function endsOf(tags: readonly Tag[]): (number | null)[] {
  const next = new Map<string, number | null>();
  const ends: (number | null)[] = tags.map(() => null);
  for (let at = tags.length - 1; at >= 0; at -= 1) {
    const tag = tags[at];
    if (tag === undefined) continue;
    if (tag.isEnd) next.set(tag.name, at);
    else {
      ends[at] = next.get(tag.name) ?? null;
      next.set(tag.name, null);
    }
  }
  return ends;
}

/**
 * Replaces the shortcodes in a text, from its beginning; null leaves one as it stands, and what is
 * within it is looked at. Takes time in proportion to the text, whatever is in it.
 */
export function replaceShortcodes(
  text: string,
  replace: (shortcode: Shortcode) => string | null,
): string {
  const tags = tagsIn(text);
  const ends = endsOf(tags);
  const parts: string[] = [];
  let done = 0;
  for (const [at, tag] of tags.entries()) {
    if (tag.isEnd || tag.from < done) continue;
    // WordPress shows `[[name]]` as `[name]`.
    if (text[tag.from - 1] === '[' && text[tag.to] === ']') {
      parts.push(text.slice(done, tag.from - 1), text.slice(tag.from, tag.to));
      done = tag.to + 1;
      continue;
    }
    const end = tags[ends[at] ?? -1];
    const to = end?.to ?? tag.to;
    const replaced = replace({
      name: tag.name,
      attributes: attributesIn(tag.rest),
      inner: end === undefined ? null : text.slice(tag.to, end.from),
      raw: text.slice(tag.from, tag.to),
    });
    if (replaced === null) continue;
    parts.push(text.slice(done, tag.from), replaced);
    done = to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/**
 * Whether brackets that no rule here knows are a shortcode and not an editor's own ("[sic]"): they
 * have an end, attributes, or a name that no word has.
 */
export const looksLikeShortcode = ({ name, attributes, inner }: Shortcode): boolean =>
  inner !== null || attributes.size > 0 || /[_\d-]/.test(name);
