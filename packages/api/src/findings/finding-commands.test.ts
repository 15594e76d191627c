import { addActor, addIssue, addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  prose,
  publishNew,
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
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());
const db = () => desk.db.editorial;

const rewrite = async (person: Person, id: string, ...texts: string[]) => {
  const { article } = await person.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), body: paragraphs(...texts) };
  return person.call.editor.articles.save({ id, seen: article.save, content });
};

describe('a quote', () => {
  test('moves with its sentence when text is put before it', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const verified = await editor.call.editor.findings.verify({ id: finding.id });
    desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
    const { findings } = await rewrite(author, article.id, 'A new beginning.', ...prose);
    const [moved] = findings;
    expect(moved?.state).toBe('verified');
    expect(moved?.evidence.quote?.start).toBe(['A new beginning.', prose[0]].join(' ').length + 1);
    // The finding was not edited: a write to it that is under way must not go stale.
    expect(moved?.updatedAt).toBe(verified.updatedAt);
  });

  test('whose words were touched takes the verification along, and suggests where it went', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    await editor.call.editor.findings.verify({ id: finding.id });
    const { findings } = await rewrite(
      author,
      article.id,
      'The council met.',
      sentence.replace('not ', ''),
      'The talks go on.',
    );
    expect(findings[0]).toMatchObject({ state: 'proposed', verifiedBy: null, verifiedAt: null });
    const { staleQuotes } = await author.call.editor.articles.get({ id: article.id });
    expect(staleQuotes.map(({ findingId }) => findingId)).toEqual([finding.id]);
    expect(staleQuotes[0]?.candidates[0]?.quote.exact).toBe('Ostrava will sign before the rains.');
    // It only suggests: what was quoted is still what it was.
    expect(findings[0]?.evidence.quote?.exact).toBe(sentence);
  });

  test('in blocks that are divided and joined stands where its words are, or its verification is void', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    const [before = '', , after = ''] = prose;
    const changes = {
      'divided in it': [before, 'Ostrava will not', 'sign before the rains.', after],
      'divided in a word of it': [before, 'Ostrava will n', 'ot sign before the rains.', after],
      'divided before it, with words added': [before, 'Late.', sentence, after],
      'joined with the one before': [`${before} ${sentence}`, after],
      'joined with the one before, without a space': [before + sentence, after],
      'joined with the one after': [before, `${sentence} ${after}`],
      'joined with both': [`${before} ${sentence} ${after}`],
      'divided in it, with a word between': [
        before,
        'Ostrava will not',
        'ever',
        'sign before the rains.',
      ],
    };
    let state = 'proposed';
    for (const [change, texts] of Object.entries(changes)) {
      if (state === 'proposed') await editor.call.editor.findings.verify({ id: finding.id });
      const { article: now, findings } = await rewrite(author, article.id, ...texts);
      const { text } = documentText(now.body);
      const { quote } = findings[0]?.evidence ?? {};
      const stands = text.slice(quote?.start, quote?.end) === sentence;
      expect({ change, stands, state: findings[0]?.state }).toEqual({
        ...{ change, stands: text.includes(sentence) },
        state: text.includes(sentence) ? 'verified' : 'proposed',
      });
      // Undone, it is where it was; what was voided stays so until a person looks.
      const { article: then, findings: again } = await rewrite(author, article.id, ...prose);
      const { quote: back } = again[0]?.evidence ?? {};
      expect(documentText(then.body).text.slice(back?.start, back?.end)).toBe(sentence);
      expect(again[0]?.state).toBe(findings[0]?.state);
      state = again[0]?.state ?? '';
    }
  });

  test('selected in an earlier save is found by its exact words', async () => {
    const article = await writeArticle(db(), author);
    const content = findingContent(article);
    await rewrite(author, article.id, 'A new beginning.', ...prose);
    const finding = await author.call.editor.findings.propose({
      articleId: article.id,
      seen: article.save,
      content,
    });
    expect(finding.evidence.quote?.start).toBeGreaterThan(content.evidence.quote?.start ?? 0);
  });

  test('of words that are gone is refused as stale, with who changed what', async () => {
    const article = await writeArticle(db(), author);
    const content = findingContent(article);
    await rewrite(editor, article.id, 'Nothing of it stays.');
    const refused = await problemIn(
      author.call.editor.findings.propose({ articleId: article.id, seen: article.save, content }),
    );
    expect([refused.code, refused.reasons[0]?.details.name]).toEqual([
      'stale',
      editor.account.name,
    ]);
  });

  test('chosen again for other words has to be verified again', async () => {
    const { article, finding } = await writeWithFinding(db(), author);
    await editor.call.editor.findings.verify({ id: finding.id });
    const quote = findingContent(article, { exact: 'The talks go on.' }).evidence.quote;
    if (quote === null) throw new Error('the sentence is gone');
    const anchored = await author.call.editor.findings.reanchor({ id: finding.id, quote });
    expect(anchored).toMatchObject({ state: 'proposed', verifiedBy: null });
    const inexact = { ...quote, exact: 'The talks went on' };
    inexact.end = inexact.start + inexact.exact.length;
    expect(
      await reasonsIn(author.call.editor.findings.reanchor({ id: finding.id, quote: inexact })),
    ).toEqual(['quote_missing']);
  });
});

