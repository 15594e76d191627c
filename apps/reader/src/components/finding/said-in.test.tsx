import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { addAccount, addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { findingMarkdown } from '@viewpoints/domain/markdown/finding-markdown';
import { withdrawnView } from '@viewpoints/published/project/write-withdrawal';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findingItem } from '../../resources/feeds/finding-items.ts';
import { renderPart } from '../../testing/render-part.tsx';
import { FindingPage } from './finding-page.tsx';
import { FindingsPage } from './findings-page.tsx';

const site = { siteUrl: 'https://journal.example', language: 'en' };
const log = { debug() {}, info() {}, warn() {}, error() {} };

let db: TestDatabase;
let caller: ReaderCaller;
let api: ReturnType<ReaderCaller['calls']>;
let finding: Finding;
beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  db = await createTestDatabase();
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  api = caller.calls();
  const by = (await addAccount(db.editorial)).id;
  const article = await addArticle(db.editorial, { by });
  finding = await addFinding(db.editorial, article, { by, saidIn: 'ps' });
  await publish(db.editorial, article.id, { at: new Date('2021-02-01T09:00:00.000Z') });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller?.close();
  await db?.drop();
});

describe('a finding that was said in another language than its article is in', () => {
  it('says so in lists and on its own page', async () => {
    const page = await api.findings.list({});
    const list = <FindingsPage page={page} actors={[]} issues={[]} filter={{}} />;
    expect(await renderPart(caller, list)).toContain('Said in Pashto.');
    const own = <FindingPage page={await api.findings.byId({ id: finding.id })} />;
    expect(await renderPart(caller, own)).toMatch(/<dt>Said in<\/dt><dd dir="auto">Pashto<\/dd>/);
  });

  it('says so in feeds and as Markdown, in words and as data', async () => {
    const page = await api.findings.byId({ id: finding.id });
    const item = findingItem({ finding: page.finding, updatedAt: page.finding.publishedAt }, site);
    expect(item.html).toContain('Said in Pashto.');
    expect(item.extension).toMatchObject({ saidIn: 'ps' });
    const markdown = findingMarkdown(page, site);
    expect(markdown).toContain('Said in Pashto.');
    expect(markdown).toContain('\nsaid_in: "ps"\n');
  });

  it('no longer says so once it is withdrawn', async () => {
    const page = await api.findings.byId({ id: finding.id });
    expect(withdrawnView(page.finding).saidIn).toBeNull();
  });
});
