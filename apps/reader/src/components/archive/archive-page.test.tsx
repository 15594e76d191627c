import { addArticle } from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Month from '../../app/(site)/archive/[year]/[month]/page.tsx';
import Year from '../../app/(site)/archive/[year]/page.tsx';
import Archive from '../../app/(site)/archive/page.tsx';
import Subscribe from '../../app/(site)/subscribe/page.tsx';
import { type OpenJournal, openJournal } from '../../testing/open-journal.ts';
import { renderRoute } from '../../testing/render-part.tsx';

let journal: OpenJournal;
beforeAll(async () => {
  journal = await openJournal();
});
afterAll(() => journal?.close());

const searchParams = Promise.resolve({});
const archive = () =>
  renderRoute(journal.caller, () => Archive({ params: Promise.resolve({}), searchParams }));
const month = (year: string, number: string) =>
  renderRoute(journal.caller, () =>
    Month({ params: Promise.resolve({ year, month: number }), searchParams }),
  );

async function publishAt(headline: string, at: string): Promise<void> {
  const article = await addArticle(journal.db.editorial, { by: journal.by, headline });
  await publish(journal.db.editorial, article.id, { at: new Date(at) });
}

describe('the archive', () => {
  it('says that nothing is out yet while nothing is', async () => {
    expect((await archive()).html).toContain('Nothing has been published yet.');
  });

  it('has every article, and counts them by month', async () => {
    await publishAt('Before the rains', '2020-12-24T09:00:00Z');
    await publishAt('After the rains', '2021-02-01T09:00:00Z');
    await publishAt('In the drought', '2021-02-20T09:00:00Z');
    const { html } = await archive();
    expect(html).toContain('3 articles, the newest first.');
    expect(html).toMatch(/href="\/archive\/2021\/02">Feb <span class="calendar-count">2</);
    expect(html.indexOf('In the drought')).toBeLessThan(html.indexOf('Before the rains'));
  });

  it('has a month and a year with theirs alone', async () => {
    const february = (await month('2021', '02')).html;
    expect(february).toContain('2 articles');
    expect(february).not.toContain('Before the rains');
    const year = await renderRoute(journal.caller, () =>
      Year({ params: Promise.resolve({ year: '2020' }), searchParams }),
    );
    expect(year.html).toContain('1 article,');
    expect(year.html).toContain('aria-current="page"');
  });

  it.each([
    ['2021', '03'],
    ['2021', '13'],
    ['x', '02'],
  ])('has nothing at /archive/%s/%s', async (year, number) => {
    expect((await month(year, number)).context.status).toBe(404);
  });
});

describe('the page to subscribe on', () => {
  const subscribe = () => renderRoute(journal.caller, () => Subscribe());

  it('is there only where the journal sends e-mail', async () => {
    expect((await subscribe()).context.status).toBe(404);
    await journal.setUp({ subscriptions: true });
    const { html, context } = await subscribe();
    expect(context.status).toBe(200);
    expect(html).toMatch(/<form[^>]*method="post"/);
    expect(html).toContain('We send one message with a link.');
  });
});
