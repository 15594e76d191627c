import { type PublicSet, publicSetOf } from '../articles/public-set.ts';
import type { Document } from '../document/document.ts';
import { aChart } from './a-chart.ts';
import { aJournalView } from './a-publishable-input.ts';
import {
  aCorrection,
  aFinding,
  anActor,
  anArticleContent,
  anAuthor,
  anIssue,
  aPlace,
  aSeries,
  aSource,
  aTopic,
  idOf,
  ids,
  sentence,
  times,
} from './builders.ts';

const text = (words: string) => ({ type: 'text' as const, text: words });
const paragraph = (words: string) => ({ type: 'paragraph' as const, content: [text(words)] });
const cell = { colspan: 1, rowspan: 1, colwidth: null };

/** A body with every kind of block, mark and note that a document can have. */
export const fullBody: Document = {
  type: 'doc',
  content: [
    paragraph(`${sentence}, says the paper.`),
    { type: 'heading', attrs: { level: 2 }, content: [text('After the weir')] },
    {
      type: 'paragraph',
      content: [
        {
          ...text('a letter'),
          marks: [{ type: 'link', attrs: { href: 'mailto:desk@weir.example' } }],
        },
        { ...text('a path'), marks: [{ type: 'link', attrs: { href: '/articles/the-weir' } }] },
        { ...text('a site'), marks: [{ type: 'link', attrs: { href: 'https://weir.example/a' } }] },
        { ...text('mot'), marks: [{ type: 'language', attrs: { lang: 'fr', dir: null } }] },
        { ...text('said'), marks: [{ type: 'emphasis' }, { type: 'strong' }] },
        { type: 'footnote', content: [text('As the annex has it.')] },
      ],
    },
    { type: 'pullQuote', content: [text('Share the river first')] },
    { type: 'blockQuote', content: [paragraph('So the paper says.')] },
    {
      type: 'callout',
      attrs: { kind: 'warning', title: 'How they counted' },
      content: [paragraph('Twice, by hand')],
    },
    {
      type: 'keyPoints',
      content: [{ type: 'keyPoint', content: [text('All six sluices are shut')] }],
    },
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('First the sluices'),
            {
              type: 'bulletList',
              content: [{ type: 'listItem', content: [paragraph('all six')] }],
            },
          ],
        },
      ],
    },
    {
      type: 'figure',
      attrs: {
        mediaId: ids.media,
        alt: 'A weir at dusk',
        credit: 'Drawn here',
        width: 8,
        height: 6,
      },
      content: [text('The old weir')],
    },
    {
      type: 'file',
      attrs: { mediaId: ids.media, title: 'The minutes', pages: 2, byteSize: 900 },
    },
    {
      type: 'embed',
      attrs: {
        ...{ kind: 'map', href: 'https://maps.example/weir', title: 'The weir on a map' },
        ...{ mediaId: null, alt: 'Six sluices' },
      },
      content: [text('Where it stands')],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: cell, content: [paragraph('Sluice')] },
            { type: 'tableCell', attrs: cell, content: [paragraph('open')] },
          ],
        },
      ],
    },
    aChart(),
    { type: 'codeBlock', attrs: { language: 'text' }, content: [text('gauge=3')] },
    { type: 'divider' },
  ],
};

/** A set in which every view has something in every field. */
export function aFullPublicSet(): PublicSet {
  const parentActor = anActor({ id: idOf(201), slug: 'the-delta', name: 'The Delta' });
  const parentIssue = anIssue({ id: idOf(202), slug: 'water', name: 'Water' });
  const set = publicSetOf({
    id: ids.article,
    content: anArticleContent({
      body: fullBody,
      series: { seriesId: ids.series, part: 1 },
    }),
    findings: [
      {
        ...aFinding({
          holders: [{ actorId: ids.actor, wording: 'the council', basis: 'second_hand' }],
          scope: { text: 'until the rains', edtf: '2031' },
          consensus: { agreeing: 3, interviewed: 4, population: 'fishers', novelty: 'none before' },
          evidence: {
            quote: aFinding().evidence.quote,
            locators: [{ sourceId: ids.source, locator: 'p. 4' }],
          },
        }),
        publishedAt: times.published,
      },
    ],
    version: 2,
    publishedAt: times.published,
    revisedAt: times.now,
    versions: [
      { number: 1, at: times.published, note: null },
      { number: 2, at: times.now, note: 'The month was wrong.' },
    ],
    corrections: [aCorrection()],
    retraction: null,
    authors: [anAuthor({ about: 'Writes on rivers', sameAs: ['https://lind.example/'] })],
    topics: [aTopic({ description: 'All that flows' })],
    files: [
      {
        ...{ mediaId: ids.media, src: `/media/${ids.media}.pdf`, pages: 2, byteSize: 900 },
        text: 'The minutes of the delta',
      },
    ],
    pictures: [{ mediaId: ids.media, src: `/media/${ids.media}`, width: 8, height: 6 }],
    sources: [aSource({ archiveUrl: 'https://archive.example/marsh' })],
    waivers: [],
    actors: [
      anActor({
        ...{ aliases: ['the Council'], description: 'Sits in Ostrava', partOfId: parentActor.id },
      }),
      parentActor,
    ],
    issues: [anIssue({ description: 'Who may draw what', parentId: parentIssue.id }), parentIssue],
    places: [aPlace()],
    series: [aSeries({ about: 'In three parts' })],
    formerSlugs: [
      { refId: ids.article, slug: 'water-first' },
      { refId: ids.actor, slug: 'old-council' },
    ],
    journal: { ...aJournalView(), notice: 'Invented', contact: 'desk@meridian.example' },
    locale: 'en',
  });
  const retraction = { at: times.now, why: 'It was invented.' };
  // No article has both a body and a retraction; the schema of the view allows it.
  return { ...set, article: { ...set.article, retraction } };
}
