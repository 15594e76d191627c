import { setTimeout as sleep } from 'node:timers/promises';
import {
  addActor,
  addAuthor,
  addIssue,
  addPlace,
  addSeries,
  addSource,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import type { FindingContent } from '@viewpoints/domain/findings/finding';
import { readerColumns } from '@viewpoints/published/query/reader-tables';
import { type Followed, followChanges } from '@viewpoints/published/testing/public-pages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDueArticle } from '../articles/publish-due-article.ts';
import { announceVisible } from '../jobs/announce-visible.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { uploadMedia } from '../media/upload-media.ts';
import { aPicture } from '../testing/a-picture.ts';
import { nullResultContent } from '../testing/null-result-changes.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, writeArticle } from '../testing/written-article.ts';

/*
 * Every way in which something comes, changes or goes for readers, on what is published. That each
 * mutation there is makes its entries is tested in `audit-completeness.test.ts`, on smaller things.
 */

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor', 'editor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher', 'editor');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const pastTime = new Date('2021-03-04T09:00:00.000Z');

/** Entries for one article, all of its own. */
async function addCast() {
  return {
    actor: await addActor(db()),
    issue: await addIssue(db()),
    place: await addPlace(db()),
    series: await addSeries(db()),
    source: await addSource(db()),
    topic: await addTopic(db()),
    author: await addAuthor(db()),
  };
}
type Cast = Awaited<ReturnType<typeof addCast>>;

async function edit(id: string, change: Partial<ArticleContent>): Promise<void> {
  const { article } = await editor.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), ...change };
  await editor.call.editor.articles.save({ id, seen: article.save, content });
}

/** An article that names all of a cast and shows a picture, approved and not yet out. */
async function approved(
  given: { cast?: Cast; change?: Partial<ArticleContent>; finding?: Partial<FindingContent> } = {},
) {
  const cast = given.cast ?? (await addCast());
  const draft = await writeArticle(db(), author);
  const { id: mediaId } = await uploadMedia(
    editor.context as Parameters<typeof uploadMedia>[0],
    aPicture(),
    { alt: 'A gauge', credit: '', fileName: 'gauge.png' },
  );
  const figure = {
    ...{ type: 'figure' as const, content: [] },
    attrs: { mediaId, alt: 'A gauge', credit: null, width: 3, height: 2 },
  };
  const body = {
    ...draft.body,
    content: [...draft.body.content, figure],
  } as ArticleContent['body'];
  await edit(draft.id, {
    body,
    topicIds: [cast.topic.id],
    byline: { kind: 'authors', authorIds: [cast.author.id] },
    sourceIds: [cast.source.id],
    series: { seriesId: cast.series.id, part: 1 },
    ...given.change,
  });
  const { article } = await author.call.editor.articles.get({ id: draft.id });
  const finding = await author.call.editor.findings.propose({
    articleId: draft.id,
    seen: article.save,
    content: findingContent(article, {
      holders: [{ actorId: cast.actor.id, wording: null, basis: 'sources_own' }],
      issueIds: [cast.issue.id],
      placeIds: [cast.place.id],
      attribution: { sourceId: cast.source.id, terms: null, descriptor: null, participantId: null },
      ...given.finding,
    }),
  });
  return {
    ...{ id: draft.id, cast, finding },
    revisionId: await approve(draft.id, author, publisher),
  };
}

const publishApproved = ({ id, revisionId }: { id: string; revisionId: string }) =>
  publisher.call.editor.articles.publish({ id, revisionId });

async function published(given: Parameters<typeof approved>[0] = {}) {
  const one = await approved(given);
  await publishApproved(one);
  return one;
}

/** An article whose second version, with a notice, has another address. */
async function corrected() {
  const one = await published();
  await edit(one.id, { standfirst: 'Ostrava waits for rain.', slug: `moved-${one.id}` });
  await approve(one.id, author, publisher);
  const notice = { was: 'Two wells.', now: 'Three wells.', why: 'Miscounted.' };
  await publisher.call.editor.articles.correct({
    ...{ id: one.id, corrections: [{ ...notice, severity: 'correction' }] },
  });
  return one;
}

async function retracted() {
  const one = await published();
  await publisher.call.editor.articles.retract({ id: one.id, why: 'It was invented.' });
  await publisher.call.editor.articles.retractedText.request({ id: one.id });
  return one;
}

const confirmText = async (id: string) =>
  (await desk.person('publisher')).call.editor.articles.retractedText.confirm({ id });

/** Prepares something, and returns the act that changes it. */
type Act = () => Promise<() => Promise<unknown>>;

