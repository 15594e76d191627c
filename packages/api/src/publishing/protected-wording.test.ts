import { setTimeout } from 'node:timers/promises';
import { lockSource, updateSource } from '@viewpoints/db/editorial/sources';
import { addIssue, addSource, addTopic, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { SourceContent } from '@viewpoints/domain/sources/source';
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
const protectedName = 'Ilya Soren';

/** A source whose one participant the rule protects, and what rests on it. */
async function underTheRule(given: Partial<SourceContent> = {}) {
  const source = await addSource(db(), {
    kind: 'event',
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    descriptor: 'a participant',
    participants: [
      {
        ...{ id: crypto.randomUUID(), name: protectedName, affiliation: 'Delta Navigation Board' },
        alsoProtected: [],
      },
    ],
    ...given,
  });
  const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
  return { source, attribution };
}

const contentOfSource = ({
  id: _id,
  save: _save,
  createdAt: _c,
  updatedAt: _u,
  ...content
}: {
  id: string;
  save: number;
  createdAt: string;
  updatedAt: string;
} & SourceContent) => SourceContent.parse(content);

/** A next revision of a live article, approved and waiting for its notice. */
async function nextRevision(id: string, changed: object) {
  const { article } = await author.call.editor.articles.get({ id });
  await author.call.editor.articles.save({
    id,
    seen: article.save,
    content: { ...articleContentOf(article), ...changed },
  });
  return approve(id, author, editor);
}

describe('notices', () => {
  const notice = { was: 'Three rivers.', now: 'Two rivers.', why: 'Miscounted.' };

  test.each(['was', 'now', 'why'])(
    'given a protected name in what a correction says (%s) then it does not go out',
    async (field) => {
      const { attribution } = await underTheRule();
      const { article } = await publishNew(db(), author, publisher, { attribution });
      await nextRevision(article.id, { standfirst: 'Ostrava waits for rain.' });
      const corrections = [
        { ...notice, [field]: `As ${protectedName} said.`, severity: 'correction' as const },
      ];
      const problem = await problemIn(
        publisher.call.editor.articles.correct({ id: article.id, corrections }),
      );
      expect(problem.reasons.map(({ code, at }) => `${code} at ${at}`)).toEqual([
        `protected_mention at corrections.0.${field}`,
        // The note of the version says why too.
        ...(field === 'why' ? ['protected_mention at versions.2.note'] : []),
      ]);
    },
  );

  test('given a protected name in why an article is taken back then it goes, and the notice does not say it', async () => {
    const { attribution } = await underTheRule();
    const { article } = await publishNew(db(), author, publisher, { attribution });
    const { id, slug } = article;
    const retract = (why: string) => publisher.call.editor.articles.retract({ id, why });
    const retracted = await retract(`${protectedName} asked us to.`);
    expect(retracted.state).toBe('retracted');
    expect(retracted.withheld).toMatchObject([{ code: 'protected_mention', at: 'retraction' }]);
    const reasonShown = async () => (await desk.nobody.articles.bySlug({ slug })).retraction?.why;
    expect(await reasonShown()).toBe('Removed');

    expect(await reasonsIn(retract(`Ask ${protectedName}.`))).toEqual(['protected_mention']);
    await retract('It was not theirs to tell.');
    expect(await reasonShown()).toBe('It was not theirs to tell.');
    const corrections = await desk.nobody.corrections.list({});
    expect(JSON.stringify(corrections)).not.toContain('Soren');
  });

  test('given a source that only the live version rests on then its names stay protected too', async () => {
    const { attribution } = await underTheRule();
    const { article, finding } = await publishNew(db(), author, publisher, { attribution });
    await author.call.editor.findings.save({
      id: finding.id,
      seen: (await author.call.editor.findings.get({ id: finding.id })).updatedAt,
      content: findingContent(article),
    });
    const retracted = await publisher.call.editor.articles.retract({
      ...{ id: article.id, why: `Ask ${protectedName}.` },
    });
    expect(retracted.withheld).toMatchObject([{ code: 'protected_mention', at: 'retraction' }]);
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(JSON.stringify(shown)).not.toContain('Soren');
  });
});

describe('a retraction', () => {
  const formerSlug = 'as-ilya-soren-said';

  test('given a name that something unpublished protects by now then it goes from notes, notices and addresses', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    const { id, slug } = article;
    await nextRevision(id, { slug: formerSlug });
    const corrections = [
      { was: '', now: '', why: `Heard by ${protectedName}.`, severity: 'correction' as const },
    ];
    await publisher.call.editor.articles.correct({ id, corrections });
    const revisionId = await nextRevision(id, { slug });
    await publisher.call.editor.articles.publish({ id, revisionId });
    const shown = async () => JSON.stringify(await desk.nobody.articles.bySlug({ slug }));
    expect(await shown()).toContain(protectedName);
    const { attribution } = await underTheRule();
    await editor.call.editor.findings.save({
      id: finding.id,
      seen: (await editor.call.editor.findings.get({ id: finding.id })).updatedAt,
      content: findingContent(article, { attribution }),
    });

    const { withheld } = await publisher.call.editor.articles.retract({ id, why: 'It was wrong.' });
    expect(withheld.map(({ at }) => at?.replace(/[0-9a-f-]{36}/, 'id')).sort()).toEqual([
      'corrections.id.why',
      `formerSlugs.${formerSlug}`,
      'versions.2.note',
    ]);
    expect(await shown()).toContain('It was wrong.');
    expect(await shown()).not.toContain('Soren');
    expect((await problemIn(desk.nobody.articles.bySlug({ slug: formerSlug }))).code).toBe(
      'not_found',
    );
  });
});

