import {
  addAccount,
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addSource,
  addWaiver,
} from '@viewpoints/db/testing/builders';
import { actions } from '@viewpoints/domain/accounts/action';
import { rolesFor } from '@viewpoints/domain/accounts/permissions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadMedia } from '../media/upload-media.ts';
import { aPicture } from '../testing/a-picture.ts';
import { callByPath, everyProcedure } from '../testing/every-procedure.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { findingContent, writeArticle, writeWithFinding } from '../testing/written-article.ts';

/** In every word that a contributor is not to see. */
const canary = 'Zqhidden';

let desk: TestDesk;
let contributor: Person;
let editor: Person;
let publisher: Person;
let admin: Person;
/** Ids of others' work. */
const others = {
  draft: '',
  finding: '',
  published: '',
  publishedFinding: '',
  actor: '',
  media: '',
};

const db = () => desk.db.editorial;
const idsIn = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

beforeAll(async () => {
  desk = await openTestDesk();
  contributor = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
  admin = await desk.person('admin');
  const by = editor.account.id;

  const draft = await addArticle(db(), {
    by,
    headline: `${canary} draft`,
    standfirst: canary,
    note: canary,
  });
  const finding = await addFinding(db(), draft, {
    by,
    proposition: `${canary} proposition`,
    holders: [{ actorId: null, wording: `${canary} holder`, basis: 'direct' }],
    note: canary,
  });
  await db().article.create({
    data: {
      ...(await db().article.findUniqueOrThrow({ where: { id: draft.id }, omit: { body: true } })),
      ...{
        id: '01900000-0000-7000-8000-00000000abcd',
        slug: 'due-soon',
        body: draft.body as object,
      },
      ...{ headline: `${canary} scheduled`, state: 'scheduled', publishAt: new Date() },
      approvedRevisionId: await revisionOf(draft),
    },
  });

  const article = await addArticle(db(), { by, headline: 'Out in the open' });
  const shown = await addFinding(db(), article, { by, proposition: 'Ostrava said so in public' });
  await publish(db(), article.id, { at: new Date('2021-02-01T09:00:00.000Z') });
  // Both are worked on since.
  await db().article.update({
    where: { id: article.id },
    data: { headline: `${canary} next version`, state: 'draft' },
  });
  await db().finding.update({
    where: { id: shown.id },
    data: { proposition: `${canary} next words`, note: canary, reviewBy: '2001-01-01' },
  });

  await addSource(db(), {
    title: `${canary} off`,
    terms: { attribution: 'off_record', disclosure: 'clear' },
  });
  await addSource(db(), {
    title: `${canary} background`,
    terms: { attribution: 'background', disclosure: 'clear' },
  });
  await addSource(db(), {
    title: `${canary} amber`,
    terms: { attribution: 'on_record', disclosure: 'amber' },
  });
  const actor = await addActor(db(), { name: 'Ostrava', note: canary });
  const media = await uploadMedia(
    { ...editor.context, account: editor.context.account ?? never() },
    aPicture(),
    { fileName: `${canary}.png`, alt: 'A gauge', credit: '' },
  );
  await editor.call.editor.sources.describe({ what: `${canary} talk`, terms: canary });
  Object.assign(others, {
    ...{ draft: draft.id, finding: finding.id, published: article.id, publishedFinding: shown.id },
    ...{ actor: actor.id, media: media.id },
  });
});
afterAll(() => desk.close());

const never = (): never => {
  throw new Error('there is nobody');
};

async function revisionOf(article: Article): Promise<string> {
  return (await editor.call.editor.articles.keepRevision({ id: article.id })).revisionId;
}

/** Names an author in the byline of a working copy, and a source that it rests on. */
async function addByline(articleId: string, sourceId: string | null) {
  const { id: authorId } = await addAuthor(db());
  await db().articleAuthor.create({ data: { articleId, authorId, position: 7 } });
  if (sourceId !== null)
    await db().articleSource.create({ data: { articleId, sourceId, position: 7 } });
  return { authorId };
}