const renamed = (kind: 'actor' | 'issue' | 'place' | 'series' | 'topic' | 'author'): Act => {
  const many = kind === 'series' ? 'series' : (`${kind}s` as const);
  return async () => {
    const { cast } = await published();
    const { id, save: seen, ...content } = cast[kind];
    const changed = { ...content, slug: `renamed-${cast[kind].slug}`, name: 'Another name' };
    // biome-ignore lint/suspicious/noExplicitAny: the six take each its own content.
    return () => (editor.call.editor[many] as any).save({ id, seen, content: changed });
  };
};

async function saveSource(id: string, change: object) {
  const {
    id: _,
    save: seen,
    createdAt: __,
    updatedAt: ___,
    ...content
  } = await editor.call.editor.sources.get({ id });
  return editor.call.editor.sources.save({ id, seen, content: { ...content, ...change } });
}

const acts: Record<string, Act> = {
  publish: async () => {
    const one = await approved();
    return () => publishApproved(one);
  },
  'publish a minor change': async () => {
    const { id } = await published();
    await edit(id, { standfirst: 'Ostrava waits still.' });
    const revisionId = await approve(id, author, publisher);
    return () => publishApproved({ id, revisionId });
  },
  'publish a version that names other things': async () => {
    const { id } = await published();
    await edit(id, { topicIds: [(await addTopic(db())).id], sourceIds: [] });
    const revisionId = await approve(id, author, publisher);
    return () => publishApproved({ id, revisionId });
  },
  'publish what picks another, and is a translation': async () => {
    const other = await published();
    const change = {
      ...{ language: 'fr', translationOf: other.id, pickIds: [(await published()).id] },
    };
    const one = await approved({ change });
    return () => publishApproved(one);
  },
  correct: async () => {
    const { id } = await published();
    await edit(id, { standfirst: 'Ostrava waits for rain.', slug: `moved-${id}` });
    await approve(id, author, publisher);
    const notice = {
      was: 'Two.',
      now: 'Three.',
      why: 'Miscounted.',
      severity: 'correction' as const,
    };
    return () => publisher.call.editor.articles.correct({ id, corrections: [notice] });
  },
  retract: async () => {
    const { id } = await published();
    return () => publisher.call.editor.articles.retract({ id, why: 'It was invented.' });
  },
  'show a retracted text again': async () => {
    const { id } = await retracted();
    return () => confirmText(id);
  },
  'take it away once more': async () => {
    const { id } = await retracted();
    await confirmText(id);
    return () => publisher.call.editor.articles.retractedText.takeAway({ id });
  },
  archive: async () => {
    const { id } = await published();
    return () => publisher.call.editor.articles.archive({ id });
  },
  'publish what was archived': async () => {
    const { id } = await published();
    await publisher.call.editor.articles.archive({ id });
    await publisher.call.editor.articles.restore({ id });
    const revisionId = await approve(id, author, publisher);
    return () => publishApproved({ id, revisionId });
  },
  'take a notice away': async () => {
    const { id } = await corrected();
    const { corrections } = await desk.nobody.articles.bySlug({ slug: `moved-${id}` });
    const redaction = { what: 'notice' as const, noticeId: corrections[0]?.id ?? '' };
    return () => publisher.call.editor.articles.redact({ id, redaction });
  },
  'take a version away': async () => {
    const { id } = await corrected();
    const redaction = { what: 'version' as const, number: 1 };
    return () => publisher.call.editor.articles.redact({ id, redaction });
  },
  'withdraw a finding': async () => {
    const { finding } = await published();
    return () => publisher.call.editor.findings.withdraw({ id: finding.id, why: 'At risk.' });
  },
  'replace a finding': async () => {
    const [old, next] = [await published(), await published()];
    return () =>
      publisher.call.editor.findings.supersede({
        ...{ oldId: old.finding.id, newId: next.finding.id, kind: 'correction' },
      });
  },
  'link findings': async () => {
    const [from, to] = [await published(), await published()];
    return () =>
      publisher.call.editor.findings.link({
        ...{ from: from.finding.id, kind: 'supports', to: to.finding.id },
      });
  },
  'take a link away': async () => {
    const [from, to] = [await published(), await published()];
    const link = { from: from.finding.id, kind: 'supports' as const, to: to.finding.id };
    await publisher.call.editor.findings.link(link);
    return () => publisher.call.editor.findings.unlink(link);
  },
  'publish a release': async () => {
    const articleIds = [(await approved()).id, (await approved()).id];
    const { releases } = editor.call.editor;
    const { id, save: seen } = await releases.create({ name: 'Papers' });
    await releases.save({ id, seen, name: 'Papers', articleIds });
    return () => publisher.call.editor.releases.publish({ id });
  },
  'publish at its time': async () => {
    const { id, revisionId } = await approved();
    const schedule = { id, revisionId, publishAt: desk.inHours(1), timeZone: 'UTC' };
    await publisher.call.editor.articles.schedule(schedule);
    desk.moveOn(2);
    return () => publishDueArticle({ ...publisher.context, account: null }, id);
  },
  'rename an actor': renamed('actor'),
  'rename an issue': renamed('issue'),
  'rename a place': renamed('place'),
  'rename a series': renamed('series'),
  'rename a topic': renamed('topic'),
  'rename an author': renamed('author'),
  'move an actor under another': async () => {
    const { cast } = await published();
    const above = await addActor(db());
    const { id, save: seen, ...content } = cast.actor;
    return () =>
      editor.call.editor.actors.save({ id, seen, content: { ...content, partOfId: above.id } });
  },
  'rename a source': async () => {
    const { cast } = await published();
    return () =>
      saveSource(cast.source.id, { title: 'On tides', slug: `renamed-${cast.source.slug}` });
  },
  'close a source': async () => {
    const { cast } = await published();
    const terms = { attribution: 'off_record', disclosure: 'clear' };
    return () => saveSource(cast.source.id, { terms });
  },
  'close and rename a source': async () => {
    const { cast } = await published();
    const terms = { attribution: 'chatham_house', disclosure: 'clear' };
    return () =>
      saveSource(cast.source.id, { terms, title: 'On tides', slug: `closed-${cast.source.slug}` });
  },
  'verify a null result': async () => {
    const { id, seen } = await notFound((await published()).cast);
    return () => publisher.call.editor.nullResults.verify({ id, seen });
  },
  'withdraw a null result': async () => {
    const { id, seen } = await notFound((await published()).cast);
    await publisher.call.editor.nullResults.verify({ id, seen });
    return () => publisher.call.editor.nullResults.withdraw({ id, why: 'A statement was found.' });
  },
  'retract what made the actor of a null result known': async () => {
    const known = await published();
    const { issue } = (await published()).cast;
    const { id, seen } = await notFound({ ...known.cast, issue });
    await publisher.call.editor.nullResults.verify({ id, seen });
    return () => publisher.call.editor.articles.retract({ id: known.id, why: 'It was invented.' });
  },
};