describe('entries that a page shows', () => {
  test('given a protected name in the description of a topic or an issue then nothing goes out', async () => {
    const { attribution } = await underTheRule();
    const issue = await addIssue(db(), { description: `Raised by ${protectedName}.` });
    const topic = await addTopic(db(), { description: `Founded by ${protectedName}.` });
    const { article } = await writeWithFinding(db(), author, {
      attribution,
      issueIds: [issue.id],
    });
    await author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...articleContentOf(article), topicIds: [topic.id] },
    });
    const revisionId = await approve(article.id, author, editor);
    const problem = await problemIn(
      publisher.call.editor.articles.publish({ id: article.id, revisionId }),
    );
    expect(problem.reasons.map(({ code, at }) => `${code} at ${at}`).sort()).toEqual([
      `protected_mention at issues.${issue.id}.description`,
      `protected_mention at topics.${topic.id}.description`,
    ]);
  });

  test('given a public issue then its description cannot be made to name a protected person', async () => {
    const { attribution } = await underTheRule();
    const issue = await addIssue(db());
    await publishNew(db(), author, publisher, { attribution, issueIds: [issue.id] });
    const { id, save, ...content } = issue;
    const problem = await problemIn(
      editor.call.editor.issues.save({
        id,
        seen: save,
        content: { ...content, description: `Raised by ${protectedName}.` },
      }),
    );
    expect(problem.reasons).toMatchObject([{ code: 'protected_mention' }]);
  });
});

describe('evidence', () => {
  test('given a finding on narrower terms than its source then no locator names that source', async () => {
    const source = await addSource(db(), { title: 'An interview with the envoy' });
    const { article, finding } = await publishNew(db(), author, publisher, {
      attribution: {
        sourceId: source.id,
        terms: 'background',
        descriptor: 'an envoy',
        participantId: null,
      },
      evidence: {
        ...findingContent({ body: paragraphs(...prose) }).evidence,
        locators: [{ sourceId: source.id, locator: 'p. 4' }],
      },
    });
    const shown = await desk.nobody.findings.byId({ id: finding.id });
    expect(shown.finding.attribution.wording).toBe('an envoy');
    expect(shown.finding.locators).toEqual([]);
    expect(JSON.stringify(await desk.nobody.articles.bySlug({ slug: article.slug }))).not.toContain(
      source.title,
    );
    expect((await problemIn(desk.nobody.sources.bySlug({ slug: source.slug }))).code).toBe(
      'not_found',
    );
  });
});