describe('of what others work on', () => {
  const inputs = () => [
    undefined,
    {},
    { q: canary },
    ...Object.values(others).flatMap((id) => [{ id }, { ids: [id] }, { article: id }]),
  ];
  const queries = everyProcedure.filter(
    ({ type, path }) => type === 'query' && path.startsWith('editor.'),
  );

  // Queries added later are called too, with ids of other people's work for any input they may take.
  test.each(queries.map(({ path }) => path))('%s tells a contributor nothing', async (path) => {
    const procedure = queries.find((each) => each.path === path) ?? never();
    for (const input of inputs()) {
      const answer = await callByPath(contributor.context, procedure, input).catch(
        (error: unknown) => problemIn(Promise.reject(error)),
      );
      expect(JSON.stringify(answer), JSON.stringify(input)).not.toContain(canary);
    }
  });

  test('an editor sees it, so that there was something to reveal', async () => {
    const visible = JSON.stringify([
      await editor.call.editor.articles.list({}),
      await editor.call.editor.findings.list({}),
      await editor.call.editor.sources.list({}),
      await editor.call.editor.actors.get({ id: others.actor }),
      await editor.call.editor.media.list({ q: canary }),
      await editor.call.editor.desk(),
    ]);
    for (const what of ['draft', 'scheduled', 'next version', 'proposition', 'next words', 'off'])
      expect(visible).toContain(`${canary} ${what}`);
    expect(visible).toContain(`"fileName":"${canary}.png"`);
    expect(visible).toContain(`"note":"${canary}"`);
    expect(visible).toContain(`"what":"${canary} talk"`);
  });

  test('an admin, who has no part in the desk, does not see what is about to be published', async () => {
    expect((await admin.call.editor.desk()).due).toEqual([]);
    expect(JSON.stringify(await admin.call.editor.desk())).not.toContain(canary);
  });
});

describe('what is published by others', () => {
  test('is listed to a contributor as readers have it, and by those words found', async () => {
    const { articles, findings } = contributor.call.editor;
    const [article] = (await articles.list({ q: 'open' })).items;
    expect(article).toMatchObject({
      ...{ id: others.published, headline: 'Out in the open', state: 'published', live: true },
      ...{ save: null, savedBy: null, createdBy: null, publishAt: null },
      findings: { all: 1, proposed: 0 },
    });
    const [finding] = (await findings.list({ q: 'public' })).items;
    expect(finding).toMatchObject({
      ...{ id: others.publishedFinding, proposition: 'Ostrava said so in public' },
      ...{
        state: 'published',
        proposedBy: null,
        reviewBy: null,
        article: { headline: 'Out in the open' },
      },
      holders: [{ actor: null, wording: 'Ostrava' }],
    });
    expect((await articles.list({ q: 'next version' })).items).toEqual([]);
    expect((await findings.list({ q: 'next words' })).items).toEqual([]);
    expect(await articles.names({ ids: [others.published, others.draft] })).toMatchObject([
      { headline: 'Out in the open', state: 'published' },
    ]);
  });

  test('follows the filters, of which some are about one’s own work', async () => {
    const { articles, findings } = contributor.call.editor;
    expect(idsIn(await articles.list({ state: 'published' }))).toEqual([others.published]);
    expect(idsIn(await articles.list({ state: 'draft' }))).toEqual([]);
    expect(idsIn(await articles.list({ mine: true }))).toEqual([]);
    expect(idsIn(await articles.list({ genre: 'original' }))).toEqual([others.published]);
    expect(idsIn(await articles.list({ genre: 'opinion' }))).toEqual([]);
    expect(idsIn(await findings.list({ state: 'published' }))).toEqual([others.publishedFinding]);
    expect(idsIn(await findings.list({ state: 'verified' }))).toEqual([]);
    expect(idsIn(await findings.list({ stance: 'refuses' }))).toEqual([others.publishedFinding]);
    expect(idsIn(await findings.list({ stance: 'supports' }))).toEqual([]);
    expect(idsIn(await findings.list({ article: others.published }))).toHaveLength(1);
    expect(idsIn(await findings.list({ actor: others.actor }))).toEqual([]);
    // The day that the desk set is neither shown nor searchable.
    expect(idsIn(await findings.list({ review: 'overdue' }))).toEqual([]);
    expect(idsIn(await findings.list({ review: 'none' }))).toEqual([others.publishedFinding]);
  });

  test('is found by no author, terms or person that readers do not see', async () => {
    const { articles, findings } = contributor.call.editor;
    const source = await addSource(db(), {
      terms: { attribution: 'deep_background', disclosure: 'clear' },
    });
    const { authorId } = await addByline(others.published, source.id);
    // Of the working copy the desk alone knows byline and source; readers have neither.
    const { articles: asEditor } = editor.call.editor;
    for (const filter of [{ author: authorId }, { terms: 'deep_background' as const }]) {
      expect(idsIn(await asEditor.list(filter))).toEqual([others.published]);
      expect(idsIn(await articles.list(filter)), JSON.stringify(filter)).toEqual([]);
    }
    expect(idsIn(await articles.list({ owner: editor.account.id }))).toEqual([]);
    expect(idsIn(await articles.list({ assignee: editor.account.id }))).toEqual([]);
    for (const filter of [
      ...[{ author: authorId }, { proposer: editor.account.id }],
      { terms: 'deep_background' as const },
    ])
      expect(idsIn(await findings.list(filter)), JSON.stringify(filter)).toEqual([]);
    // A count reveals as much as a row.
    expect(await articles.list({ author: authorId, counted: true })).toMatchObject({ count: 0 });
    expect(await findings.list({ author: authorId, counted: true })).toMatchObject({ count: 0 });
  });

  test('has no byline for who only proposed a finding in it', async () => {
    const draft = await addArticle(db(), { by: editor.account.id });
    const mine = await addFinding(db(), draft, { by: contributor.account.id });
    const { authorId } = await addByline(draft.id, null);
    expect(idsIn(await editor.call.editor.findings.list({ author: authorId }))).toEqual([mine.id]);
    const { findings } = contributor.call.editor;
    expect(idsIn(await findings.list({ author: authorId }))).toEqual([]);
  });

  test('is not there before its embargo has ended', async () => {
    const article = await addArticle(db(), { by: editor.account.id, headline: `${canary} soon` });
    await addFinding(db(), article, { by: editor.account.id, proposition: `${canary} soon` });
    const later = new Date(Date.now() + 60_000);
    await publish(db(), article.id, { at: new Date(), visibleFrom: later });
    const { articles, findings } = contributor.call.editor;
    expect(JSON.stringify([await articles.list({}), await findings.list({})])).not.toContain(
      canary,
    );
    expect(await articles.names({ ids: [article.id] })).toEqual([]);
  });

  test('opens no further than it is listed', async () => {
    const { articles, findings } = contributor.call.editor;
    expect(await reasonsIn(articles.get({ id: others.published }))).toEqual(['not_your_own']);
    expect(await reasonsIn(findings.get({ id: others.publishedFinding }))).toEqual([
      'not_your_own',
    ]);
  });
});

