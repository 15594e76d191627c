import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { inTransaction } from '@viewpoints/db/client';
import {
  addAccount,
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addIssue,
  addPlace,
  addSeries,
  addSource,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { PublicFindingState } from '@viewpoints/domain/findings/finding-view';
import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import {
  canary,
  type PlantedJournal,
  plantJournal,
} from '@viewpoints/published/testing/planted-journal';
import { publish } from '@viewpoints/published/testing/publish';
import { retract } from '@viewpoints/published/testing/retract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeResource } from '../testing/make-resource.ts';
import { pageMarkdown } from './markdown/page-markdown.ts';

const site = 'https://journal.example';
const log = { debug() {}, info() {}, warn() {}, error() {} };
const at = new Date('2021-03-01T09:00:00.000Z');

let db: TestDatabase;
let caller: ReaderCaller;
let journal: PlantedJournal;

beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  db = await createTestDatabase();
  journal = await plantJournal(db);
  const { editorial } = db;
  const by = (await addAccount(editorial)).id;
  const actor = await addActor(editorial, {
    ...{ slug: 'ostrava', name: 'Ostrava', aliases: ['the city'] },
  });
  const issue = await addIssue(editorial, { slug: 'dams', name: 'Dams' });
  const topic = await addTopic(editorial, { slug: 'rivers', name: 'Rivers' });
  const series = await addSeries(editorial, { slug: 'the-delta', name: 'The delta' });
  const place = await addPlace(editorial, { slug: 'the-weir', coordinates: [69.17, 34.53] });
  const author = await addAuthor(editorial, { slug: 'ines', name: 'Ines Field' });
  const source = await addSource(editorial, { slug: 'a-report', title: 'A report on rivers' });
  const article = await addArticle(editorial, {
    ...{ by, slug: 'the-quay', headline: 'The quay that sank', standfirst: 'A short [story].' },
    ...{ topicIds: [topic.id], series: { seriesId: series.id, part: 1 }, sourceIds: [source.id] },
    byline: { kind: 'authors', authorIds: [author.id] },
  });
  await addFinding(editorial, article, {
    ...{ by, issueIds: [issue.id], placeIds: [place.id] },
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
  });
  await publish(editorial, article.id, { at });
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller?.close();
  await db?.drop();
});

const make = (path: string) => makeResource(caller, path);
const proposition = '### Ostrava will not sign before the rains';
const listed = `- [The quay that sank](<${site}/articles/the-quay.md>) (2021-03-01): A short \\[story\\].`;

