import { addTopic } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { publishNew, writeArticle, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

const namesOf = async (person: Person, subjectId: string) => {
  const { items } = await person.call.editor.audit.list({ subjectId });
  return [...new Set(items.map(({ subjectName }) => subjectName))];
};

describe('what a record calls its thing', () => {
  test('is the headline for who sees the article, and nothing for an admin until readers have it', async () => {
    const draft = await writeArticle(desk.db.editorial, author);
    expect(await namesOf(publisher, draft.id)).toEqual([draft.headline]);
    expect(await namesOf(admin, draft.id)).toEqual([null]);
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    expect(await namesOf(admin, article.id)).toEqual([article.headline]);
  });

  test('is the public headline for an admin, whatever the next version says', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    await desk.db.sql('UPDATE article SET headline = $1 WHERE id = $2', ['Not yet', article.id]);
    expect(await namesOf(admin, article.id)).toEqual([article.headline]);
    expect(await namesOf(publisher, article.id)).toEqual(['Not yet']);
  });

  test('is hidden from an admin for findings, sources, releases and entries', async () => {
    const { finding } = await writeWithFinding(desk.db.editorial, author);
    const release = await editor.call.editor.releases.create({ name: 'Winter papers' });
    const topic = await editor.call.editor.topics.create({ slug: 'winter', name: 'Winter' });
    for (const [id, name] of [
      [finding.id, 'Ostrava will not sign before the rains'],
      [release.id, 'Winter papers'],
      [topic.id, 'Winter'],
    ] as const) {
      expect(await namesOf(publisher, id)).toEqual([name]);
      expect(await namesOf(admin, id)).toEqual([null]);
    }
  });
});

describe('the record of an article', () => {
  test('has that of its findings, and of nothing else', async () => {
    const { article, finding } = await writeWithFinding(desk.db.editorial, author);
    await writeWithFinding(desk.db.editorial, author);
    const { items } = await publisher.call.editor.audit.list({ articleId: article.id, limit: 100 });
    expect(new Set(items.map(({ subjectId }) => subjectId))).toEqual(
      new Set([article.id, finding.id]),
    );
  });
});

describe('the record of a person and of some days', () => {
  test('is what they did, from an instant up to and without another', async () => {
    const other = await desk.person('editor');
    const start = desk.clock.now;
    const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
    for (const hours of [0, 1, 2]) {
      desk.clock.now = at(hours);
      await other.call.editor.topics.create({ slug: `hour-${hours}`, name: `Hour ${hours}` });
    }
    desk.clock.now = start;
    const span = { from: at(1).toISOString(), to: at(2).toISOString() };
    const { items } = await publisher.call.editor.audit.list({ by: other.account.id, ...span });
    expect(items.map(({ subjectName }) => subjectName)).toEqual(['Hour 1']);
    const people = await publisher.call.editor.audit.people();
    expect(people).toContainEqual({ id: other.account.id, name: other.account.name });
    const silent = await desk.person('editor');
    expect((await publisher.call.editor.audit.people()).map(({ id }) => id)).not.toContain(
      silent.account.id,
    );
  });
});

describe('the exported record', () => {
  test('has what the screen shows to the same person, and that it was taken along', async () => {
    const draft = await writeArticle(desk.db.editorial, author);
    const filter = { subjectId: draft.id };
    const { csv, nextCursor } = await publisher.call.editor.audit.export(filter);
    expect(nextCursor).toBe(null);
    const [header, ...rows] = csv.trimEnd().split('\r\n');
    expect(header).toBe('\ufefftime,person,sentence,action,kind,id,details');
    const { items } = await publisher.call.editor.audit.list(filter);
    expect(rows).toHaveLength(items.length);
    expect(csv).toContain(`began “${draft.headline}”`);
    const forAdmin = await admin.call.editor.audit.export(filter);
    expect(forAdmin.csv).toContain('began an article');
    expect(forAdmin.csv).not.toContain(draft.headline);
    const own = { subjectId: admin.account.id, action: 'audit.export' };
    expect((await publisher.call.editor.audit.list(own)).items).toHaveLength(1);
  });

  test('gives a spreadsheet nothing to run', async () => {
    const { id } = await addTopic(desk.db.editorial);
    await desk.db.sql('UPDATE account SET name = $1 WHERE id = $2', [
      ...['=HYPERLINK("http://evil.example")', editor.account.id],
    ]);
    await editor.call.editor.topics.remove({ id });
    const { csv } = await publisher.call.editor.audit.export({ subjectId: id });
    expect(csv).toContain('"\'=HYPERLINK(""http://evil.example"")"');
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });

  test('goes on where a part of it ended', async () => {
    const by = await desk.person('editor');
    await desk.db.sql(
      `INSERT INTO audit_record (id, at, by_id, action, subject_kind, subject_id, details)
       SELECT gen_random_uuid(), timestamptz '2020-01-01' + n * interval '1 second', $1,
         'topic.edit', 'topic', gen_random_uuid(), '{}' FROM generate_series(1, 2600) n`,
      [by.account.id],
    );
    const first = await publisher.call.editor.audit.export({ by: by.account.id });
    const rest = await publisher.call.editor.audit.export({
      ...{ by: by.account.id, cursor: first.nextCursor },
    });
    expect(rest.nextCursor).toBe(null);
    const times = (first.csv + rest.csv).match(/^2020-\S+?(?=,)/gm);
    expect(new Set(times).size).toBe(2600);
  });
});
