import { byKind, kindsWith, oneOf } from '@viewpoints/domain/kinds/kinds';
import type { readerProcedures } from '../reader-router.ts';

/** Descriptions of the resources in the OpenAPI document. */
export const resourceWords: Record<keyof typeof readerProcedures, string> = {
  journal: 'The masthead: what the journal is called, its language, time zone and notice.',
  front: 'The front page: the newest articles by rank, the newest findings, changes of position.',
  articles: 'Articles as they are now, and each published version as it was.',
  findings:
    'Reported positions. Keep with each its holders, its conditions, its state and the wording of its source.',
  positions: 'All that one actor holds on one issue.',
  topics: 'What articles are sorted by, in the order of the navigation.',
  series: 'Articles in several parts.',
  actors: 'States, bodies and people that hold positions.',
  issues: 'What positions are about.',
  places: 'Places that findings are about.',
  sources: 'Sources that may be named. One that terms protect has no address.',
  authors: 'Those named in bylines.',
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
  year: 'The year of publication.',
};
