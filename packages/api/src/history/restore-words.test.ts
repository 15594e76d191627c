import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  prose,
  sentence,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
});

const db = () => desk.db.editorial;
const read = (id: string) => editor.call.editor.articles.get({ id });
const save = async (by: Person, id: string, change: Partial<ArticleContent>) => {
  const { article } = await read(id);
  const content = { ...articleContentOf(article), ...change };
  return by.call.editor.articles.save({ id, seen: article.save, content });
};
const keep = async (id: string) =>
  (await author.call.editor.articles.keepRevision({ id })).revisionId;
type Part = Parameters<Person['call']['editor']['articles']['history']['restore']>[0]['part'];
const restore = (by: Person, id: string, from: string, part: Part = { kind: 'whole' }) =>
  by.call.editor.articles.history.restore({ id, from, part });

describe('words of an earlier version', () => {
  test('are restored completely, without holders, sources and places', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const { id } = article;
    const from = await keep(id);
    const source = await addSource(db());
    const attribution = { ...finding.attribution, sourceId: source.id, terms: null };
    await save(editor, id, {
      ...{ headline: 'Tides', standfirst: '', section: 'Talks', slug: `tides-${id}` },
      ...{ topicIds: [], sourceIds: [source.id], byline: null, note: 'Ask Mira.' },
      body: paragraphs('The council met.', sentence, 'It is over.'),
    });
    const holders = [{ actorId: null, wording: 'The mayor', basis: 'sources_own' as const }];
    await editor.call.editor.findings.save({
      ...{ id: finding.id, seen: finding.updatedAt },
      content: {
        ...findingContentOf(finding),
        ...{ proposition: 'Ostrava waits', stance: 'open_to', holders, attribution },
      },
    });
    const restored = await restore(editor, id, from);
    expect(restored.article).toMatchObject({
      ...{ headline: article.headline, standfirst: article.standfirst, section: article.section },
      body: article.body,
      ...{ slug: `tides-${id}`, topicIds: [], sourceIds: [source.id], byline: null },
      note: 'Ask Mira.',
    });
    expect(restored.findings).toMatchObject([
      { proposition: finding.proposition, stance: 'refuses', holders, attribution },
    ]);
    expect(restored.left).toEqual([]);
  });

  test('keep in the history what they take the place of', async () => {
    const { id } = await writeArticle(db(), author);
    const from = await keep(id);
    await save(editor, id, { body: paragraphs('All of it is new.') });
    await restore(editor, id, from);
    const { items } = await editor.call.editor.articles.history.list({ id });
    const before = items.find(({ revision }) => revision === null);
    expect(before?.authors).toMatchObject([{ id: editor.account.id }]);
    await restore(editor, id, before?.id ?? '');
    expect((await read(id)).article.body).toEqual(paragraphs('All of it is new.'));
  });

  test('come back block by block and field by field, the rest staying as it is', async () => {
    const { id } = await writeArticle(db(), author);
    const from = await keep(id);
    await save(editor, id, {
      ...{ headline: 'Tides', standfirst: 'Ebb.' },
      body: paragraphs('The council met late.', 'It rained.', sentence),
    });
    await restore(editor, id, from, { kind: 'field', field: 'headline' });
    await restore(editor, id, from, { kind: 'block', place: 0 });
    const { article } = await restore(editor, id, from, { kind: 'block', place: 2 });
    expect(article).toMatchObject({
      ...{ headline: 'Before the rains', standfirst: 'Ebb.' },
      body: paragraphs(prose[0] ?? '', 'It rained.', sentence, prose[2] ?? ''),
    });
    expect(await reasonsIn(restore(editor, id, from, { kind: 'block', place: 3 }))).toEqual([
      'not_found',
    ]);
  });

  test('are merged into the shared document, and are no save where they are there already', async () => {
    const { id } = await writeArticle(db(), author);
    const from = await keep(id);
    const { article: before } = await save(editor, id, { headline: 'Tides' });
    const { article } = await restore(editor, id, from);
    expect(article.save).toBe(before.save + 1);
    expect((await restore(editor, id, from)).article.save).toBe(article.save);
    // A save over the version before is merged with what was restored.
    const content = { ...articleContentOf(before), section: 'Talks' };
    await author.call.editor.articles.save({ id, seen: before.save, content });
    expect((await read(id)).article).toMatchObject({
      ...{ headline: 'Before the rains', section: 'Talks' },
    });
  });

  test('are those of the person who restores them, and wait for another’s approval', async () => {
    const { id } = await writeArticle(db(), author);
    const from = await keep(id);
    await save(author, id, { body: paragraphs(...prose, 'It is over.') });
    await approve(id, author, editor);
    const { article } = await restore(editor, id, from);
    expect(article).toMatchObject({ state: 'draft', approvedRevisionId: null });
    const { review } = await read(id);
    expect(review.pending.map(({ authorId }) => authorId)).toEqual([editor.account.id]);
    expect(review.approves).toEqual([]);
    const { revisionId } = await author.call.editor.articles.submit({ id });
    expect(await reasonsIn(editor.call.editor.articles.approve({ id, revisionId }))).toEqual([
      'own_words',
    ]);
  });

  test('are brought back by a contributor in their own article alone, and of findings their own', async () => {
    const { article } = await writeWithFinding(db(), author);
    const { id } = article;
    const theirs = await editor.call.editor.findings.propose({
      ...{ articleId: id, seen: article.save },
      content: findingContent(article, { proposition: 'It rains' }),
    });
    const from = await keep(id);
    const content = { ...findingContentOf(theirs), proposition: 'It pours' };
    await editor.call.editor.findings.save({ id: theirs.id, seen: theirs.updatedAt, content });
    const { findings, left } = await restore(author, id, from);
    expect(left).toEqual([{ findingId: theirs.id, number: 2 }]);
    expect(findings[1]?.proposition).toBe('It pours');
    const part = { kind: 'finding', findingId: theirs.id, fields: ['proposition'] } as const;
    expect(
      await reasonsIn(restore(author, id, from, { ...part, fields: ['proposition'] })),
    ).toEqual(['not_your_own']);
    const other = await desk.person('contributor');
    expect(await reasonsIn(restore(other, id, from))).toEqual(['not_your_own']);
  });
});