describe('verifying', () => {
  test('is for a second person', async () => {
    const { finding } = await writeWithFinding(db(), editor);
    expect(await reasonsIn(editor.call.editor.findings.verify({ id: finding.id }))).toEqual([
      'own_words',
    ]);
    expect((await publisher.call.editor.findings.verify({ id: finding.id })).state).toBe(
      'verified',
    );
  });

  test('refuses with every reason', async () => {
    const article = await writeArticle(db(), author);
    const finding = await author.call.editor.findings.propose({
      articleId: article.id,
      seen: article.save,
      content: findingContent(article, {
        holders: [],
        stance: 'accepts_if',
        evidence: { quote: null, locators: [] },
      }),
    });
    const reasons = await reasonsIn(editor.call.editor.findings.verify({ id: finding.id }));
    expect(reasons).toEqual(
      expect.arrayContaining(['evidence_missing', 'holder_missing', 'condition_missing']),
    );
  });

  test('alone, four eyes being off, is in the record', async () => {
    const admin = await desk.person('admin');
    const settings = async (fourEyes: boolean) => {
      const { save, ...content } = await admin.call.editor.settings.get();
      await admin.call.editor.settings.save({ seen: save, content: { ...content, fourEyes } });
    };
    const { finding } = await writeWithFinding(db(), editor);
    await settings(false);
    try {
      await editor.call.editor.findings.verify({ id: finding.id });
    } finally {
      await settings(true);
    }
    const [row] = await desk.db.sql<{ details: object }>(
      `select details from audit_record where action = 'finding.verify' and subject_id = $1`,
      [finding.id],
    );
    expect(row?.details).toMatchObject({ fourEyes: false });
  });

  test('what is saved after it voids it; a stale save is refused', async () => {
    const { finding } = await writeWithFinding(db(), author);
    const verified = await editor.call.editor.findings.verify({ id: finding.id });
    desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
    const content = { ...findingContentOf(verified), proposition: 'Ostrava waits' };
    const saved = await author.call.editor.findings.save({
      id: finding.id,
      seen: verified.updatedAt,
      content,
    });
    expect(saved).toMatchObject({ state: 'proposed', verifiedBy: null });
    const stale = { ...content, proposition: 'Ostrava hesitates' };
    const refused = author.call.editor.findings.save({
      id: finding.id,
      seen: verified.updatedAt,
      content: stale,
    });
    expect((await problemIn(refused)).code).toBe('stale');
  });
});

