import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { archiveArticle } from '@viewpoints/api/articles/archive-article';
import { createArticle } from '@viewpoints/api/articles/create-article';
import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { retractArticle } from '@viewpoints/api/articles/retract-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import type { CommandContext } from '@viewpoints/api/command';
import { saveMenus } from '@viewpoints/api/menus/save-menus';
import { getMenus } from '@viewpoints/db/editorial/menus';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { MenuEntry, Menus } from '@viewpoints/domain/menus/menu';
import { noMenus } from '@viewpoints/domain/menus/menu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
let author: CommandContext;
let publisher: CommandContext;
beforeAll(async () => {
  fixture = await startReaders(2, { CACHE_STATUS: 'on' });
  publisher = await fixture.publisher();
  const { id } = await fixture.editorial.account.findFirstOrThrow({
    where: { NOT: { id: publisher.account?.id ?? '' } },
  });
  author = { ...publisher, account: { id, roles: ['editor'] } };
}, 180_000);
afterAll(() => fixture?.stop());

const everywhere = (path: string) =>
  Promise.all(fixture.urls.map(async (url) => (await fetch(url + path)).text()));
const headOf = (html: string) => /<nav id="menu".*?<\/nav>/s.exec(html)?.[0] ?? '';
const footOf = (html: string) => /<footer.*?<\/footer>/s.exec(html)?.[0] ?? '';

async function publishPage(headline: string): Promise<string> {
  const page = await createArticle(author, { kind: 'page', headline, parent: 'about' });
  await saveArticle(author, {
    ...{ id: page.id, seen: page.save },
    content: {
      ...{ ...articleContentOf(page), standfirst: 'Said in a sentence.' },
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'All of it.' }] }],
      },
    },
  });
  const { revisionId } = await submitArticle(author, { id: page.id });
  const { approvedRevisionId } = await approveArticle(publisher, { id: page.id, revisionId });
  await publishArticle(publisher, { id: page.id, revisionId: approvedRevisionId ?? '' });
  return page.id;
}
async function save(content: Menus): Promise<void> {
  const { save: seen } = await getMenus(fixture.editorial);
  await saveMenus(publisher, { seen, content });
}
const to = (target: MenuEntry['target'], label = ''): MenuEntry => ({ target, label });

describe('the menus of every page', () => {
  it('are what the program makes of the topics until an editor makes one', async () => {
    for (const html of await everywhere('/archive')) {
      expect(headOf(html)).toMatch(/href="\/topics\/[^"]+"/);
      expect(headOf(html)).toContain('popover="auto"');
      expect(headOf(html)).toMatch(/<a href="\/archive" aria-current="page"/);
      expect(footOf(html)).toContain('href="/about/accessibility"');
      expect(html).toContain('popoverTarget="menu"');
      expect(html).not.toMatch(/ style="| onclick=/);
    }
  });

  it('follow an editor at once on every instance, and a page that is retracted', async () => {
    const id = await publishPage('Who writes here');
    const topic = await fixture.editorial.topic.findFirstOrThrow({ orderBy: { position: 'asc' } });
    const pages = ['/', '/findings', '/about/who-writes-here'];
    for (const path of pages) await everywhere(path);
    await save({
      head: [
        to({ kind: 'page', id }),
        to({ kind: 'topic', id: topic.id }, 'A topic <b>'),
        to({ kind: 'address', address: 'https://shop.example/?a=1&b=2' }, 'Shop'),
      ],
      foot: [
        { heading: 'The journal', entries: [to({ kind: 'built_in', name: 'about' }, 'About us')] },
      ],
      social: ['https://social.example/@causeway'],
    });
    for (const path of pages)
      for (const html of await everywhere(path)) {
        expect(headOf(html)).toMatch(/who-writes-here[^>]*>Who writes here</);
        expect(headOf(html)).toContain('A topic &lt;b&gt;');
        expect(headOf(html)).toContain('https://shop.example/?a=1&amp;b=2');
        expect(headOf(html)).not.toContain('href="/findings"');
        expect(footOf(html)).toMatch(/<h2[^>]*>The journal<\/h2>/);
        expect(footOf(html)).toContain('href="https://social.example/@causeway" rel="me"');
        expect(footOf(html)).not.toContain('/about/privacy');
      }
    const [own = ''] = await everywhere('/about/who-writes-here');
    expect(headOf(own)).toMatch(/who-writes-here" aria-current="page"/);
    expect(footOf(own)).toMatch(/href="\/about" aria-current="true"/);

    await retractArticle(publisher, { id, why: 'They do not.' });
    for (const path of ['/', '/findings'])
      for (const html of await everywhere(path)) {
        expect(html).not.toContain('who-writes-here');
        expect(headOf(html)).toContain('A topic');
      }
  });

  it('drop no page of the cache that shows nothing else of what was published', async () => {
    const topic = await fixture.editorial.topic.findFirstOrThrow({ orderBy: { position: 'asc' } });
    await save({ ...noMenus, head: [to({ kind: 'topic', id: topic.id })] });
    const url = `${fixture.urls[0]}/about/privacy`;
    await fetch(url);
    const article = await fixture.editorial.publishedArticleTopic.findFirstOrThrow({
      where: { topicId: topic.id },
    });
    await archiveArticle(publisher, { id: article.articleId });
    expect((await fetch(url)).headers.get('cache-status')).toMatch(/^viewpoints; hit/);
    await save(noMenus);
    expect(headOf(await (await fetch(url)).text())).toContain('href="/findings"');
  });
});
