import { describe, expect, test } from 'vitest';
import type { FindingState } from '../findings/finding.ts';
import { aFullPublicSet } from '../testing/a-full-public-set.ts';
import { aJournalView } from '../testing/a-publishable-input.ts';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  anArticleContent,
  anAuthor,
  anIssue,
  aPlace,
  aSeries,
  aSource,
  aTopic,
  aWaiver,
  idOf,
  ids,
  times,
} from '../testing/builders.ts';
import { type PublicSetInput, publicEntryOf, publicSetOf } from './public-set.ts';

const going = (overrides: Parameters<typeof aFinding>[0] = {}) => ({
  ...aFinding(overrides),
  publishedAt: times.published,
});

function anInput(overrides: Partial<PublicSetInput> = {}): PublicSetInput {
  return {
    id: ids.article,
    content: anArticleContent(),
    findings: [going()],
    version: 1,
    publishedAt: times.published,
    revisedAt: times.published,
    versions: [{ number: 1, at: times.published, note: null }],
    corrections: [],
    retraction: null,
    authors: [anAuthor()],
    topics: [aTopic()],
    pictures: [],
    sources: [aSource()],
    waivers: [],
    actors: [anActor()],
    issues: [anIssue()],
    places: [aPlace()],
    series: [aSeries()],
    formerSlugs: [],
    journal: aJournalView(),
    locale: 'en',
    ...overrides,
  };
}

/** "actor 5": the kind of each entry and the number in its id. */
const entriesOf = (overrides: Partial<PublicSetInput>) =>
  publicSetOf(anInput(overrides)).entries.map(
    ({ kind, id }) => `${kind} ${Number.parseInt(id.slice(-12), 16)}`,
  );

const viewsOf = (kind: string, overrides: Partial<PublicSetInput>) =>
  publicSetOf(anInput(overrides))
    .entries.filter((each) => each.kind === kind)
    .map(({ view }) => view);

describe('the entries that an article makes public', () => {
  test('given an article with a finding, then all that either names, each once', () => {
    const inSeries = anArticleContent({ series: { seriesId: ids.series, part: 1 } });
    expect(entriesOf({ content: inSeries })).toEqual([
      ...['topic 7', 'author 9', 'series 14', 'actor 5', 'issue 6', 'place 8', 'source 4'],
    ]);
  });

  test('given an entry that nothing names, then it is not in the set', () => {
    expect(
      entriesOf({
        authors: [anAuthor(), anAuthor({ id: idOf(309), slug: 'other' })],
        topics: [aTopic(), aTopic({ id: idOf(307), slug: 'other' })],
        actors: [anActor(), anActor({ id: idOf(305), slug: 'other' })],
        issues: [anIssue(), anIssue({ id: idOf(306), slug: 'other' })],
        places: [aPlace(), aPlace({ id: idOf(308), slug: 'other' })],
        sources: [aSource(), aSource({ id: idOf(304), slug: 'other' })],
      }),
    ).toEqual(['topic 7', 'author 9', 'actor 5', 'issue 6', 'place 8', 'source 4']);
  });

  test.each([
    ['nobody to name', { kind: 'none' as const, reason: 'For their safety' }],
    ['no byline yet', null],
  ])('given %s, then no author', (_, byline) => {
    expect(entriesOf({ content: anArticleContent({ byline }) })).toEqual([
      ...['topic 7', 'actor 5', 'issue 6', 'place 8', 'source 4'],
    ]);
  });

  test('given a retraction, then its topics and authors only: the text is gone', () => {
    expect(
      entriesOf({
        content: anArticleContent({ series: { seriesId: ids.series, part: 1 } }),
        retraction: { at: times.now, why: 'It was invented.' },
      }),
    ).toEqual(['topic 7', 'author 9']);
  });

  const everyState: Record<FindingState, boolean> = {
    proposed: false,
    rejected: false,
    verified: true,
    published: true,
    superseded: true,
    withdrawn: true,
  };

  test.each(Object.entries(everyState) as [FindingState, boolean][])(
    'given a finding that is %s, then what it names becomes public: %s',
    (state, isShown) => {
      const content = anArticleContent({ sourceIds: [] });
      const named = isShown ? ['actor 5', 'issue 6', 'place 8', 'source 4'] : [];
      expect(entriesOf({ content, findings: [going({ state })] })).toEqual([
        ...['topic 7', 'author 9', ...named],
      ]);
    },
  );

  test('given the same entries named twice, then in the order they are named, each once', () => {
    const [council, delta] = [anActor(), anActor({ id: idOf(305), slug: 'delta', name: 'Delta' })];
    const holder = (actorId: string | null, wording: string | null = null) => ({
      ...{ actorId, wording, basis: 'second_hand' as const },
    });
    expect(
      entriesOf({
        content: anArticleContent({ topicIds: [idOf(307), ids.topic] }),
        topics: [aTopic(), aTopic({ id: idOf(307), slug: 'weirs' })],
        actors: [council, delta],
        findings: [
          going({ holders: [holder(delta.id), holder(null, 'two fishers')] }),
          going({ id: idOf(303), number: 2, holders: [holder(council.id), holder(delta.id)] }),
        ],
      }),
    ).toEqual([
      ...['topic 307', 'topic 7', 'author 9', 'actor 305', 'actor 5', 'issue 6', 'place 8'],
      'source 4',
    ]);
  });

  test('given entries that are known nowhere, then they are left out', () => {
    expect(
      entriesOf({
        ...{ authors: [], topics: [], actors: [], issues: [], places: [], sources: [] },
        content: anArticleContent({ series: { seriesId: ids.series, part: 1 } }),
        series: [],
        findings: [],
      }),
    ).toEqual([]);
  });
});

