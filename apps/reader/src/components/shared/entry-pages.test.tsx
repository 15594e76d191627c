import {
  addArticle,
  addAuthor,
  addFinding,
  addPlace,
  addSeries,
  addSource,
} from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Person from '../../app/(site)/people/[slug]/page.tsx';
import Place from '../../app/(site)/places/[slug]/page.tsx';
import Series from '../../app/(site)/series/[slug]/page.tsx';
import Source from '../../app/(site)/sources/[slug]/page.tsx';
import { type OpenJournal, openJournal } from '../../testing/open-journal.ts';
import { renderRoute } from '../../testing/render-part.tsx';

const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));

let journal: OpenJournal;
beforeAll(async () => {
  journal = await openJournal();
});
afterAll(() => journal?.close());

const at = (slug: string) => ({
  params: Promise.resolve({ slug }),
  searchParams: Promise.resolve({}),
});
const open = (page: (props: ReturnType<typeof at>) => Promise<React.ReactNode>, slug: string) =>
  renderRoute(journal.caller, () => page(at(slug)));

describe('the page of a series', () => {
  it('has the parts that are out, by their number, and says whether there are more to come', async () => {
    const { db, by } = journal;
    const series = await addSeries(db.editorial, { slug: 'water', name: 'Water', complete: false });
    const part = async (number: number) => {
      const article = await addArticle(db.editorial, {
        ...{ by, headline: `Water, part ${number}` },
        series: { seriesId: series.id, part: number },
      });
      return article.id;
    };
    await publish(db.editorial, await part(2), { at: day(1) });
    await part(3);
    await publish(db.editorial, await part(1), { at: day(2) });
    const { html, context } = await open(Series, 'water');
    expect(html.indexOf('Water, part 1')).toBeLessThan(html.indexOf('Water, part 2'));
    expect(html).not.toContain('Water, part 3');
    expect(html).toContain('2 parts so far');
    expect([...context.tags]).toContain('series:water');
  });
});

describe('the page of a place', () => {
  it('has the articles with a finding about it, and where it is', async () => {
    const { db, by } = journal;
    const place = await addPlace(db.editorial, {
      ...{ slug: 'selk', name: 'Selk', coordinates: [-3.25, 51.5] },
    });
    const article = await addArticle(db.editorial, { by, headline: 'The quays of Selk' });
    await addFinding(db.editorial, article, { by, placeIds: [place.id] });
    await publish(db.editorial, article.id, { at: day(1) });
    const { html } = await open(Place, 'selk');
    expect(html).toContain('51.5° N, 3.25° W');
    expect(html).toContain('The quays of Selk');
  });
});

describe('the page of an author', () => {
  it('has what they have written, and where else they are found', async () => {
    const { db, by } = journal;
    const author = await addAuthor(db.editorial, {
      ...{ slug: 'ines-falk', name: 'Ines Falk', about: 'Writes about water.' },
      sameAs: ['https://www.example.org/ines'],
    });
    const article = await addArticle(db.editorial, {
      ...{ by, headline: 'Counting lorries', byline: { kind: 'authors', authorIds: [author.id] } },
    });
    await publish(db.editorial, article.id, { at: day(1) });
    const { html } = await open(Person, 'ines-falk');
    expect(html).toContain('Writes about water.');
    expect(html).toContain('Counting lorries');
    expect(html).toMatch(
      /<a href="https:\/\/www\.example\.org\/ines" rel="me noopener">example\.org</,
    );
  });
});

describe('the page of a source', () => {
  it('says what it is and what rests on it, where it may be named', async () => {
    const { db, by } = journal;
    const source = await addSource(db.editorial, {
      ...{
        slug: 'bulletin',
        title: 'Bulletin 4',
        publisher: 'Joint Commission',
        issued: '2020-11',
      },
      url: 'https://example.org/bulletin-4',
    });
    const article = await addArticle(db.editorial, { by, headline: 'What the bulletin counts' });
    await addFinding(db.editorial, article, {
      ...{
        by,
        attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
      },
    });
    await publish(db.editorial, article.id, { at: day(1) });
    const { html } = await open(Source, 'bulletin');
    for (const text of [
      'Joint Commission',
      'November 2020',
      'What the bulletin counts',
      'On the record',
    ])
      expect(html).toContain(text);
  });

  it('is not there for one that may not be named', async () => {
    const { db, by } = journal;
    const source = await addSource(db.editorial, {
      ...{ slug: 'talks', title: 'Talks at Orrel', kind: 'event' },
      terms: { attribution: 'background', disclosure: 'clear' },
    });
    const article = await addArticle(db.editorial, { by });
    await addFinding(db.editorial, article, {
      by,
      attribution: {
        ...{ sourceId: source.id, terms: 'background', participantId: null },
        descriptor: 'an official of the ministry',
      },
    });
    await publish(db.editorial, article.id, { at: day(3) });
    const { html, context } = await open(Source, 'talks');
    expect(context.status).toBe(404);
    expect(html).not.toContain('Orrel');
  });
});

describe('an address with nothing behind it', () => {
  it.each([
    ['series', Series],
    ['places', Place],
    ['people', Person],
    ['sources', Source],
  ])('answers 404 under /%s, and leads on', async (_, page) => {
    const { html, context } = await open(page, 'no-such-thing');
    expect(context.status).toBe(404);
    expect(html).toContain('Page not found');
    expect(html).toContain('href="/archive"');
  });
});