describe('a published finding', () => {
  test('stays as readers have it while it is edited, and holds the next version up until verified', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    const { findings } = await editor.call.editor.articles.get({ id: article.id });
    const content = {
      ...findingContentOf(findings[0] ?? finding),
      proposition: 'Ostrava waits for the dry season',
    };
    const saved = await editor.call.editor.findings.save({
      id: finding.id,
      seen: findings[0]?.updatedAt ?? '',
      content,
    });
    expect(saved).toMatchObject({ state: 'published', verifiedAt: null });
    const shown = await desk.nobody.findings.byId({ id: finding.id });
    expect(shown.finding.proposition).toBe('Ostrava will not sign before the rains');
    const { publishable } = await editor.call.editor.articles.get({ id: article.id });
    expect(publishable.ok ? [] : publishable.reasons.map(({ code }) => code)).toContain(
      'not_verified',
    );
  });

  test('that is withdrawn is gone from the article at once, and from its earlier versions', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    await rewrite(author, article.id, 'A new beginning.', ...prose);
    await approve(article.id, author, editor);
    const { article: current } = await publisher.call.editor.articles.get({ id: article.id });
    await publisher.call.editor.articles.publish({
      id: article.id,
      revisionId: current.approvedRevisionId ?? '',
    });
    await publisher.call.editor.findings.withdraw({
      id: finding.id,
      why: 'Somebody may be recognised.',
    });
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown.findings).toEqual([]);
    const earlier = await problemIn(
      desk.nobody.articles.version({ slug: article.slug, number: 1 }),
    );
    expect(earlier.code).toBe('not_found');
    const everything = await desk.db.sql(
      'select view from published_version union all select view from published_finding where article_id = $1',
      [article.id],
    );
    expect(
      JSON.stringify(everything.filter((row) => JSON.stringify(row).includes(finding.id))),
    ).not.toContain(sentence);
  });

  test('whose quote is gone from the next version lets it out once it is replaced', async () => {
    const { article, finding: old } = await publishNew(db(), author, publisher);
    await rewrite(
      author,
      article.id,
      'The council met.',
      'Ostrava has signed.',
      'The talks go on.',
    );
    const { article: current } = await author.call.editor.articles.get({ id: article.id });
    const next = await author.call.editor.findings.propose({
      articleId: article.id,
      seen: current.save,
      content: findingContent(current, {
        exact: 'Ostrava has signed.',
        proposition: 'Ostrava has signed',
      }),
    });
    const reasonsNow = async () => {
      const { publishable } = await editor.call.editor.articles.get({ id: article.id });
      return publishable.ok ? [] : publishable.reasons.map(({ code }) => code);
    };
    expect(await reasonsNow()).toContain('published_quote_lost');
    await editor.call.editor.findings.verify({ id: next.id });
    const supersession = { oldId: old.id, newId: next.id, kind: 'correction' as const };
    await publisher.call.editor.findings.supersede(supersession);
    expect(await reasonsNow()).toEqual(['not_approved']);
    expect((await desk.nobody.findings.byId({ id: old.id })).replacedBy).toBeNull();

    const { revisionId } = await author.call.editor.articles.submit({ id: article.id });
    const approved = await editor.call.editor.articles.approve({ id: article.id, revisionId });
    await publisher.call.editor.articles.publish({
      id: article.id,
      revisionId: approved.approvedRevisionId ?? '',
    });
    const shown = await desk.nobody.findings.byId({ id: old.id });
    expect(shown.replacedBy).toMatchObject({ kind: 'correction', finding: { id: next.id } });
  });

  test('replaced by another shows what replaced it; a change of position requires the same actor, issue and a later time', async () => {
    const actor = await addActor(db());
    const issue = await addIssue(db());
    const current = (asOf: string) => ({
      holders: [{ actorId: actor.id, wording: null, basis: 'articles_own' as const }],
      issueIds: [issue.id],
      asOf,
    });
    const { finding: old } = await publishNew(db(), author, publisher, current('2019'));
    const { finding: next } = await publishNew(db(), author, publisher, current('2020'));
    const backwards = publisher.call.editor.findings.supersede({
      oldId: next.id,
      newId: old.id,
      kind: 'position_change',
    });
    expect(await reasonsIn(backwards)).toEqual(['as_of_not_later']);
    await publisher.call.editor.findings.supersede({
      oldId: old.id,
      newId: next.id,
      kind: 'position_change',
    });
    const shown = await desk.nobody.findings.byId({ id: old.id });
    expect(shown.finding.state).toBe('superseded');
    expect(shown.replacedBy).toMatchObject({ kind: 'position_change', finding: { id: next.id } });
  });
});

