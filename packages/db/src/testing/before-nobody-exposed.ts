import { fileURLToPath } from 'node:url';
import type { SearchKind } from '@viewpoints/domain/kinds/kinds';
import type { Fixture } from './load-fixture.ts';

/** A fictional journal with leaks that were possible once; its README describes it. */
export const beforeNobodyExposed: Fixture = {
  directory: fileURLToPath(new URL('./fixtures/before-nobody-exposed/', import.meta.url)),
  migration: '20261125200000_search_phrases',
};

/** Words that are public in the fixture and should not be. */
export type Leak = {
  /** How they got out. */
  why: string;
  /** Slug of the article they belong to. */
  article: string;
  words: string;
  /** Every column in which readers' role has them, before the upgrade. */
  columns: string[];
  /** Results of the search for those words before the upgrade. */
  found: SearchKind[];
};

const inFinding = ['published_finding.view', 'published_version.view'];
const inBody = ['published_version.view', 'search_document.text'];
const viewAlone = ['published_version.view'];
const noticeSaid = (field: 'was' | 'now' | 'why') => [
  `published_correction.${field}`,
  ...viewAlone,
];

/** Words of an article that no reader should have, one row for each way they got out. */
export const leaks: Leak[] = [
  {
    why: 'a superseded finding was edited, and went out with the next version unverified',
    article: 'c1-sluices-may-be-sold',
    words: 'quenthrask',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'a superseded finding was edited to name a participant',
    article: 'c1-sluices-may-be-sold',
    words: 'Zqilya Vorrender',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'a source was narrowed to Chatham House under a superseded finding that names it',
    article: 'h1a-harbour-dues',
    words: 'Brovantide',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'a source was narrowed to off the record under a superseded finding',
    article: 'h1b-eel-quotas',
    words: 'Durmelisk',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'a source was narrowed to TLP:RED under a superseded finding',
    article: 'h1b-salt-levy',
    words: 'Fenwicorra',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'a participant was entered whom a superseded finding names',
    article: 'h1c-tide-tables',
    words: 'Tavish Ogrellin',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'a notice says the title of a source that was narrowed later',
    article: 'h2v-two-wells',
    words: 'Hespermoor',
    columns: noticeSaid('was'),
    found: [],
  },
  {
    why: 'a notice says the author of a source that was narrowed later',
    article: 'h2v-two-wells',
    words: 'Quillane Dastrevel',
    columns: ['published_correction.why', 'published_version.note', ...viewAlone],
    found: [],
  },
  {
    why: 'a notice names somebody who was entered as a participant later',
    article: 'h2x-rain-before-the-fair',
    words: 'Marek Undolphe',
    columns: noticeSaid('was'),
    found: [],
  },
  {
    why: 'headline and reason of a retracted article name a source that was narrowed later',
    article: 'h2r-on-the-minutes',
    words: 'Pellucastra',
    columns: ['published_article.summary', ...noticeSaid('why')],
    found: [],
  },
  {
    why: 'a notice has the words of a finding that was withdrawn later',
    article: 'h2w-north-gate-tolls',
    words: 'wexamble',
    columns: noticeSaid('now'),
    found: [],
  },
  {
    why: 'a retracted article keeps its section',
    article: 'l1-marsh-bridge',
    words: 'Yarrowmint',
    columns: ['published_article.summary', ...viewAlone],
    found: [],
  },
  {
    why: 'a retracted article keeps the words of its notices',
    article: 'l1-marsh-bridge',
    words: 'Corriwane',
    columns: ['published_correction.now', 'published_correction.was', ...viewAlone],
    found: [],
  },
  {
    why: 'a former slug says the title of a source that was narrowed later',
    article: 'l2-what-the-ministry-wrote',
    words: 'ombrith',
    columns: ['former_slug.slug'],
    found: [],
  },
  {
    why: 'an old version names a source that was narrowed later, and that the next does not rest on',
    article: 'old-version',
    words: 'Threnwick',
    columns: viewAlone,
    found: [],
  },
  {
    why: 'a participant is named in plain letters (Ilya Bjørn Ørstedsen)',
    article: 'm4-letters',
    words: 'Bjorn Orstedsen',
    columns: inBody,
    found: ['article'],
  },
  {
    why: 'a participant is named without the middle name (Ilya Bjørn Ørstedsen)',
    article: 'm4-middle-name',
    words: 'Ilya Ørstedsen asked',
    columns: inBody,
    found: ['article'],
  },
  {
    why: 'an affiliation is named in plain letters (Ministry of Wołgręda)',
    article: 'm4-affiliation',
    words: 'Ministry of Wolgreda',
    columns: inBody,
    found: ['article'],
  },
  {
    why: 'the publisher of an unnamed source is named',
    article: 'm4-publisher',
    words: 'Krestovel Society',
    columns: inBody,
    found: ['article'],
  },
  {
    why: 'an actor holds directly what was said under the Chatham House Rule, and nobody was entered',
    article: 'm4-direct-holder',
    words: 'Trellowin',
    columns: inFinding,
    found: ['finding'],
  },
  {
    why: 'the issue above that of a finding names a participant',
    article: 'm4-parent-issue',
    words: 'Orla Tamsett',
    columns: ['issue.name'],
    found: ['issue'],
  },
];

/** In no column that readers' role may see: what only the desk has, and what is not public. */
export const hiddenWords = [
  'Murkenfold',
  'Unseenwick',
  'Gisla Merrowby',
  'Jory Penhallick',
  'Hale Trevorrow',
  'Cador Wrensham',
];

/** Articles in which nothing is wrong, with a word of their headline and how many findings show. */
export const healthyArticles: { slug: string; word: string; findings: number }[] = [
  { slug: 'on-the-record', word: 'Alderbrisk', findings: 1 },
  { slug: 'background', word: 'Coldermarsh', findings: 1 },
  { slug: 'deep-background', word: 'Quillerby', findings: 1 },
  { slug: 'waiver', word: 'Ferndrick', findings: 1 },
  { slug: 'original', word: 'Marlespoke', findings: 1 },
  { slug: 'traduction', word: 'Marlespoke', findings: 1 },
  { slug: 'series-part-one', word: 'Thistlecombe', findings: 1 },
  { slug: 'series-part-two', word: 'Thistlecombe', findings: 1 },
  { slug: 'numbers-with-a-gap', word: 'Woldenash', findings: 2 },
  { slug: 'link-to-an-anchor', word: 'Skellowfen', findings: 0 },
  { slug: 'picture', word: 'Ottermere', findings: 0 },
  { slug: 'two-versions', word: 'Brindlewick', findings: 1 },
  { slug: 'live-and-being-edited', word: 'Corvandle', findings: 1 },
  { slug: 'verified-by-its-writer', word: 'Pennywhistle', findings: 1 },
];