describe('earlier versions', () => {
  const secondVersion = async (id: string) => {
    await nextRevision(id, { standfirst: 'Ostrava waits for rain.' });
    await publisher.call.editor.articles.correct({
      id,
      corrections: [{ was: 'a', now: 'b', why: 'c', severity: 'correction' }],
    });
  };

  test('given a wording of the source that revealed too much then the versions with it go', async () => {
    const { source, attribution } = await underTheRule({ descriptor: 'the only envoy there' });
    const { article } = await publishNew(db(), author, publisher, { attribution });
    await secondVersion(article.id);
    const first = { slug: article.slug, number: 1 };
    expect(JSON.stringify(await desk.nobody.articles.version(first))).toContain('only envoy');
    const saved = await editor.call.editor.sources.save({
      id: source.id,
      seen: source.save,
      content: { ...contentOfSource(source), descriptor: 'a participant' },
    });
    // Under a live article another wording is a second person's to confirm.
    expect(saved).toMatchObject({ descriptor: 'the only envoy there', waiting: ['descriptor'] });
    expect(JSON.stringify(await desk.nobody.articles.version(first))).toContain('only envoy');
    expect(await reasonsIn(editor.call.editor.sources.change.confirm({ id: source.id }))).toEqual([
      'own_work',
    ]);
    await publisher.call.editor.sources.change.confirm({ id: source.id });
    expect((await problemIn(desk.nobody.articles.version(first))).code).toBe('not_found');
  });

  test('given a finding whose attribution the next version changes then those before it go', async () => {
    const source = await addSource(db(), { title: 'An interview with the envoy' });
    const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
    const { article, finding } = await publishNew(db(), author, publisher, { attribution });
    await author.call.editor.findings.save({
      id: finding.id,
      seen: (await author.call.editor.findings.get({ id: finding.id })).updatedAt,
      content: findingContent(article, {
        attribution: { ...attribution, terms: 'background', descriptor: 'an envoy' },
      }),
    });
    await secondVersion(article.id);
    const first = { slug: article.slug, number: 1 };
    expect((await problemIn(desk.nobody.articles.version(first))).code).toBe('not_found');
  });

  test('given nothing of that then they stay', async () => {
    const { attribution } = await underTheRule();
    const { article } = await publishNew(db(), author, publisher, { attribution });
    await secondVersion(article.id);
    const first = await desk.nobody.articles.version({ slug: article.slug, number: 1 });
    expect(first.standfirst).toBe('Ostrava waits.');
  });
});

describe('wider terms', () => {
  test('given something published that rests on a source then one editor does not open it', async () => {
    const { source, attribution } = await underTheRule();
    const { article } = await publishNew(db(), author, publisher, { attribution });
    const problem = await problemIn(
      editor.call.editor.sources.save({
        id: source.id,
        seen: source.save,
        content: {
          ...contentOfSource(source),
          terms: { attribution: 'on_record', disclosure: 'clear' },
        },
      }),
    );
    expect(problem.reasons).toMatchObject([{ code: 'waiver_needed', at: 'content.terms' }]);
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown.findings[0]?.attribution.named).toBeNull();
  });

  test('given nothing published then what was entered by mistake is corrected', async () => {
    const { source } = await underTheRule();
    const saved = await editor.call.editor.sources.save({
      id: source.id,
      seen: source.save,
      content: {
        ...contentOfSource(source),
        terms: { attribution: 'on_record', disclosure: 'clear' },
      },
    });
    expect(saved.terms.attribution).toBe('on_record');
  });
});

describe('terms and publication at the same moment', () => {
  test('given a source that is being closed then publishing waits, and is refused', async () => {
    const source = await addSource(db());
    const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId: null };
    const { article } = await writeWithFinding(db(), author, { attribution });
    const revisionId = await approve(article.id, author, editor);
    let published: Promise<string[]> = Promise.resolve([]);
    await db().$transaction(async (tx) => {
      const locked = await lockSource(tx, source.id);
      published = reasonsIn(
        publisher.call.editor.articles.publish({ id: article.id, revisionId }),
      ).catch(() => ['published']);
      await setTimeout(500);
      const content = { ...contentOfSource(locked ?? source) };
      await updateSource(tx, source.id, {
        content: { ...content, terms: { attribution: 'off_record', disclosure: 'clear' } },
        at: desk.clock.now,
      });
    });
    expect(await published).toContain('off_record');
    expect((await problemIn(desk.nobody.articles.bySlug({ slug: article.slug }))).code).toBe(
      'not_found',
    );
  });
});