describe('terms', () => {
  test('that forbid what is out take it off at once, and say what they took', async () => {
    const source = await addSource(db(), {
      terms: { attribution: 'on_record', disclosure: 'clear' },
    });
    const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
    const { article, finding } = await publishNew(db(), author, publisher, { attribution });
    const { id, save, createdAt, updatedAt, ...content } = source;
    const saved = await editor.call.editor.sources.save({
      id,
      seen: save,
      content: { ...content, terms: { attribution: 'off_record', disclosure: 'clear' } },
    });
    expect(saved.hidden.suspended).toEqual([article.id]);
    for (const read of [
      () => desk.nobody.findings.byId({ id: finding.id }),
      () => desk.nobody.articles.bySlug({ slug: article.slug }),
      () => desk.nobody.sources.bySlug({ slug: source.slug }),
    ])
      expect((await problemIn(read())).code).toBe('not_found');
    const screen = await editor.call.editor.articles.get({ id: article.id });
    expect(screen).toMatchObject({ suspended: true, article: { state: 'published' } });
    expect(screen.exposures.map(({ code }) => code)).toContain('off_record');
  });

  test('that are narrowed hide the name at once; a waiver counts once a second person signs it off', async () => {
    const source = await addSource(db(), {
      terms: { attribution: 'on_record', disclosure: 'clear' },
      title: 'Memoir of Selk',
    });
    const attribution = {
      sourceId: source.id,
      terms: null,
      descriptor: 'a former minister',
      participantId: null,
    };
    const { finding, article } = await publishNew(db(), author, publisher, { attribution });
    const { id, save, createdAt, updatedAt, ...content } = source;
    const terms = { attribution: 'background' as const, disclosure: 'clear' as const };
    await editor.call.editor.sources.save({
      id,
      seen: save,
      content: { ...content, terms, descriptor: 'a former minister' },
    });
    const shown = await desk.nobody.findings.byId({ id: finding.id });
    expect(shown.finding.attribution).toMatchObject({
      id: null,
      named: null,
      wording: expect.stringContaining('a former minister'),
    });
    const page = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(JSON.stringify(page)).not.toContain('Memoir of Selk');

    const waiver = await editor.call.editor.sources.waivers.record({
      sourceId: id,
      participantId: null,
      covers: 'identity',
      grantedBy: 'Selk',
      basis: 'a letter',
      grantedAt: '2021-03-01T09:00:00.000Z',
    });
    expect(
      (await desk.nobody.findings.byId({ id: finding.id })).finding.attribution.named,
    ).toBeNull();
    await publisher.call.editor.sources.waivers.signOff({ id: waiver.id });
    expect(
      (await desk.nobody.findings.byId({ id: finding.id })).finding.attribution.named?.title,
    ).toBe('Memoir of Selk');
  });
});

test('an actor called otherwise is called so in what is out', async () => {
  const actor = await addActor(db(), { name: 'Ostrava' });
  const holders = [{ actorId: actor.id, wording: null, basis: 'articles_own' as const }];
  const { article } = await publishNew(db(), author, publisher, { holders });
  const { id, save, ...content } = actor;
  await editor.call.editor.actors.save({
    id,
    seen: save,
    content: { ...content, name: 'The Republic of Ostrava' },
  });
  const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
  expect(shown.findings[0]?.holders[0]?.actor?.name).toBe('The Republic of Ostrava');
});

test('what an article uses is not removed', async () => {
  const source = await addSource(db());
  const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
  await writeWithFinding(db(), author, { attribution });
  expect((await problemIn(editor.call.editor.sources.remove({ id: source.id }))).code).toBe(
    'in_use',
  );
});

describe('links between findings that are out', () => {
  test('show at once, so that only those who publish may put them or take them away', async () => {
    const { article, finding: from } = await publishNew(db(), author, publisher);
    const { finding: to } = await publishNew(db(), author, publisher);
    const link = { from: from.id, kind: 'qualifies' as const, to: to.id };
    const shown = async () =>
      (await desk.nobody.findings.byId({ id: from.id })).links.map(({ finding }) => finding.id);

    for (const person of [author, editor]) {
      expect((await problemIn(person.call.editor.findings.link(link))).code).toBe('not_permitted');
    }
    expect(await shown()).toEqual([]);
    await publisher.call.editor.findings.link(link);
    expect(await shown()).toEqual([to.id]);
    const refused = await problemIn(author.call.editor.findings.unlink(link));
    expect(refused.code).toBe('not_permitted');
    expect(await shown()).toEqual([to.id]);
    expect((await publisher.call.editor.articles.get({ id: article.id })).article.state).toBe(
      'published',
    );
  });
});
