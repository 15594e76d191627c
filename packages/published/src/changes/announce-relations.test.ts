import { inTransaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { addFinding, addPlace, addSeries, paragraphs } from '@viewpoints/db/testing/builders';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeFormerSlugs } from '../project/hide-exposed.ts';
import { writeSupersession } from '../project/write-links.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import {
  type ArticleWithFinding,
  type ChangeListener,
  listenToChanges,
  now,
} from '../testing/change-listener.ts';
import { publish } from '../testing/publish.ts';
import { retract as retractIn } from '../testing/retract.ts';
import { announceArticle, announcePage } from './announce.ts';
import { tag } from './tags.ts';

let changes: ChangeListener;
let db: TestDatabase;
let by: string;
const addPublished = (given?: Parameters<ChangeListener['addArticleWithFinding']>[0]) =>
  changes.addArticleWithFinding(given);

beforeAll(async () => {
  changes = await listenToChanges();
  ({ db, by } = changes);
});
afterAll(() => changes.close());
beforeEach(async () => {
  await changes.quiet();
  changes.heard = [];
});

describe('what a change announces of related articles', () => {
  const retract = ({ article }: ArticleWithFinding) =>
    inTransaction(db.editorial, (tx) =>
      retractIn(tx, { articleId: article.id, at: now.toISOString(), why: 'Wrong.' }, now),
    );
  const linking = (href: string) => ({
    body: Document.parse({
      type: 'doc',
      content: [
        ...paragraphs('The council met. Ostrava will not sign before the rains.').content,
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'As told', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }),
  });

  it('given a first part, a second and its retraction, then the series, and its name in the list once', async () => {
    const { id: seriesId, slug } = await addSeries(db.editorial);
    const first = await addPublished({ content: { series: { seriesId, part: 1 } } });
    const tags = await changes.hear(() => publish(db.editorial, first.article.id, { at: now }));
    for (const expected of [tag.series(slug), tag.slug(slug), 'list:series'])
      expect(tags).toContain(expected);
    const second = await addPublished({ content: { series: { seriesId, part: 2 } } });
    const added = await changes.hear(() => publish(db.editorial, second.article.id, { at: now }));
    expect(added).toContain(tag.series(slug));
    expect(added).not.toContain('list:series');
    expect(await changes.hear(() => retract(second))).toContain(tag.series(slug));
    const renamed = await changes.hear(() =>
      inTransaction(db.editorial, (tx) =>
        announcePage(tx, { kind: 'series', id: seriesId, slugBefore: slug, slug: `${slug}-now` }),
      ),
    );
    expect(renamed).toEqual(
      [slug, `${slug}-now`]
        .flatMap((each): string[] => [tag.series(each), tag.slug(each)])
        .concat('list:series')
        .sort(),
    );
  });

  it('given a first finding about a place, a second and its withdrawal, then the place, and its name in the list once', async () => {
    const { id, slug } = await addPlace(db.editorial);
    const aboutIt = async () => {
      const { article } = await addPublished();
      const finding = await addFinding(db.editorial, article, { by, placeIds: [id] });
      return { article, finding };
    };
    const first = await aboutIt();
    const tags = await changes.hear(() => publish(db.editorial, first.article.id, { at: now }));
    for (const expected of [tag.place(slug), tag.slug(slug), 'list:places'])
      expect(tags).toContain(expected);
    const second = await aboutIt();
    const added = await changes.hear(() => publish(db.editorial, second.article.id, { at: now }));
    expect(added).toContain(tag.place(slug));
    expect(added).not.toContain('list:places');
    const withdrawn = await changes.hear(() =>
      inTransaction(db.editorial, (tx) =>
        writeWithdrawal(tx, { findingId: second.finding.id }, now),
      ),
    );
    expect(withdrawn).toContain(tag.place(slug));
    const renamed = await changes.hear(() =>
      inTransaction(db.editorial, (tx) =>
        announcePage(tx, { kind: 'place', id, slugBefore: slug, slug: `${slug}-now` }),
      ),
    );
    expect(renamed).toEqual(
      [slug, `${slug}-now`]
        .flatMap((each): string[] => [tag.place(each), tag.slug(each)])
        .concat('list:places')
        .sort(),
    );
    await db.sql(`INSERT INTO former_slug (kind, slug, ref_id) VALUES ('place', 'as-it-was', $1)`, [
      id,
    ]);
    expect(
      await changes.hear(() =>
        inTransaction(db.editorial, (tx) => removeFormerSlugs(tx, ['as-it-was'])),
      ),
    ).toEqual([tag.place(slug)]);
  });

  it('given a translation that comes, is called otherwise and goes, then the others of its group each time', async () => {
    const original = await addPublished();
    await publish(db.editorial, original.article.id, { at: now });
    const content = { language: 'fr', translationOf: original.article.id };
    const french = await addPublished({ content });
    const other = tag.article(original.article.id);
    expect(
      await changes.hear(() => publish(db.editorial, french.article.id, { at: now })),
    ).toContain(other);
    const renamed = await changes.hear(async () => {
      await inTransaction(db.editorial, (tx) =>
        writeArticleSave(tx, {
          id: french.article.id,
          content: { ...articleContentOf(french.article), headline: 'Autrement dit' },
          ...{ by, at: now, fields: ['headline'] },
        }),
      );
      await publish(db.editorial, french.article.id, { at: now });
    });
    expect(renamed).toContain(other);
    expect(await changes.hear(() => retract(french))).toContain(other);
  });

  it('given the representative of its translations is retracted, then the lists under its names, which show another now', async () => {
    const first = await addPublished();
    await publish(db.editorial, first.article.id, { at: now });
    const { actor, issue, topic } = first;
    const content = { language: 'fr', translationOf: first.article.id };
    const french = await addPublished({ actor, issue, topic, content });
    await publish(db.editorial, french.article.id, { at: now });
    const tags = await changes.hear(() => retract(first));
    for (const expected of [tag.topic(topic.slug), 'list:articles', 'front'])
      expect(tags).toContain(expected);
  });

  it('given one that becomes a translation of another, then the lists in which both stood', async () => {
    const first = await addPublished();
    await publish(db.editorial, first.article.id, { at: now });
    const french = await addPublished({ content: { language: 'fr' } });
    await publish(db.editorial, french.article.id, { at: now });
    const tags = await changes.hear(async () => {
      await inTransaction(db.editorial, (tx) =>
        writeArticleSave(tx, {
          id: french.article.id,
          content: { ...articleContentOf(french.article), translationOf: first.article.id },
          ...{ by, at: now, fields: ['translationOf'] },
        }),
      );
      await publish(db.editorial, french.article.id, { at: now });
    });
    for (const expected of [tag.topic(french.topic.slug), 'list:articles', 'front'])
      expect(tags).toContain(expected);
  });

  it('given a translation under embargo, then nothing of it until its time', async () => {
    const original = await addPublished();
    await publish(db.editorial, original.article.id, { at: now });
    const content = { language: 'fr', translationOf: original.article.id };
    const french = await addPublished({ content });
    const visibleFrom = new Date(now.getTime() + 60_000);
    const embargoed = { at: now, visibleFrom };
    expect(await changes.hear(() => publish(db.editorial, french.article.id, embargoed))).toEqual(
      [],
    );
    const shown = await changes.hear(() =>
      inTransaction(db.editorial, (tx) => announceArticle(tx, french.article.id, visibleFrom)),
    );
    expect(shown).toContain(tag.article(original.article.id));
  });

  it('given a picked piece that comes later and goes again, then the piece it was picked for', async () => {
    const later = await addPublished();
    const picking = await addPublished({ content: { pickIds: [later.article.id] } });
    await publish(db.editorial, picking.article.id, { at: now });
    const it = tag.article(picking.article.id);
    expect(
      await changes.hear(() => publish(db.editorial, later.article.id, { at: now })),
    ).toContain(it);
    expect(await changes.hear(() => retract(later))).toContain(it);
  });

  it('given a text that links to a piece and a finding, then both, and again as it goes', async () => {
    const cited = await addPublished();
    await publish(db.editorial, cited.article.id, { at: now });
    const byText = await addPublished({ content: linking(`/articles/${cited.article.slug}`) });
    const byFinding = await addPublished({ content: linking(`/findings/${cited.finding.id}`) });
    const it = tag.article(cited.article.id);
    const first = await changes.hear(() => publish(db.editorial, byText.article.id, { at: now }));
    expect(first).toContain(it);
    expect(first).not.toContain(tag.finding(cited.finding.id));
    const second = await changes.hear(() =>
      publish(db.editorial, byFinding.article.id, { at: now }),
    );
    expect(second).toContain(it);
    expect(second).toContain(tag.finding(cited.finding.id));
    expect(await changes.hear(() => retract(byText))).toContain(it);
  });

  it('given something that becomes of a cited piece, then what cites it', async () => {
    const [withdrawn, replaced, retracted] = [
      await addPublished(),
      await addPublished(),
      await addPublished(),
    ];
    const citing = new Map<ArticleWithFinding, ArticleWithFinding>();
    for (const cited of [withdrawn, replaced, retracted]) {
      await publish(db.editorial, cited.article.id, { at: now });
      const by = await addPublished({ content: linking(`/findings/${cited.finding.id}`) });
      await publish(db.editorial, by.article.id, { at: now });
      citing.set(cited, by);
    }
    const citingOf = (cited: ArticleWithFinding) =>
      tag.article(citing.get(cited)?.article.id ?? '');
    const newer = await addPublished();
    await publish(db.editorial, newer.article.id, { at: now });
    expect(
      await changes.hear(() =>
        inTransaction(db.editorial, (tx) =>
          writeSupersession(
            tx,
            {
              oldId: replaced.finding.id,
              newId: newer.finding.id,
              kind: 'correction',
              at: now.toISOString(),
            },
            now,
          ),
        ),
      ),
    ).toContain(citingOf(replaced));
    expect(
      await changes.hear(() =>
        inTransaction(db.editorial, (tx) =>
          writeWithdrawal(tx, { findingId: withdrawn.finding.id }, now),
        ),
      ),
    ).toContain(citingOf(withdrawn));
    expect(await changes.hear(() => retract(retracted))).toContain(citingOf(retracted));
  });
});
