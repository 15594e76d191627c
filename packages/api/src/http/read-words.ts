import { kindMeanings } from '@viewpoints/domain/kinds/kind-meanings';
import { byKind, kinds, kindsWith, oneOf, type PageKind } from '@viewpoints/domain/kinds/kinds';
import type { readerProcedures } from '../reader-router.ts';

const entryWords = Object.fromEntries(
  kindsWith('path').map((kind) => [kinds[kind].plural, kindMeanings[kind]]),
) as Record<(typeof kinds)[PageKind]['plural'], string>;

/** Descriptions of the resources in the OpenAPI document. */
export const resourceWords: Record<keyof typeof readerProcedures, string> = {
  journal: 'The masthead: what the journal is called, its language, time zone and notice.',
  menus: 'The menus in the head and the foot of every page, and where the journal is elsewhere.',
  front: 'The front page: the newest articles by rank, the newest findings, changes of position.',
  ...entryWords,
  pages: kindMeanings.page,
  positions: 'All that one actor holds on one issue.',
  corrections: 'Corrections and retractions of the whole journal.',
  changes:
    'The log of changes. Follow it to have a copy of the journal that is up to date: read each address again, and drop what has none.',
  search: 'Articles, findings and names by words, with counts to narrow by.',
};

/** Descriptions of the parameters in the OpenAPI document, by name. */
export const parameterWords: Readonly<Record<string, string>> = {
  cursor: 'The `nextCursor` of the page before.',
  fields:
    'Only these fields of the answer, or of each item of a page, with commas between. What else its schema requires is left out.',
  limit: 'How many items a page has at most.',
  slug: 'The name in its address. A former one finds the same thing, with its present `slug`.',
  id: 'The id, as a list has it.',
  number: 'The number of the version, from 1.',
  q: 'What somebody types. Prefixes such as `actor:` and `after:2026-01-31` narrow it.',
  translations:
    '`together`: one in several languages is listed once, with the others in `alsoIn`. `apart`: each by itself.',
  within: 'A year or a month of the journal’s calendar, such as `2026` or `2026-05`.',
  ...byKind([...kindsWith('entry'), 'article'], (kind) => `The slug of ${oneOf(kind)}.`),
  saidIn: 'The language that the words were spoken in, a BCP 47 tag.',
  language: 'A language, as a BCP 47 tag.',
  order: 'By when they were first published. A cursor goes on in the order that it is sent with.',
  kind: 'What to find.',
  genre: 'The genre of articles.',
  stance: 'The stance of findings.',
  register: 'Where it was said: in public, in private, or not known.',
  on: 'As held at the end of this day of UTC, such as `2026-01-31`, by what is known today.',
  actorKind: 'The kind of actors.',
  actors: 'These actors alone or beside it, by their slugs, with commas between.',
  year: 'The year of publication.',
};
