import { kindOfPlural } from '../kinds/kinds.ts';
import { capitalised } from '../text/sentence.ts';

/** Fields that hold the others and have no name on a screen. */
const wrappers = new Set(['content', 'redaction']);

/** Labels of fields that differ from their names. */
const named: Record<string, string> = {
  alt: 'description',
  asOf: 'held as of',
  body: 'text',
  csl: 'citation',
  edtf: 'date',
  embargoUntil: 'embargo',
  fourEyes: 'second person',
  id: 'identifier',
  ids: 'identifiers',
  issued: 'date',
  lang: 'language',
  now: 'it is now',
  pickIds: 'picks',
  publishAt: 'time of publication',
  q: 'words to find',
  sameAs: 'other addresses',
  url: 'web address',
  was: 'it was',
  wikidataId: 'Wikidata item',
};

/** Labels of the entries of a list if each has a meaning of its own. */
const numbered: Record<string, readonly string[]> = { coordinates: ['longitude', 'latitude'] };

/**
 * The label of a field, from the path to it: `content.authorIds` is "Authors", `holders.0.wording`
 * "Holder 1, wording". Null for the whole input.
 */
export function fieldLabel(path: readonly PropertyKey[]): string | null {
  const words: string[] = [];
  for (const [index, each] of path.entries()) {
    if (typeof each === 'number') {
      const list = words.pop();
      const entry = list === undefined ? undefined : numbered[list]?.[each];
      words.push(entry ?? `${list === undefined ? 'entry' : singular(list)} ${each + 1}`);
    } else if (!(index === 0 && wrappers.has(String(each)))) {
      words.push(nameInWords(String(each)));
      // Positions within a text are shown by its own screen.
      if (each === 'body') break;
    }
  }
  const label = words.join(', ');
  return label === '' ? null : capitalised(label);
}

function nameInWords(name: string): string {
  const known = named[name];
  if (known !== undefined) return known;
  const words = name
    .replaceAll(/(?<=[a-z])(?=[A-Z])|[-_]/g, ' ')
    .split(' ')
    .map((word) => (word === word.toUpperCase() ? word : word.toLowerCase()))
    .join(' ');
  return words.replace(/ ids$/, 's').replace(/ id$/, '');
}

function singular(list: string): string {
  const kind = kindOfPlural('plural', list);
  if (kind !== null) return kind;
  if (list.endsWith('ies')) return `${list.slice(0, -3)}y`;
  if (list.endsWith('ses')) return list.slice(0, -2);
  return list.endsWith('s') ? list.slice(0, -1) : list;
}