describe('one’s own', () => {
  test('is there in whatever state, in its order among the rest, over the pages', async () => {
    const { article, finding } = await writeWithFinding(db(), contributor);
    const { articles, findings } = contributor.call.editor;
    expect((await articles.list({ state: 'draft' })).items[0]).toMatchObject({
      ...{ id: article.id, createdBy: { id: contributor.account.id } },
      findings: { all: 1, proposed: 1 },
    });
    expect((await findings.list({ state: 'proposed' })).items[0]).toMatchObject({
      ...{ id: finding.id, proposedBy: { id: contributor.account.id } },
    });
    const all = idsIn(await articles.list({}));
    const paged: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await articles.list({ limit: 1, ...(cursor ? { cursor } : {}) });
      paged.push(...idsIn(page));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  test('a finding that a contributor proposed stays theirs when the article is another’s', async () => {
    const draft = await addArticle(db(), { by: editor.account.id });
    const mine = await addFinding(db(), draft, { by: contributor.account.id });
    const { findings } = contributor.call.editor;
    expect((await findings.get({ id: mine.id })).id).toBe(mine.id);
    expect(idsIn(await findings.list({ article: draft.id }))).toEqual([mine.id]);
    const hidden = await addFinding(db(), draft, { by: editor.account.id });
    expect(await reasonsIn(findings.get({ id: hidden.id }))).toEqual(['not_your_own']);
  });

  test('of what it is linked to elsewhere, what is not published is not named', async () => {
    const { article, finding } = await writeWithFinding(db(), contributor);
    for (const to of [others.finding, others.publishedFinding])
      await editor.call.editor.findings.link({ from: finding.id, kind: 'supports', to });
    const { linked } = await contributor.call.editor.articles.get({ id: article.id });
    expect(linked.map(({ proposition }) => proposition)).toEqual(['Ostrava said so in public']);
    const shown = await editor.call.editor.articles.get({ id: article.id });
    expect(shown.linked).toHaveLength(2);
  });

  test('is linked to nothing that is not shown', async () => {
    const { finding } = await writeWithFinding(db(), contributor);
    const link = (to: string) =>
      contributor.call.editor.findings.link({ from: finding.id, kind: 'supports', to });
    expect(await reasonsIn(link(others.finding))).toEqual(['not_found']);
    expect((await link(others.publishedFinding)).to).toBe(others.publishedFinding);
  });
});

describe('sources', () => {
  const list = () => contributor.call.editor.sources.list({ limit: 100 });
  const titles = async () => (await list()).items.map(({ title }) => title);
  const attributed = (sourceId: string | null) => ({
    ...{ sourceId, terms: null, descriptor: 'a minister', participantId: null },
  });

  test('that may be named are listed by what may be said of them, and no more', async () => {
    const named = await addSource(db(), {
      ...{ title: 'Report on the delta', publisher: 'Halden Institute', note: canary },
      participants: [{ id: crypto.randomUUID(), name: canary, affiliation: canary }],
    });
    const waived = await addSource(db(), {
      ...{
        title: 'Talk in the harbour',
        terms: { attribution: 'chatham_house', disclosure: 'clear' },
      },
    });
    await addWaiver(db(), { sourceId: waived.id, recordedBy: editor.account.id });
    const unsigned = await addSource(db(), {
      ...{
        title: `${canary} unsigned`,
        terms: { attribution: 'chatham_house', disclosure: 'clear' },
      },
    });
    await addWaiver(db(), {
      ...{ sourceId: unsigned.id, recordedBy: editor.account.id, signedOffBy: null },
    });
    const off = await addSource(db(), {
      ...{
        title: `${canary} off for good`,
        terms: { attribution: 'off_record', disclosure: 'clear' },
      },
    });
    await addWaiver(db(), { sourceId: off.id, recordedBy: editor.account.id });

    expect(await titles()).toEqual(
      expect.arrayContaining(['Report on the delta', 'Talk in the harbour']),
    );
    expect(JSON.stringify(await list())).not.toContain(canary);
    // Found by the terms that are shown: what a waiver opened is on the record.
    const ofTerms = async (terms: AttributionTerms) =>
      idsIn(await contributor.call.editor.sources.list({ terms, limit: 100 }));
    expect(await ofTerms('chatham_house')).toEqual([]);
    expect(await ofTerms('off_record')).toEqual([]);
    expect(await ofTerms('on_record')).toEqual(expect.arrayContaining([named.id, waived.id]));
    expect(idsIn(await editor.call.editor.sources.list({ terms: 'chatham_house' }))).toContain(
      waived.id,
    );
    // Sources of one’s own work are shown, and found, by their own terms.
    await addArticle(db(), { by: contributor.account.id, sourceIds: [waived.id] });
    expect(await ofTerms('chatham_house')).toEqual([waived.id]);
    expect(await ofTerms('on_record')).not.toContain(waived.id);
    expect((await list()).items.find(({ id }) => id === named.id)).toMatchObject({
      ...{ publisher: 'Halden Institute', terms: 'on_record' },
      ...{ findingCount: null, articleCount: null },
    });
  });

  test('that one’s own articles and findings rest on are listed in full', async () => {
    const article = await writeArticle(db(), contributor);
    const inArticle = await addSource(db(), {
      ...{
        title: 'What the minister said',
        terms: { attribution: 'off_record', disclosure: 'clear' },
      },
    });
    const { id } = article;
    await editor.call.editor.articles.save({
      ...{ id, seen: article.save },
      content: { ...articleContentOf(article), sourceIds: [inArticle.id] },
    });
    const inFinding = await addSource(db(), {
      ...{
        title: 'What the envoy said',
        terms: { attribution: 'background', disclosure: 'clear' },
      },
    });
    const { articleId } = await addFinding(db(), article, {
      ...{ by: editor.account.id, attribution: attributed(inFinding.id) },
    });
    expect(articleId).toBe(id);
    const shown = (await list()).items;
    expect(shown.find((each) => each.id === inArticle.id)).toMatchObject({
      ...{ title: 'What the minister said', terms: 'off_record', articleCount: 1 },
    });
    expect(shown.find((each) => each.id === inFinding.id)).toMatchObject({
      ...{ title: 'What the envoy said', findingCount: 1 },
    });
  });

  test('that are not shown cannot be named, which would show them', async () => {
    const hidden = await addSource(db(), {
      ...{ title: `${canary} named`, terms: { attribution: 'background', disclosure: 'clear' } },
    });
    const named = await addSource(db());
    const article = await writeArticle(db(), contributor);
    const save = (sourceIds: string[]) =>
      contributor.call.editor.articles.save({
        ...{ id: article.id, seen: article.save },
        content: { ...articleContentOf(article), sourceIds },
      });
    const nothing = '01900000-0000-7000-8000-000000000000';
    for (const id of [hidden.id, nothing])
      expect(await problemIn(save([named.id, id]))).toMatchObject({
        ...{ code: 'refused', reasons: [{ code: 'source_not_visible', at: 'content.sourceIds' }] },
      });
    const { article: saved } = await save([named.id]);
    expect(saved.sourceIds).toEqual([named.id]);

    const propose = (sourceId: string) =>
      contributor.call.editor.findings.propose({
        ...{ articleId: article.id, seen: saved.save },
        content: findingContent(article, { attribution: attributed(sourceId) }),
      });
    expect(await problemIn(propose(hidden.id))).toMatchObject({
      reasons: [{ code: 'source_not_visible', at: 'content.attribution.sourceId' }],
    });
    const finding = await propose(named.id);
    const locators = [{ sourceId: hidden.id, locator: 'p. 4' }];
    const content = findingContentOf(finding);
    expect(
      await problemIn(
        contributor.call.editor.findings.save({
          ...{ id: finding.id, seen: finding.updatedAt },
          content: { ...content, evidence: { ...content.evidence, locators } },
        }),
      ),
    ).toMatchObject({
      reasons: [{ code: 'source_not_visible', at: 'content.evidence.locators.0.sourceId' }],
    });
    expect(JSON.stringify(await list())).not.toContain(canary);
  });

  test('that an editor attached are not lost when the contributor saves the rest', async () => {
    const article = await writeArticle(db(), contributor);
    const attached = await addSource(db(), {
      ...{ title: 'What a pilot said', terms: { attribution: 'background', disclosure: 'clear' } },
    });
    const { article: withSource } = await editor.call.editor.articles.save({
      ...{ id: article.id, seen: article.save },
      content: { ...articleContentOf(article), sourceIds: [attached.id] },
    });
    const named = await addSource(db());
    const { article: saved } = await contributor.call.editor.articles.save({
      ...{ id: article.id, seen: withSource.save },
      content: { ...articleContentOf(withSource), sourceIds: [attached.id, named.id] },
    });
    expect(saved.sourceIds).toEqual([attached.id, named.id]);
  });
});

describe('a source in a contributor’s words', () => {
  const words = { what: 'A talk with a harbour master', terms: 'Not by name, in no paper of his' };

  test('waits on the desks of those who enter sources, and on the contributor’s own', async () => {
    const article = await writeArticle(db(), contributor);
    const input = { ...words, articleId: article.id };
    const { id } = await contributor.call.editor.sources.describe(input);
    const waiting = (await publisher.call.editor.desk()).awaitingMe.descriptions;
    expect(waiting.find((each) => each.id === id)).toMatchObject({
      ...words,
      article: { id: article.id, headline: 'Before the rains' },
      describedBy: { id: contributor.account.id },
    });
    const own = (await contributor.call.editor.desk()).awaitingOthers.descriptions;
    expect(own.map((each) => each.id)).toContain(id);
    const colleague = await desk.person('contributor');
    expect((await colleague.call.editor.desk()).awaitingOthers.descriptions).toEqual([]);
    expect(JSON.stringify(await admin.call.editor.desk())).not.toContain('harbour master');
  });

  test('becomes a source that its contributor may choose, whatever its terms', async () => {
    const { id } = await contributor.call.editor.sources.describe(words);
    const source = await editor.call.editor.sources.descriptions.enter({
      id,
      content: {
        ...{ slug: 'harbour-master', kind: 'interview', title: 'Harbour master, 3 May' },
        ...{
          terms: { attribution: 'background', disclosure: 'clear' },
          descriptor: 'an official of the port',
        },
      },
    });
    expect(idsIn(await contributor.call.editor.sources.list({ limit: 100 }))).toContain(source.id);
    const colleague = await desk.person('contributor');
    expect(idsIn(await colleague.call.editor.sources.list({ limit: 100 }))).not.toContain(
      source.id,
    );
    const settle = { id, sourceId: null };
    expect(await reasonsIn(editor.call.editor.sources.descriptions.settle(settle))).toEqual([
      'description_settled',
    ]);
  });

  test('is matched to a source that is there already, or dismissed', async () => {
    const { settle } = editor.call.editor.sources.descriptions;
    const known = await addSource(db(), {
      terms: { attribution: 'background', disclosure: 'clear' },
    });
    const first = await contributor.call.editor.sources.describe(words);
    await settle({ id: first.id, sourceId: known.id });
    expect(idsIn(await contributor.call.editor.sources.list({ limit: 100 }))).toContain(known.id);
    const second = await contributor.call.editor.sources.describe(words);
    expect((await settle({ id: second.id, sourceId: null })).sourceId).toBeNull();
    const { descriptions } = (await editor.call.editor.desk()).awaitingMe;
    expect(descriptions.map(({ id }) => id)).not.toContain(second.id);
    const missing = '01900000-0000-7000-8000-000000000000';
    expect(await reasonsIn(settle({ id: missing, sourceId: null }))).toEqual(['not_found']);
    const third = await contributor.call.editor.sources.describe(words);
    expect(await reasonsIn(settle({ id: third.id, sourceId: missing }))).toEqual(['not_found']);
  });

  test('says something, and is for an article that one may see', async () => {
    const { describe: say } = contributor.call.editor.sources;
    const empty = await problemIn(say({ what: ' ', terms: '' }));
    expect(empty.reasons.map(({ at }) => at)).toEqual(['what', 'terms']);
    expect(await reasonsIn(say({ ...words, articleId: others.draft }))).toEqual(['not_your_own']);
  });

  test('is in the record by its id alone', async () => {
    const { id } = await contributor.call.editor.sources.describe(words);
    await editor.call.editor.sources.descriptions.settle({ id, sourceId: null });
    const records = await desk.db.sql(
      'select action, details from audit_record where subject_id = $1 order by at, action',
      [id],
    );
    expect(records).toEqual([
      { action: 'source.describe', details: { articleId: null } },
      { action: 'source.settle_description', details: { code: 'dismissed', sourceId: null } },
    ]);
  });
});

test('what people add to an article is listed to those who see the article', async () => {
  const { articles, findings } = contributor.call.editor;
  const { draft: articleId, finding: findingId } = others;
  for (const list of [
    () => articles.comments.list({ articleId }),
    () => articles.suggestions.list({ articleId }),
    () => articles.previewLinks.list({ articleId }),
    () => findings.quoteChecks.list({ findingId }),
  ])
    expect(await reasonsIn(list())).toEqual(['not_your_own']);
});

test('an action that is open to contributors and lists is one that was looked at here', () => {
  const lists = actions.filter(
    (action) => /\.(list|view)$/.test(action) && rolesFor(action).includes('contributor'),
  );
  expect(lists).toEqual([
    ...['desk.view', 'visits.view', 'article.list', 'article.view'],
    // Of articles of their own: trash.test.ts.
    'trash.list',
    // Of articles that they see.
    ...['comment.list', 'suggestion.list', 'preview_link.list'],
    ...['finding.list', 'quote_check.list', 'source.list'],
    ...['actor.list', 'author.list', 'issue.list', 'topic.list', 'series.list', 'place.list'],
    // Rules of the whole journal: words to avoid, and names of Word's styles. Nothing of an article.
    ...['house_style.list', 'word_style.list'],
    ...['media.list', 'media.view'],
  ]);
});

test('a contributor who is also an editor sees what an editor sees', async () => {
  const account = await addAccount(db(), { roles: ['contributor', 'editor'] });
  expect(account.roles).toHaveLength(2);
  const both = await desk.person('contributor', 'editor');
  expect(idsIn(await both.call.editor.articles.list({ limit: 100 }))).toContain(others.draft);
});