describe('pages that list something, as Markdown', () => {
  it.each([
    ['/actors/ostrava', '# Ostrava', 'Also called the city.'],
    [
      '/actors/ostrava',
      `- [Dams](<${site}/positions/ostrava/dams.md>), in public: Refuses: `,
      proposition,
    ],
    [
      '/issues/dams',
      `- [Ostrava](<${site}/positions/ostrava/dams.md>), in public: Refuses: `,
      proposition,
    ],
    ['/positions/ostrava/dams', '# Ostrava: Dams', proposition],
    ['/topics/rivers', '# Rivers', listed],
    ['/series/the-delta', 'One part so far.', listed],
    ['/places/the-weir', '34.53° N, 69.17° E', listed],
    ['/people/ines', '# Ines Field', listed],
    ['/sources/a-report', '# A report on rivers', listed],
    ['/archive', '# Archive', listed],
    ['/archive/2021', '# 2021', listed],
    ['/archive/2021/03', '# 2021-03', listed],
    ['/findings', '# Findings', proposition],
    ['/corrections', '# Corrections', ''],
  ])('%s.md has %s and %s, and leads to the page', async (path, first, second) => {
    const { resource, text } = await make(`${path}.md`);
    expect(resource).toMatchObject({
      type: 'text/markdown; charset=utf-8',
      links: `<${site}${path}>; rel="canonical"; type="text/html"`,
    });
    expect(text).toContain(`url: "${site}${path}"`);
    expect(text).toContain(first);
    expect(text).toContain(second);
  });

  it('have with each finding its holders, its source and its terms', async () => {
    const { text, record } = await make('/positions/ostrava/dams.md');
    expect(text).toContain('**Ostrava** · Refuses');
    expect(text).toContain(`[On the record](<${site}/about/attribution#on_record>)`);
    expect([...record.tags].some((tag) => tag.startsWith('finding:'))).toBe(true);
  });

  it('have no finding that the journal had wrong', async () => {
    const { findings } = await caller.calls().positions.get({ actor: 'ostrava', issue: 'dams' });
    const [finding] = findings;
    if (finding === undefined) throw new Error('no finding');
    const written = (state: PublicFindingState) =>
      pageMarkdown(
        {
          ...{ path: '/findings', kind: 'findings', title: 'Findings', about: [] },
          findings: [{ ...finding, state }],
        },
        { siteUrl: site, language: 'en' },
      );
    for (const state of ['published', 'superseded'] as const)
      expect(written(state), state).toContain(proposition);
    for (const state of ['corrected', 'withdrawn'] as const)
      expect(written(state), state).not.toContain('will not sign');
  });

  it.each([
    '/actors/never-was.md',
    '/issues/never-was.md',
    '/positions/ostrava/never-was.md',
    '/sources/never-was.md',
    '/archive/1999.md',
    '/archive/2021/13.md',
    '/findings.md?cursor=nonsense',
  ])('are not there at %s', async (path) => {
    expect((await make(path)).resource).toBeNull();
  });

  it('lead to the rest of a long list', async () => {
    const { editorial } = db;
    const by = (await addAccount(editorial)).id;
    const topic = await addTopic(editorial, { slug: 'long', name: 'Long' });
    for (let n = 0; n < 21; n += 1) {
      const article = await addArticle(editorial, { by, topicIds: [topic.id] });
      await publish(editorial, article.id, { at: new Date(at.getTime() + n * 1000) });
    }
    const first = (await make('/topics/long.md')).text;
    const more = /\[More\]\(<https:\/\/journal\.example(\/topics\/long\.md\?cursor=[^>]+)>\)/.exec(
      first,
    );
    const second = (await make(more?.[1] ?? '')).text;
    const links = [first, second].map((text) => [...text.matchAll(/articles\/([^>]+)\.md/g)]);
    expect(links.map(({ length }) => length)).toEqual([20, 1]);
    expect(second).not.toContain('[More]');
  });

  it('have nothing of an article that was retracted', async () => {
    const { editorial } = db;
    const by = (await addAccount(editorial)).id;
    const topic = await addTopic(editorial, { slug: 'withdrawn' });
    const series = await addSeries(editorial, { slug: 'withdrawn' });
    const given = { by, topicIds: [topic.id], standfirst: 'What was wrong.' };
    const articles = [
      await addArticle(editorial, { ...given, series: { seriesId: series.id, part: 1 } }),
      await addArticle(editorial, { ...given, series: { seriesId: series.id, part: 2 } }),
    ];
    for (const { id } of articles) await publish(editorial, id, { at });
    const [articleId = ''] = articles.map(({ id }) => id);
    await inTransaction(editorial, (tx) =>
      retract(tx, { articleId, by, at: at.toISOString(), why: 'It was wrong.' }, at),
    );
    for (const path of ['/topics/withdrawn.md', '/series/withdrawn.md']) {
      const { text } = await make(path);
      expect(text.split('What was wrong.'), path).toHaveLength(2);
    }
  });
});

describe('a journal with something to hide', () => {
  it('has no canary in Markdown at any address', async () => {
    const paths = ['/archive', '/findings', '/corrections', '/archive/2021'];
    const slugs: Record<string, string[]> = {};
    for (const kind of kindsWith('path')) {
      const { path, table } = kinds[kind];
      if (kind === 'finding') continue;
      const rows = await db.sql<{ slug: string }>(`SELECT slug FROM ${table}`);
      slugs[kind] = rows.map(({ slug }) => slug);
      paths.push(...slugs[kind].map((slug) => `/${path}/${slug}`));
    }
    for (const actor of slugs.actor ?? [])
      for (const issue of slugs.issue ?? []) paths.push(`/positions/${actor}/${issue}`);
    const ids = [...Object.values(journal.seen), ...Object.values(journal.hidden)];
    paths.push(...ids.map((id) => `/findings/${id}`));
    let found = 0;
    for (const path of paths) {
      const { resource, text } = await make(`${path}.md`);
      if (resource !== null) found += 1;
      expect(text, path).not.toContain(canary);
    }
    expect(found).toBeGreaterThan(15);
  });
});
