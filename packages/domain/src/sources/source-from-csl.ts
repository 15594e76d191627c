import type { Terms } from '../attribution/terms.ts';
import { Edtf } from '../text/edtf.ts';
import { oneLine } from '../text/normalise.ts';
import { WebAddress } from '../values.ts';
import type { Csl } from './csl.ts';
import { readCsl } from './read-csl.ts';
import { SourceContent, type SourceKind } from './source.ts';

/** What happened to a part of a reference, or why there is no source of it, with its meaning for an editor. */
const sentences = {
  title_missing: 'It has no title, and does not come in',
  terms_to_decide:
    'An interview or a letter does not come in: enter it with the terms that were agreed',
  title_cut: 'Its title is longer than one may be, and was cut',
  authors_cut: 'Authors after the fiftieth were left out',
  date_unreadable: 'Its date cannot be read, and was left out',
  address_unreadable: 'Its address cannot be used, and was left out',
} as const;
export type ReferencePointCode = keyof typeof sentences;
export type ReferencePoint = { code: ReferencePointCode; words: string };

/** What happened, in a sentence without its full stop. */
export const referenceSentence = (code: ReferencePointCode): string => sentences[code];

/** Types of CSL that are not a report of some form. */
const kinds: Readonly<Record<string, SourceKind>> = {
  ...{ webpage: 'web_page', post: 'web_page', 'post-weblog': 'web_page' },
  ...{ 'article-newspaper': 'web_page', 'article-magazine': 'web_page' },
  ...{ event: 'event', speech: 'event', hearing: 'event', performance: 'event' },
  ...{ interview: 'interview', personal_communication: 'interview' },
};

/** Variables that are of the person who collected the references, and not of what they refer to. */
const ownVariables = ['note', 'annote', 'keyword', 'file', 'custom'] as const;

export type ReadReference = {
  /** How the file names it: its key, or its id. */
  key: string;
  title: string;
  /** Null if no source can be made of it. */
  content: Omit<SourceContent, 'slug'> | null;
  points: ReferencePoint[];
};

/**
 * A reference in CSL-JSON as the source that it becomes.
 * @param terms those under which all of a file may be used, as somebody says who knows
 */
export function sourceFromCsl(given: unknown, terms: Terms): ReadReference {
  const points: ReferencePoint[] = [];
  const add = (code: ReferencePointCode, words = '') =>
    points.push({ code, words: oneLine(words).slice(0, 300).toWellFormed() });
  const item: Csl = readCsl(given) ?? { type: 'document' };
  const whole = oneLine(textOf(item['title']));
  const kind = kindOf(item);
  const title = cutTo(whole, 300);
  if (whole === '') add('title_missing');
  else if (title !== whole) add('title_cut', whole);
  if (kind === 'interview') add('terms_to_decide');
  const authors = namesOf(item['author'] ?? item['editor']);
  if (authors.length > 50) add('authors_cut', authors.slice(50).join('; '));
  const isIn = whole !== '' && kind !== 'interview';
  return {
    key: oneLine(textOf(item['citation-key']) || textOf(item['id'])).slice(0, 100),
    title,
    points,
    content: isIn
      ? contentOf(item, { kind, title, authors: authors.slice(0, 50), terms, add })
      : null,
  };
}

function contentOf(
  item: Csl,
  {
    add,
    ...known
  }: Pick<SourceContent, 'kind' | 'title' | 'authors' | 'terms'> & {
    add: (code: ReferencePointCode, words: string) => void;
  },
): Omit<SourceContent, 'slug'> {
  const [issued, written] = dateOf(item['issued']);
  if (issued === null && written !== '') add('date_unreadable', written);
  const publisher = cutTo(
    oneLine(textOf(item['publisher']) || textOf(item['container-title'])),
    200,
  );
  const [url, address] = addressOf(item);
  if (url === null && address !== '') add('address_unreadable', address);
  const note = (['note', 'annote'] as const).map((name) => textOf(item[name]).trim());
  const csl = Object.fromEntries(
    Object.entries(item).filter(([name]) => !ownVariables.some((own) => own === name)),
  ) as Csl;
  const { slug: _, ...content } = SourceContent.parse({
    ...known,
    ...{ slug: 'source', publisher: publisher || null, url, issued, csl },
    note: note
      .filter((text) => text !== '')
      .join('\n\n')
      .slice(0, 5000)
      .toWellFormed(),
  });
  return content;
}

function kindOf(item: Csl): SourceKind {
  if (/press release|communiqu/i.test(`${textOf(item['genre'])} ${textOf(item['medium'])}`))
    return 'release';
  return kinds[item.type] ?? 'report';
}

/** The address of a reference, or that of its DOI, and what was written where neither can be used. */
function addressOf(item: Csl): [string | null, string] {
  const [url, doi] = [textOf(item['URL']).trim(), textOf(item['DOI']).trim()];
  const resolver = /^10\.\d{4,9}\/\S+$/.test(doi) ? `https://doi.org/${encodeURI(doi)}` : '';
  const found = [url, resolver].find((each) => WebAddress.safeParse(each).success);
  return [found ?? null, url || doi];
}

function namesOf(value: Csl[string]): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name) => {
    if (typeof name !== 'object') return [];
    const { literal, given, family, suffix } = name;
    const parts = [given, name['dropping-particle'], name['non-dropping-particle'], family, suffix];
    const words = cutTo(oneLine(literal ?? parts.filter(Boolean).join(' ')), 200);
    return words === '' ? [] : [words];
  });
}

/** A date as EDTF, and as it was written where it is none. */
function dateOf(value: Csl[string]): [string | null, string] {
  if (value === undefined) return [null, ''];
  const date = typeof value === 'object' && !Array.isArray(value) ? value : { raw: String(value) };
  const parts = Array.isArray(date['date-parts']) ? (date['date-parts'] as unknown[][]) : [];
  const about = date['circa'] === undefined || date['circa'] === false ? '' : '~';
  const points = parts.map((each) => pointOf(each)).filter((each) => each !== null);
  const written = [textOf(date['edtf']), textOf(date['raw']), textOf(date['literal'])];
  const candidates = [
    ...(points.length > 0 ? [points.map((each) => each + about).join('/')] : []),
    ...written,
  ];
  const found = candidates.find((each) => Edtf.safeParse(each).success && each !== '');
  const said =
    written.find((each) => each !== '') ?? (parts.length > 0 ? JSON.stringify(parts) : '');
  return [found ?? null, said];
}

function pointOf(parts: readonly unknown[]): string | null {
  const [year, ...rest] = parts.map(Number);
  if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) return null;
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The first words, where there are more than fit. */
const cutTo = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`.toWellFormed();
