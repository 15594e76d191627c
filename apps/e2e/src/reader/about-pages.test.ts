import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { createArticle } from '@viewpoints/api/articles/create-article';
import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { retractArticle } from '@viewpoints/api/articles/retract-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import type { CommandContext } from '@viewpoints/api/command';
import { placePage } from '@viewpoints/api/pages/place-page';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
let author: CommandContext;
let publisher: CommandContext;
let url = '';
beforeAll(async () => {
  fixture = await startReaders(2, { CACHE_STATUS: 'on' });
  url = fixture.urls[0] ?? '';
  publisher = await fixture.publisher();
  const { id } = await fixture.editorial.account.findFirstOrThrow({
    where: { NOT: { id: publisher.account?.id ?? '' } },
  });
  author = { ...publisher, account: { id, roles: ['editor'] } };
}, 180_000);
afterAll(() => fixture?.stop());

async function write(headline: string, parent: PageParent, change: object = {}): Promise<Article> {
  const page = await createArticle(author, { kind: 'page', headline, parent });
  return save(page, {
    standfirst: 'Said in a sentence.',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `All of ${headline}.` }] }],
    },
    ...change,
  });
}
async function save({ id }: { id: string }, change: object): Promise<Article> {
  const page = await findArticle(fixture.editorial, id);
  if (page === null) throw new Error('there is no such page');
  const content = { ...articleContentOf(page), ...change };
  return (await saveArticle(author, { id, seen: page.save, content })).article;
}
async function publish({ id }: { id: string }): Promise<void> {
  const { revisionId } = await submitArticle(author, { id });
  const { approvedRevisionId } = await approveArticle(publisher, { id, revisionId });
  await publishArticle(publisher, { id, revisionId: approvedRevisionId ?? '' });
}

const ask = (path: string) => fetch(url + path, { redirect: 'manual' });
const everywhere = (path: string) =>
  Promise.all(
    fixture.urls.map(async (each) => {
      const answer = await fetch(each + path, { redirect: 'manual' });
      return [answer.status, answer.headers.get('location') ?? (await answer.text())] as const;
    }),
  );

describe('a page of the journal about itself', () => {
  it('is at its path, kept, listed under About, in the sitemap and as Markdown', async () => {
    expect(await (await ask('/about')).text()).toContain('href="/about/privacy"');
    const page = await write('Who writes here', 'about');
    expect((await ask('/about/who-writes-here')).status).toBe(404);
    await publish(page);

    for (const [status, html] of await everywhere('/about/who-writes-here')) {
      expect([status, html.includes('All of Who writes here.')]).toEqual([200, true]);
      expect(html).toMatch(/"@type":"AboutPage"/);
      expect(html).toContain('<link rel="canonical"');
    }
    const kept = await ask('/about/who-writes-here');
    expect(kept.headers.get('cache-status')).toMatch(/^viewpoints; hit/);
    const tracked = await ask('/about/who-writes-here?utm_source=x');
    expect(tracked.headers.get('cache-status')).toMatch(/^viewpoints; hit/);
    for (const [, html] of await everywhere('/about'))
      expect(html).toContain('href="/about/who-writes-here"');
    expect(await (await ask('/sitemap-pages.xml')).text()).toContain('/about/who-writes-here<');
    const markdown = await ask('/about/who-writes-here.md');
    expect(markdown.headers.get('content-type')).toContain('text/markdown');
    expect(await markdown.text()).toContain('# Who writes here');
    expect(await (await ask('/search?q=Who+writes+here')).text()).toContain(
      'href="/about/who-writes-here"',
    );
    for (const path of ['/feed.xml', '/feed.json', '/news-sitemap.xml', '/archive', '/'])
      expect(await (await ask(path)).text(), path).not.toContain('who-writes-here');
  });

  it('sends on from former addresses and other spellings, and from nothing else', async () => {
    const page = await write('Our rules', null);
    await publish(page);
    const below = await write('Our exceptions', page.id);
    await publish(below);
    await save(page, { slug: 'house-rules' });
    await publish(page);
    expect(await everywhere('/our-rules')).toEqual([
      [308, '/house-rules'],
      [308, '/house-rules'],
    ]);
    for (const [from, to] of [
      ['/our-rules/our-exceptions', '/house-rules/our-exceptions'],
      ['/our-rules/our-exceptions.md', '/house-rules/our-exceptions.md'],
      ['/House-Rules', '/house-rules'],
      ['/house-rules/', '/house-rules'],
      ['/%68ouse-rules', '/house-rules'],
    ]) {
      const answer = await ask(from ?? '');
      expect([answer.status, answer.headers.get('location')], from).toEqual([308, to]);
    }
    const deep = `/${Array.from({ length: 300 }, () => 'a').join('/')}`;
    for (const path of [
      ...['/junk/our-exceptions', '/house-rules/junk', '/..%2fhouse-rules', '/house-rules.md.md'],
      ...['/articles/house-rules', deep, `/${'a'.repeat(1900)}`, '/house-rules%00'],
    ])
      expect((await ask(path)).status, path.slice(0, 40)).toBe(404);
    const tree = await ask('/house-rules/our-exceptions');
    expect(await tree.text()).toMatch(/<nav class="rubric"[^>]*><a href="\/house-rules"/);

    await placePage(publisher, { id: below.id, parent: 'about' });
    expect(await everywhere('/house-rules/our-exceptions')).toEqual([
      [308, '/about/our-exceptions'],
      [308, '/about/our-exceptions'],
    ]);
  });

  it('that is retracted is gone at once from every instance, but for its notice', async () => {
    const page = await write('Our awards', 'about');
    await publish(page);
    await everywhere('/about/our-awards');
    await everywhere('/about');
    await retractArticle(publisher, { id: page.id, why: 'There were none.' });
    for (const [status, html] of await everywhere('/about/our-awards')) {
      expect([status, html.includes('There were none.')]).toEqual([200, true]);
      expect(html).not.toContain('All of Our awards.');
    }
    for (const [, html] of await everywhere('/about')) expect(html).not.toContain('our-awards');
    for (const path of ['/sitemap-pages.xml', '/search?q=awards'])
      expect(await (await ask(path)).text(), path).not.toContain('All of Our awards');
  });

  it('in another language names it, and is set from right to left', async () => {
    await publish(
      await write('درباره ما', 'about', { slug: 'darbareh-ma', language: 'fa', direction: 'rtl' }),
    );
    const html = await (await ask('/about/darbareh-ma')).text();
    expect(html).toMatch(/<article[^>]*lang="fa"[^>]*dir="rtl"/);
  });
});
