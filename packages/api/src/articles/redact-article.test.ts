import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, publishNew } from '../testing/written-article.ts';

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

/** A live article with one correction, whose address changed since its publication. */
async function publishCorrected() {
  const { article } = await publishNew(desk.db.editorial, author, publisher);
  const { id, slug: formerSlug } = article;
  const slug = `moved-${id}`;
  const recalled = await publisher.call.editor.articles.get({ id });
  await publisher.call.editor.articles.save({
    ...{ id, seen: recalled.article.save },
    content: { ...articleContentOf(recalled.article), slug, standfirst: 'Ostrava waits for rain.' },
  });
  await approve(id, author, editor);
  await publisher.call.editor.articles.correct({
    id,
    corrections: [
      { was: 'Two wells.', now: 'Three wells.', why: 'Miscounted.', severity: 'correction' },
    ],
  });
  const redact = (
    redaction: Parameters<typeof publisher.call.editor.articles.redact>[0]['redaction'],
  ) => publisher.call.editor.articles.redact({ id, redaction });
  return { id, slug, formerSlug, redact };
}

describe('what is taken away from readers', () => {
  test('a notice says only “Removed”, and so does the note of the version it came with', async () => {
    const { slug, redact } = await publishCorrected();
    const read = () => desk.nobody.articles.bySlug({ slug });
    const noticeId = String((await read()).corrections[0]?.id);
    await redact({ what: 'notice', noticeId });
    const { corrections, versions } = await read();
    expect(corrections).toMatchObject([{ was: 'Removed', now: 'Removed', why: 'Removed' }]);
    expect(versions.find(({ number }) => number === 2)?.note).toBe('Removed');
    expect(JSON.stringify(await desk.nobody.corrections.list({}))).not.toContain('Three wells');
  });

  test('an earlier version is not read any more; the live one cannot be taken away', async () => {
    const { slug, redact } = await publishCorrected();
    const read = (number: number) => desk.nobody.articles.version({ slug, number });
    await read(1);
    await redact({ what: 'version', number: 1 });
    expect((await problemIn(read(1))).code).toBe('not_found');
    expect(await reasonsIn(redact({ what: 'version', number: 2 }))).toEqual(['version_is_live']);
    expect((await read(2)).standfirst).toBe('Ostrava waits for rain.');
  });

  test('a former address leads nowhere any more', async () => {
    const { slug, formerSlug, redact } = await publishCorrected();
    const read = () => desk.nobody.articles.bySlug({ slug: formerSlug });
    expect((await read()).slug).toBe(slug);
    await redact({ what: 'address', slug: formerSlug });
    expect((await problemIn(read())).code).toBe('not_found');
    expect((await desk.nobody.articles.bySlug({ slug })).slug).toBe(slug);
  });

  test('is of this article alone: nothing of another goes', async () => {
    const { redact } = await publishCorrected();
    const other = await publishCorrected();
    const noticeId = String(
      (await desk.nobody.articles.bySlug({ slug: other.slug })).corrections[0]?.id,
    );
    for (const redaction of [
      { what: 'address', slug: other.formerSlug },
      { what: 'notice', noticeId },
      { what: 'address', slug: 'never-an-address' },
    ] as const)
      expect((await problemIn(redact(redaction))).code).toBe('not_found');
    expect((await desk.nobody.articles.bySlug({ slug: other.formerSlug })).slug).toBe(other.slug);
  });
});

describe('a retraction', () => {
  test('leaves the versions with their notes, and each address', async () => {
    const { id, slug, formerSlug } = await publishCorrected();
    const { versions } = await desk.nobody.articles.bySlug({ slug });
    await publisher.call.editor.articles.retract({ id, why: 'It was invented.' });
    const left = await desk.nobody.articles.bySlug({ slug });
    expect(versions.map(({ note }) => note)).toEqual(['Miscounted.', null]);
    expect([left.retracted, left.versions]).toEqual([true, versions]);
    expect((await desk.nobody.articles.bySlug({ slug: formerSlug })).id).toBe(id);
  });
});
