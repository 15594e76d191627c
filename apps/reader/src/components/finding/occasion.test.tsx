import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { addAccount, addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { findingMarkdown } from '@viewpoints/domain/markdown/finding-markdown';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findingItem } from '../../resources/feeds/finding-items.ts';
import { renderPart } from '../../testing/render-part.tsx';
import { FindingPage } from './finding-page.tsx';
import { FindingsPage } from './findings-page.tsx';

const site = { siteUrl: 'https://journal.example', language: 'en' };
const log = { debug() {}, info() {}, warn() {}, error() {} };
const occasion = 'Press conference in *Selk*';

let db: TestDatabase;
let caller: ReaderCaller;
let api: ReturnType<ReaderCaller['calls']>;
let by: string;
let article: Awaited<ReturnType<typeof addArticle>>;
let id: string;
beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  db = await createTestDatabase();
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  api = caller.calls();
  by = (await addAccount(db.editorial)).id;
  article = await addArticle(db.editorial, { by });
  ({ id } = await addFinding(db.editorial, article, { by, occasion }));
  await publish(db.editorial, article.id, { at: new Date('2021-02-01T09:00:00.000Z') });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller?.close();
  await db?.drop();
});

const listed = async () => {
  const page = await api.findings.list({});
  return renderPart(caller, <FindingsPage page={page} actors={[]} issues={[]} filter={{}} />);
};

describe('the occasion at which words were said', () => {
  it('is told in lists and on the page of the finding', async () => {
    expect(await listed()).toContain(`Occasion: ${occasion}.`);
    const own = await renderPart(caller, <FindingPage page={await api.findings.byId({ id })} />);
    expect(own).toContain(`<dt>Occasion</dt><dd dir="auto">${occasion}</dd>`);
  });

  it('is told in feeds and as Markdown, in words and as data', async () => {
    const page = await api.findings.byId({ id });
    const item = findingItem({ finding: page.finding, updatedAt: page.finding.publishedAt }, site);
    expect(item.html).toContain(`Occasion: ${occasion}.`);
    expect(item.extension).toMatchObject({ occasion });
    const markdown = findingMarkdown(page, site);
    expect(markdown).toContain('Occasion: Press conference in \\*Selk\\*.');
    expect(markdown).toContain(`\noccasion: "${occasion}"\n`);
  });

  it('can be searched', async () => {
    const found = await api.search.query({ q: 'conference selk' });
    expect(JSON.stringify(found)).toContain(id);
  });

  it('is not told of a finding that was published before there was such a field', async () => {
    const { id: older } = await addFinding(db.editorial, article, { by, occasion: null });
    await publish(db.editorial, article.id, { at: new Date('2021-02-02T09:00:00.000Z') });
    await db.sql(`UPDATE published_finding SET view = view - 'occasion' WHERE id = $1`, [older]);
    const page = await api.findings.byId({ id: older });
    expect(await renderPart(caller, <FindingPage page={page} />)).not.toContain('Occasion');
  });
});
