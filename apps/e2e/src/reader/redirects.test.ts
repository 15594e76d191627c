import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { archiveArticle } from '@viewpoints/api/articles/archive-article';
import { createArticle } from '@viewpoints/api/articles/create-article';
import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import type { CommandContext } from '@viewpoints/api/command';
import {
  addRedirect,
  removeRedirect,
  saveRedirect,
} from '@viewpoints/api/redirects/edit-redirects';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
let publisher: CommandContext;
let author: CommandContext;
beforeAll(async () => {
  fixture = await startReaders(2, { CACHE_STATUS: 'on' });
  publisher = await fixture.publisher();
  const { id } = await fixture.editorial.account.findFirstOrThrow({
    where: { NOT: { id: publisher.account?.id ?? '' } },
  });
  author = { ...publisher, account: { id, roles: ['editor'] } };
}, 180_000);
afterAll(() => fixture?.stop());

const ask = (path: string, method = 'GET', instance = 0) =>
  fetch((fixture.urls[instance] ?? '') + path, { redirect: 'manual', method });
const at = async (path: string, method?: string) => {
  const answers = await Promise.all(fixture.urls.map((_, each) => ask(path, method, each)));
  const responses = answers.map(
    ({ status, headers }) => `${status} ${headers.get('location') ?? ''}`,
  );
  expect(new Set(responses).size).toBe(1);
  return responses[0];
};
const add = (from: string, to: string) => addRedirect(publisher, { content: { from, to } });

describe('an address that is nothing here', () => {
  it('is sent on once somebody says so, everywhere at once, until it is taken back', async () => {
    expect(await at('/2019/ports')).toBe('404 ');
    const { id } = await add('/2019/ports', '/articles/the-arithmetic-of-ashkand');
    const to = '308 /articles/the-arithmetic-of-ashkand';
    for (const path of ['/2019/ports', '/2019/Ports/', '/2019/ports?utm_source=x&b=c'])
      for (const method of ['GET', 'HEAD', 'GET']) expect(await at(path, method)).toBe(to);
    const kept = await ask('/2019/ports');
    expect(kept.headers.get('cache-status')).toMatch(/^viewpoints; hit/);
    expect(kept.headers.get('cache-control')).toBe('no-cache');
    expect((await ask('/2019/Ports/')).headers.get('cache-status')).toBeNull();
    expect(await at('/2019/ports.md')).toBe(`${to}.md`);
    expect((await fetch(`${fixture.urls[0]}/2019/ports.md`)).headers.get('content-type')).toMatch(
      /^text\/markdown/,
    );
    await saveRedirect(publisher, {
      ...{ id, seen: 1, content: { from: '/2019/ports', to: 'https://elsewhere.example/a?b' } },
    });
    expect(await at('/2019/ports')).toBe('308 https://elsewhere.example/a?b');
    await removeRedirect(publisher, { id });
    expect(await at('/2019/ports')).toBe('404 ');
  });

  it('is sent on by its query, and to nowhere that a reader names', async () => {
    await add('/index.php?id=7', '/articles/seven');
    await add('/?p=4711', '/articles/posted');
    expect(await at('/index.php?id=7&utm_source=x')).toBe('308 /articles/seven');
    expect(await at('/?page_id=4711')).toBe('308 /articles/posted');
    for (const path of [
      ...['/index.php?id=8', '/index.php', '/index.php?to=https://elsewhere.example'],
      ...['/index.php/%2e%2e//elsewhere.example', '//elsewhere.example/x'],
    ])
      expect((await at(path))?.includes('elsewhere.example/x'), path).toBe(false);
    expect(await at('/?p=4712')).toBe('200 ');
  });

  it('leads to nothing more than another address where that is a draft', async () => {
    const draft = await createArticle(author, { headline: 'A draft' });
    await add('/to-a-draft', `/articles/${draft.slug}`);
    await add('/to-nothing', '/articles/never-written');
    const answers = await Promise.all(
      ['/to-a-draft', '/to-nothing'].map((path) => fetch(`${fixture.urls[0]}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const [first, second] = await Promise.all(answers.map((each) => each.text()));
    expect(first).toBe(second);
  });
});

describe('what the journal has', () => {
  it('is before a redirect from its address, which is found once it is gone', async () => {
    const slug = 'the-grammar-of-conditions';
    const { id } = await fixture.editorial.article.findUniqueOrThrow({ where: { slug } });
    await add(`/articles/${slug}`, '/articles/instead');
    expect(await at(`/articles/${slug}`)).toBe('200 ');
    await archiveArticle(publisher, { id });
    expect(await at(`/articles/${slug}`)).toBe('308 /articles/instead');
    expect(await at(`/articles/${slug}.md`)).toBe('308 /articles/instead.md');
  });

  it('is found as soon as a page comes to be where readers were sent on', async () => {
    expect(await at('/articles/never-was')).toBe('404 ');
    await add('/articles/never-was', '/articles/other');
    expect(await at('/articles/never-was')).toBe('308 /articles/other');
    await add('/to-write-to', '/about');
    for (const _ of [1, 2]) expect(await at('/to-write-to')).toBe('308 /about');
    const page = await createArticle(author, {
      kind: 'page',
      headline: 'To write to',
      parent: null,
    });
    const content = {
      ...articleContentOf(page),
      standfirst: 'Said in a sentence.',
      body: {
        ...{ type: 'doc' as const },
        content: [
          { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Write.' }] },
        ],
      },
    };
    await saveArticle(author, { id: page.id, seen: page.save, content });
    const { revisionId } = await submitArticle(author, { id: page.id });
    const { approvedRevisionId } = await approveArticle(publisher, { id: page.id, revisionId });
    await publishArticle(publisher, { id: page.id, revisionId: approvedRevisionId ?? '' });
    expect(await at('/to-write-to')).toBe('200 ');
  });
});