describe('what was verified', () => {
  test('is verified no longer once another wording of the finding is restored', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const from = await keep(article.id);
    const content = { ...findingContentOf(finding), proposition: 'Ostrava refuses' };
    await author.call.editor.findings.save({ id: finding.id, seen: finding.updatedAt, content });
    await editor.call.editor.findings.verify({ id: finding.id });
    const { findings } = await restore(author, article.id, from, {
      ...{ kind: 'finding', findingId: finding.id, fields: ['proposition'] },
    });
    expect(findings).toMatchObject([
      { proposition: finding.proposition, state: 'proposed', verifiedAt: null },
    ]);
  });

  test('is verified no longer once the words of its quote are replaced by a restored block', async () => {
    const { id } = await writeArticle(db(), author);
    await save(author, id, { body: paragraphs(prose[0] ?? '', 'Ostrava will sign.', 'It ends.') });
    const from = await keep(id);
    const { article } = await save(author, id, { body: paragraphs(...prose) });
    const finding = await author.call.editor.findings.propose({
      ...{ articleId: id, seen: article.save },
      content: findingContent(article),
    });
    await editor.call.editor.findings.verify({ id: finding.id });
    const { findings } = await restore(author, id, from, { kind: 'block', place: 1 });
    expect(findings).toMatchObject([{ state: 'proposed', verifiedAt: null }]);
    expect((await read(id)).publishable).toMatchObject({ ok: false });
    // The words it quotes are restored, but they are not verified again.
    const { findings: again } = await save(author, id, { body: paragraphs(...prose) });
    expect(again).toMatchObject([{ state: 'proposed', verifiedAt: null }]);
  });

  test('stays verified where a restored block moves its quote and leaves its words', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const { id } = article;
    const from = await keep(id);
    await save(author, id, { body: paragraphs('Met.', sentence, 'The talks go on.') });
    await editor.call.editor.findings.verify({ id: finding.id });
    const { findings } = await restore(author, id, from, { kind: 'block', place: 0 });
    expect(findings).toMatchObject([{ state: 'verified', evidence: finding.evidence }]);
  });
});

describe('attacks by restoring', () => {
  test('words with a name that is protected by now get into no published text', async () => {
    const source = await addSource(db(), { kind: 'event' });
    const { id, slug } = await writeArticle(db(), author);
    await save(editor, id, { sourceIds: [source.id] });
    const publish = async () => {
      const revisionId = await approve(id, author, publisher);
      return publisher.call.editor.articles.publish({ id, revisionId });
    };
    await publish();
    await save(editor, id, { body: paragraphs(...prose, 'Mira Vos was there.') });
    const from = await keep(id);
    await save(editor, id, { body: paragraphs(...prose) });
    const {
      save: seen,
      createdAt: _,
      updatedAt: __,
      id: ___,
      ...content
    } = await editor.call.editor.sources.get({ id: source.id });
    await editor.call.editor.sources.save({
      ...{ id: source.id, seen },
      content: {
        ...content,
        terms: { attribution: 'chatham_house', disclosure: 'clear' },
        participants: [
          { id: crypto.randomUUID(), name: 'Mira Vos', affiliation: '', alsoProtected: [] },
        ],
      },
    });
    const { article } = await restore(author, id, from);
    expect(JSON.stringify(article.body)).toContain('Mira Vos');
    expect(await reasonsIn(publish())).toContain('protected_mention');
    expect(JSON.stringify(await desk.nobody.articles.bySlug({ slug }))).not.toContain('Mira');
    // Without access to sources, the difference reveals nothing that is protected in them.
    const { publishable } = await author.call.editor.articles.get({ id });
    expect(JSON.stringify(publishable)).not.toContain('protected_mention');
  });
});