/** A proposed null result of an actor on an issue. */
async function notFound({ actor, issue }: Pick<Cast, 'actor' | 'issue'>) {
  const content = await nullResultContent(desk, { actorId: actor.id, issueId: issue.id });
  const { id, save: seen } = await author.call.editor.nullResults.propose({ content });
  return { id, seen };
}

describe('the log of changes has an entry for all that readers see of it', () => {
  const written = new Set<string>();

  const follow = async (act: () => Promise<unknown>): Promise<Followed> => {
    const before = await digestTables(desk.db);
    const followed = await followChanges(desk.db, act);
    const after = await digestTables(desk.db);
    for (const [table, digest] of Object.entries(after))
      if (before[table] !== digest) written.add(table);
    return followed;
  };

  test.each(Object.keys(acts))('%s', async (name) => {
    desk.clock.now = pastTime;
    const act = await acts[name]?.();
    const { changed, missing, foreign } = await follow(act ?? (() => Promise.resolve()));
    expect(changed).not.toEqual([]);
    expect({ missing, foreign }).toEqual({ missing: [], foreign: [] });
  });

  test('the end of an embargo, whichever of two workers has the job', async () => {
    // Readers see what they see by the time of the database.
    desk.clock.now = new Date();
    const { id, revisionId } = await approved();
    const until = new Date(Date.now() + 6_000);
    await publisher.call.editor.articles.setEmbargo({
      ...{ id, embargoUntil: until.toISOString(), timeZone: 'UTC' },
    });
    const publishing = await follow(() =>
      publisher.call.editor.articles.publish({ id, revisionId }),
    );
    expect([publishing.changed, publishing.entries]).toEqual([[], []]);
    const context: JobContext = { editorial: db(), mail: {} as JobContext['mail'] };
    const ending = await follow(async () => {
      await sleep(Math.max(0, until.getTime() - Date.now()) + 50);
      await Promise.all([1, 2].map(() => announceVisible(context, { articleId: id })));
    });
    expect(ending.changed).toContain(`article ${id}`);
    expect({ missing: ending.missing, foreign: ending.foreign }).toEqual({
      missing: [],
      foreign: [],
    });
    expect(ending.entries.filter((entry) => entry.id === id)).toHaveLength(1);
  });

  test('so it has for each table that readers see', () => {
    // Settings, files, menus and redirects are no pages, and an address of a former site is written with a draft and
    // seen with its article; the rest follows from the tables here.
    // Of pages of the journal about itself nobody is told.
    const besides = [
      ...['announcement_key', 'former_address', 'journal', 'media', 'menu_entry'],
      ...['published_page', 'redirect'],
    ];
    const tables = Object.keys(readerColumns).filter((table) => !besides.includes(table));
    expect(tables.filter((table) => !written.has(table))).toEqual([]);
  });
});