describe('what is above an entry in its tree', () => {
  const basin = anActor({ id: idOf(302), slug: 'basin', name: 'The Basin' });
  const delta = anActor({ id: idOf(301), slug: 'delta', name: 'Delta', partOfId: basin.id });
  const council = anActor({ partOfId: delta.id });

  test('given actors above an actor, then all of them, each with the one above it', () => {
    const views = viewsOf('actor', { actors: [basin, delta, council] });
    expect(views).toMatchObject([
      { slug: 'marsh-council', partOf: { slug: 'delta', name: 'Delta' } },
      { slug: 'delta', partOf: { slug: 'basin', name: 'The Basin' } },
      { slug: 'basin', partOf: null },
    ]);
  });

  test('given issues above an issue, then all of them, each with the one above it', () => {
    const water = anIssue({ id: idOf(311), slug: 'water', name: 'Water' });
    const issues = [water, anIssue({ parentId: water.id })];
    expect(viewsOf('issue', { issues })).toMatchObject([
      { slug: 'shared-water', parent: { slug: 'water', name: 'Water' } },
      { slug: 'water', parent: null },
    ]);
  });

  test('given two actors that are part of each other, then each once', () => {
    const actors = [
      anActor({ partOfId: delta.id }),
      anActor({ id: delta.id, slug: 'delta', name: 'Delta', partOfId: ids.actor }),
    ];
    expect(viewsOf('actor', { actors })).toMatchObject([
      ...[{ slug: 'marsh-council' }, { slug: 'delta' }],
    ]);
  });

  test('given an actor known nowhere is named first, then what is above the next is found', () => {
    const holders = [idOf(399), ids.actor].map((actorId) => ({
      ...{ actorId, wording: 'the council', basis: 'second_hand' as const },
    }));
    expect(
      viewsOf('actor', { actors: [basin, delta, council], findings: [going({ holders })] }),
    ).toMatchObject([{ slug: 'marsh-council' }, { slug: 'delta' }, { slug: 'basin' }]);
  });

  test('given one above that is not known, then the entry is without a parent', () => {
    expect(viewsOf('actor', { actors: [council] })).toMatchObject([
      { slug: 'marsh-council', partOf: null },
    ]);
  });
});

describe('the sources that an article makes public', () => {
  const unlisted = anArticleContent({ sourceIds: [] });
  const second = aSource({ id: idOf(304), slug: 'second-paper', title: 'A second paper' });
  const sourcesOf = (overrides: Partial<PublicSetInput>) => {
    const { entries } = publicSetOf(anInput(overrides));
    return entries.filter(({ kind }) => kind === 'source').map(({ id }) => id);
  };
  const restingOn = (
    attribution: Partial<ReturnType<typeof aFinding>['attribution']>,
    locators: string[] = [],
  ) => {
    const given = aFinding();
    return going({
      attribution: { ...given.attribution, ...attribution },
      evidence: {
        ...given.evidence,
        locators: locators.map((sourceId) => ({ sourceId, locator: 'p. 4' })),
      },
    });
  };

  test('given a finding rests on one that the article does not list, then it is one', () => {
    expect(sourcesOf({ content: unlisted })).toEqual([ids.source]);
  });

  test('given a finding’s evidence is in another, then that is one as well', () => {
    const findings = [restingOn({}, [second.id])];
    expect(sourcesOf({ content: unlisted, sources: [second, aSource()], findings })).toEqual([
      ...[ids.source, second.id],
    ]);
  });

  test('given the finding’s own terms are narrower than its source’s, then it does not lead there', () => {
    const narrow = restingOn({ terms: 'background', descriptor: 'somebody who read it' }, [
      ids.source,
    ]);
    expect(sourcesOf({ content: unlisted, findings: [narrow] })).toEqual([]);
    expect(sourcesOf({ findings: [narrow] })).toEqual([ids.source]);
  });

  test('given a finding that rests on no source, then only those the article lists', () => {
    const findings = [restingOn({ sourceId: null, terms: 'on_record' })];
    expect(sourcesOf({ content: unlisted, findings })).toEqual([]);
    expect(sourcesOf({ findings })).toEqual([ids.source]);
  });

  test('given terms that let nothing be said, then no entry: the check refuses it', () => {
    const offRecord = aSource({ terms: { attribution: 'off_record', disclosure: 'clear' } });
    expect(sourcesOf({ sources: [offRecord] })).toEqual([]);
    const kept = aSource({ terms: { attribution: 'on_record', disclosure: 'amber' } });
    expect(sourcesOf({ sources: [kept] })).toEqual([]);
  });

  test('given a source under background terms, then its wording and no name', () => {
    expect(viewsOf('source', { sources: [aBackgroundSource()] })).toMatchObject([
      { id: null, terms: 'background', wording: 'a former minister', named: null },
    ]);
  });
});

