import { addActor, addArticle, addFinding } from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Search from '../../app/(site)/search/page.tsx';
import { type OpenJournal, openJournal } from '../../testing/open-journal.ts';
import { renderRoute } from '../../testing/render-part.tsx';

const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));

let journal: OpenJournal;
beforeAll(async () => {
  journal = await openJournal();
  const { db, by } = journal;
  const actor = await addActor(db.editorial, { slug: 'port', name: 'The Port of Selk' });
  for (const [number, headline] of ['Lorries at the border', 'Lorries in the valley'].entries()) {
    const article = await addArticle(db.editorial, { by, headline });
    await addFinding(db.editorial, article, {
      ...{ by, proposition: 'Would count lorries twice' },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    });
    await publish(db.editorial, article.id, { at: day(number + 1) });
  }
});
afterAll(() => journal?.close());

const search = (fields: Record<string, string>) =>
  renderRoute(journal.caller, () =>
    Search({ params: Promise.resolve({}), searchParams: Promise.resolve(fields) }),
  );

describe('the search page', () => {
  it('shows tips and the newest articles before anything is searched for, and may be indexed', async () => {
    const { html } = await search({});
    expect(html).toMatch(/<details[^>]* open/);
    expect(html).toContain('Lorries in the valley');
    expect(html).not.toContain('noindex');
  });

  it('shows results with counts by kind, and is listed nowhere', async () => {
    const { html } = await search({ q: 'lorries' });
    expect(html).toContain('<strong>4 results</strong>');
    expect(html).toMatch(/Articles<span class="search-count"> 2<\/span>/);
    expect(html).toContain('noindex');
  });

  it('narrows by a facet, and removes it by a link', async () => {
    const { html } = await search({ q: 'lorries', actor: 'port' });
    expect(html).toContain('Remove filter: ');
    expect(html).toContain('href="/search?q=lorries"');
  });

  it('says what it searched for instead of a misspelt word', async () => {
    const { html } = await search({ q: 'lories' });
    expect(html).toContain('Showing results for');
    expect(html).toContain('Nothing was found for <span dir="auto">“lories”</span>');
  });

  it('names what a filter cannot be, and what it can', async () => {
    const { html } = await search({ q: 'lorries stance:banana' });
    expect(html).toMatch(/Ignored:.*stance:banana.*try .*supports/s);
  });

  it('leads on where nothing is found, and notes the query for the editors', async () => {
    const { html, context } = await search({ q: 'zzzzzzzz', genre: 'opinion' });
    expect(html).toContain('Nothing was found.');
    expect(html).toContain(
      '<a href="/search?q=zzzzzzzz">Search everything for the same words.</a>',
    );
    expect(html).toContain('The newest articles');
    expect(context.searchWithoutResults).toBe('zzzzzzzz');
  });

  it('answers what is too long with what to do, and does not search', async () => {
    const { html, context } = await search({ q: 'peace '.repeat(400) });
    expect(html).toContain('That is too long; use fewer words.');
    expect(context.status).toBe(200);
  });

  it('has no words of a reader as markup', async () => {
    const { html } = await search({ q: '<script>alert(1)</script>' });
    expect(html).not.toContain('<script>alert');
  });
});