describe('former addresses', () => {
  const formerSlugs = [
    { refId: ids.article, slug: 'water-first' },
    { refId: ids.actor, slug: 'old-council' },
    { refId: ids.source, slug: 'an-older-title' },
    { refId: ids.actor, slug: 'the-council' },
    { refId: idOf(399), slug: 'of-something-else' },
  ];
  const formerOf = (overrides: Partial<PublicSetInput>) =>
    publicSetOf(anInput({ formerSlugs, ...overrides })).entries.flatMap((entry) =>
      entry.formerSlugs.length > 0 ? [[entry.kind, ...entry.formerSlugs]] : [],
    );

  test('given the article and entries had others, then each has its own', () => {
    expect(publicSetOf(anInput({ formerSlugs })).formerSlugs).toEqual(['water-first']);
    expect(formerOf({})).toEqual([
      ['actor', 'old-council', 'the-council'],
      ['source', 'an-older-title'],
    ]);
  });

  test('given a source that is not named, then none: a title that was its address names it', () => {
    expect(formerOf({ sources: [aBackgroundSource()] })).toEqual([
      ['actor', 'old-council', 'the-council'],
    ]);
  });

  test('given a waiver signed off lets it be named, then its own again', () => {
    const waivers = [aWaiver()];
    expect(formerOf({ sources: [aBackgroundSource()], waivers })).toEqual([
      ['actor', 'old-council', 'the-council'],
      ['source', 'an-older-title'],
    ]);
  });
});

describe('what readers are shown of an entry', () => {
  test('given each kind, then these fields and no others', () => {
    const views = aFullPublicSet().entries.filter(({ id }) => id < idOf(200));
    expect(Object.fromEntries(views.map(({ kind, view }) => [kind, view]))).toEqual({
      topic: { slug: 'rivers', name: 'Rivers', description: 'All that flows' },
      author: {
        ...{ slug: 'tove-lind', name: 'Tove Lind', about: 'Writes on rivers' },
        sameAs: ['https://lind.example/'],
      },
      series: { slug: 'the-long-marsh', name: 'The long marsh', about: 'In three parts' },
      actor: {
        ...{ slug: 'marsh-council', kind: 'group', name: 'Marsh Council' },
        ...{ aliases: ['the Council'], description: 'Sits in Ostrava', wikidataId: null },
        partOf: { slug: 'the-delta', name: 'The Delta' },
      },
      issue: {
        ...{ slug: 'shared-water', name: 'Shared water', description: 'Who may draw what' },
        ...{ parent: { slug: 'water', name: 'Water' }, children: [] },
      },
      place: { slug: 'the-marsh', name: 'The Marsh', coordinates: null, wikidataId: null },
      source: {
        ...{ id: ids.source, terms: 'on_record', termsLabel: 'On the record' },
        wording: 'Sharing the marsh, Halden Institute, 2031',
        named: {
          ...{ slug: 'sharing-the-marsh', kind: 'report', title: 'Sharing the marsh' },
          ...{ publisher: 'Halden Institute', authors: ['Runa Veld'], issued: '2031' },
          ...{ url: 'https://halden.example/sharing-the-marsh', released: '2031-03' },
          archiveUrl: 'https://archive.example/marsh',
        },
      },
    });
  });

  test('given an entry by itself, then its view, with its former addresses where it has any', () => {
    const view = { slug: 'rivers', name: 'Rivers', description: '' };
    expect(publicEntryOf({ kind: 'topic', entry: aTopic() })).toEqual({
      ...{ kind: 'topic', id: ids.topic, view, formerSlugs: [] },
    });
    expect(publicEntryOf({ kind: 'topic', entry: aTopic() }, ['streams']).formerSlugs).toEqual([
      'streams',
    ]);
  });
});
