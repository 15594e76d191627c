import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { sharedFrom } from '@viewpoints/working-copy/shared-document';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { writeBlockChange } from '@viewpoints/working-copy/suggestions/suggestion';
import {
  linkWords,
  placeOf,
  suggestBreak,
  suggestMoved,
  suggestOfBlock,
  suggestParagraph,
  suggestRow,
  suggestWords,
} from '@viewpoints/working-copy/testing/suggest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  decisionInput,
  newSuggestion,
  suggestInstead,
  writeAtPage,
} from '../testing/suggest-changes.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  approve,
  prose,
  publishNew,
  sentence,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';
import { openShared } from '../working-copy/open-shared.ts';

let desk: TestDesk;
let ines: Person;
let helen: Person;
let omar: Person;
let stella: Person;
let stranger: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [ines, helen, omar, stella, stranger] = await Promise.all([
    desk.person('contributor'),
    desk.person('editor'),
    desk.person('editor', 'publisher'),
    desk.person('editor'),
    desk.person('contributor'),
  ]);
});
afterAll(() => desk.close());
const db = () => desk.db.editorial;
const canary = 'zanzibarcanary';

const keyOf = newSuggestion;
const change = (person: Person, id: string, act: Parameters<typeof writeAtPage>[3]) =>
  writeAtPage(desk, person, id, act);
const suggest = (person: Person, id: string, was: string, is: string) =>
  suggestInstead(desk, person, { id, was, is });
const listed = (id: string, person = omar) =>
  person.call.editor.articles.suggestions.list({ articleId: id });
async function decide(
  person: Person,
  verdict: 'accept' | 'refuse',
  articleId: string,
  keys: SuggestionKey[],
) {
  // An account without access gets the keys from elsewhere.
  const suggestions = await decisionInput(omar, articleId, keys);
  return person.call.editor.articles.suggestions[verdict]({ articleId, suggestions });
}
const accept = (person: Person, id: string, ...keys: SuggestionKey[]) =>
  decide(person, 'accept', id, keys);
const refuse = (person: Person, id: string, ...keys: SuggestionKey[]) =>
  decide(person, 'refuse', id, keys);
const screenOf = (id: string) => omar.call.editor.articles.get({ id });
const bodyOf = async (id: string) => (await screenOf(id)).article.body;
const save = async (id: string, body: ReturnType<typeof paragraphs>, person = omar) => {
  const { article } = await screenOf(id);
  const content = { ...articleContentOf(article), body };
  return person.call.editor.articles.save({ id, seen: article.save, content });
};
/** Every row of the database with the words, except the shared documents, where they belong. */
const rowsWith = (words: string) => tablesWith(words);
/** The shared documents that have it: bytes are written as hexadecimal digits. */
const bytesWith = (words: string) => tablesWith(Buffer.from(words).toString('hex'));
async function tablesWith(words: string): Promise<string[]> {
  const tables = await desk.db.sql(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables as { name: string }[]) {
    const [schema, table] = name.split('.');
    const rows = await desk.db.sql(
      `select 1 from "${schema}"."${table}" t where t::text ilike $1 limit 1`,
      [`%${words}%`],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('what is suggested', () => {
  test('changes nothing: no save, no approval, no verification, and no row says it', async () => {
    const { article } = await writeWithFinding(db(), ines);
    const revisionId = await approve(article.id, ines, omar);
    const before = await screenOf(article.id);
    await suggest(helen, article.id, 'rains', canary);
    const key = keyOf(helen);
    await change(helen, article.id, (shared) =>
      suggestParagraph(shared, key, `It is the ${canary}.`, 'The council'),
    );
    const other = keyOf(helen);
    const callout = { type: 'callout', attrs: { kind: 'note', title: canary } };
    await change(helen, article.id, (shared) =>
      suggestMoved(shared, other, 'The talks', { within: [callout] }),
    );
    const after = await screenOf(article.id);
    expect(after.article).toEqual(before.article);
    expect(after.findings).toEqual(before.findings);
    expect(after.review).toEqual(before.review);
    expect(await listed(article.id)).toHaveLength(3);
    expect(await rowsWith(canary)).toEqual([]);

    const { pass } = await omar.call.editor.articles.preview({ id: article.id });
    expect(pass).not.toBe('');
    const live = await omar.call.editor.articles.publish({ id: article.id, revisionId });
    expect(live.state).toBe('published');
    expect(await rowsWith(canary)).toEqual([]);
    const page = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(JSON.stringify(page)).toContain('before the rains');
    expect(JSON.stringify(page)).not.toContain(canary);

    // It is still there to be accepted, and only then words of the article.
    const [first] = await listed(article.id);
    await accept(omar, article.id, { by: helen.account.id, id: first?.id ?? '' });
    expect(await rowsWith(canary)).not.toEqual([]);
    expect(JSON.stringify(await desk.nobody.articles.bySlug({ slug: article.slug }))).not.toContain(
      canary,
    );
  });

  test('of rows of a table is in no row of the database, and in the table once it is accepted', async () => {
    const { id } = await writeArticle(db(), ines);
    const attrs = { colspan: 1, rowspan: 1, colwidth: null };
    const cell = (words: string) => ({
      ...{ type: 'tableCell' as const, attrs },
      content: paragraphs(words).content as never,
    });
    const table = {
      type: 'table' as const,
      content: [
        { type: 'tableRow' as const, content: [cell('Aden'), cell('Ten')] },
        { type: 'tableRow' as const, content: [cell('Suez'), cell('Two')] },
      ],
    };
    const body = { type: 'doc' as const, content: [...paragraphs('The tolls.').content, table] };
    await save(id, body);
    const [added, removed] = [keyOf(helen), keyOf(ines)];
    await change(helen, id, (shared) => suggestRow(shared, added, `Port ${canary}row`, 'One'));
    await change(ines, id, (shared) => {
      const found = shared.getXmlFragment('body').get(1) as never as { get: (at: number) => never };
      const first = found.get(0) as { setAttribute: (name: string, value: string) => void };
      first.setAttribute('suggestedDeletion', `${removed.by}/${removed.id}`);
    });
    expect(await bodyOf(id)).toEqual(body);
    expect(await rowsWith(`${canary}row`)).toEqual([]);
    expect((await listed(id)).flatMap(({ parts }) => parts.map(({ kind }) => kind))).toEqual([
      'delete_block',
      'insert_block',
    ]);
    await refuse(omar, id, removed);
    expect(await bodyOf(id)).toEqual(body);
    await accept(omar, id, added);
    expect((await bodyOf(id)).content[1]).toEqual({
      ...table,
      content: [
        ...table.content,
        { type: 'tableRow', content: [cell(`Port ${canary}row`), cell('One')] },
      ],
    });
  });

  test('is suggested by who is signed in, whatever their page says', async () => {
    const { id } = await writeArticle(db(), ines);
    const forged = keyOf(ines);
    await change(helen, id, (shared) => suggestWords(shared, forged, ' never', 'council'));
    expect(await listed(id)).toMatchObject([
      { by: { id: helen.account.id, name: helen.account.name } },
    ]);
    const own = keyOf(ines);
    await change(ines, id, (shared) => suggestWords(shared, own, ' at last', 'talks'));
    await change(helen, id, (shared) => suggestWords(shared, own, ' do not', ' at last'));
    const [, added] = await listed(id);
    expect(added?.parts).toEqual([{ kind: 'insert', text: ' at last do not' }]);
    expect(added?.authors).toEqual([
      { id: ines.account.id, name: ines.account.name },
      { id: helen.account.id, name: helen.account.name },
    ]);
  });

  test('is refused where an article could never say it', async () => {
    const { id } = await writeArticle(db(), ines);
    const value = writeBlockChange(keyOf(helen), { type: 'heading', attrs: { level: 77 } });
    const stored = change(helen, id, (shared) =>
      suggestOfBlock(shared, 'suggestedChange', value, 'The council'),
    );
    await expect(stored).rejects.toMatchObject({ reasons: [{ code: 'suggestion_impossible' }] });
    expect(await listed(id)).toEqual([]);
  });

  test('is seen, accepted and refused by who may edit the article, and nobody else', async () => {
    const { id } = await writeArticle(db(), ines);
    const key = await suggest(helen, id, 'talks', 'rows');
    expect(await listed(id, ines)).toHaveLength(1);
    const works = [
      () => listed(id, stranger),
      () => accept(stranger, id, key),
      () => refuse(stranger, id, key),
    ];
    for (const work of works) expect(await reasonsIn(work())).toEqual(['not_your_own']);
    await omar.call.editor.articles.archive({ id });
    expect((await problemIn(accept(omar, id, key))).code).toBe('refused');
    // Archiving has dropped it.
    expect(await refuse(omar, id, key)).toMatchObject({ decided: 0, gone: 1 });
  });
});

describe('a suggestion that is accepted', () => {
  test('is what both wrote, and a third or each other approves it', async () => {
    const { id } = await writeArticle(db(), ines);
    await approve(id, ines, omar);
    const key = await suggest(helen, id, 'talks', 'rows');
    await accept(omar, id, key);
    expect(JSON.stringify(await bodyOf(id))).toContain('The rows go on.');
    const { review, article } = await screenOf(id);
    expect(article.state).toBe('draft');
    expect(review.pending.map(({ authorId }) => authorId).toSorted()).toEqual(
      [helen.account.id, omar.account.id].toSorted(),
    );
    const records = await desk.db.sql(
      `select details from audit_record where action = 'suggestion.accept' and subject_id = $1`,
      [id],
    );
    expect(records).toMatchObject([{ details: { count: 1, authorId: helen.account.id } }]);
  });

  test('is what all wrote who had a part in it, and none of them may approve their own', async () => {
    const { id } = await writeArticle(db(), ines);
    await approve(id, ines, omar);
    const key = await suggest(helen, id, 'talks', 'rows');
    await change(stella, id, (shared) => {
      const { text, at } = placeOf(shared, 'rows');
      text.delete(at, 1);
    });
    await accept(helen, id, key);
    expect(JSON.stringify(await bodyOf(id))).toContain('The ows go on.');
    const { review } = await screenOf(id);
    expect(review.pending.map(({ authorId }) => authorId).toSorted()).toEqual(
      [helen.account.id, stella.account.id].toSorted(),
    );
    await approve(id, helen, stella);
    const after = await screenOf(id);
    expect(after.article.state).toBe('in_review');
    expect(after.review.pending.map(({ authorId }) => authorId)).toEqual([stella.account.id]);
    const records = await desk.db.sql(
      `select details from audit_record where action = 'suggestion.accept' and subject_id = $1`,
      [id],
    );
    expect(records).toMatchObject([{ details: { authorId: helen.account.id, authors: 2 } }]);
  });

  test('by two is approved by no act of one of them alone, whichever changed it last', async () => {
    const { id } = await writeArticle(db(), ines);
    await approve(id, ines, omar);
    const key = await suggest(helen, id, 'talks', 'rows');
    // Stella makes other words of Helen's, and accepts what has Helen's name first.
    await change(stella, id, (shared) => {
      const { text, at } = placeOf(shared, 'rows');
      text.delete(at + 1, 3);
      text.insert(at + 1, 'iots', { insertion: key });
    });
    await accept(stella, id, key);
    expect(JSON.stringify(await bodyOf(id))).toContain('The riots go on.');
    const { revisionId } = await stella.call.editor.articles.submit({ id });
    const act = (person: Person) =>
      problemIn(person.call.editor.articles.approve({ id, revisionId }));
    // Words in Helen's name she may approve, as often as she likes; her own she may not.
    await stella.call.editor.articles.approve({ id, revisionId });
    expect(await act(stella)).toMatchObject({ reasons: [{ code: 'own_words' }] });
    const { article, review } = await screenOf(id);
    expect(article.state).toBe('in_review');
    expect(review.pending.map(({ authorId }) => authorId)).toEqual([stella.account.id]);
    const publish = omar.call.editor.articles.publish({ id, revisionId });
    expect(await reasonsIn(publish)).not.toEqual([]);
    // Helen reads what became of her words and approves Stella's: two people know all of them.
    await helen.call.editor.articles.approve({ id, revisionId });
    expect((await screenOf(id)).article.state).toBe('approved');
  });

  test('by hand, without its mark, is what those wrote who suggested it', async () => {
    const { id } = await writeArticle(db(), ines);
    await approve(id, ines, omar);
    await suggest(helen, id, 'talks', 'rows');
    await change(omar, id, (shared) => {
      const { text, at } = placeOf(shared, 'rows');
      text.format(at, 4, { insertion: null } as never);
    });
    const { review } = await screenOf(id);
    expect(review.pending.map(({ authorId }) => authorId).toSorted()).toEqual(
      [helen.account.id, omar.account.id].toSorted(),
    );
  });

  test('is what one wrote who accepts what they suggested', async () => {
    const { id } = await writeArticle(db(), ines);
    await approve(id, ines, omar);
    await accept(helen, id, await suggest(helen, id, 'talks', 'rows'));
    const { review } = await screenOf(id);
    expect(review.pending.map(({ authorId }) => authorId)).toEqual([helen.account.id]);
  });

  test('voids the verification of a finding whose words it changes, and no other', async () => {
    const { article, finding } = await writeWithFinding(db(), ines);
    await omar.call.editor.findings.verify({ id: finding.id });
    const verified = async () =>
      (await screenOf(article.id)).findings.find(({ id }) => id === finding.id)?.verifiedAt ?? null;
    const inside = await suggest(helen, article.id, 'not sign', 'sign');
    const outside = await suggest(helen, article.id, 'talks', 'rows');
    expect(await verified()).not.toBeNull();
    await accept(omar, article.id, outside);
    expect(await verified()).not.toBeNull();
    await accept(omar, article.id, inside);
    expect(await verified()).toBeNull();
  });

  test('puts paragraphs into a list, in which quotes and comments stay on their words', async () => {
    const { article, finding } = await writeWithFinding(db(), ines);
    const revisionId = await approve(article.id, ines, omar);
    expect(revisionId).not.toBe('');
    const key = keyOf(helen);
    const within = [
      { type: 'bulletList', attrs: {} },
      { type: 'listItem', attrs: {} },
    ];
    await change(helen, article.id, (shared) => {
      suggestMoved(shared, key, 'Ostrava will', { within });
      suggestMoved(shared, key, 'The talks', { within, shared: 1 });
    });
    expect((await screenOf(article.id)).article.state).toBe('approved');
    await accept(omar, article.id, key);
    const { article: now, findings, review } = await screenOf(article.id);
    expect(now.body.content.map(({ type }) => type)).toEqual(['paragraph', 'bulletList']);
    expect(now.state).toBe('draft');
    expect(findings.find(({ id }) => id === finding.id)?.verifiedAt).not.toBeNull();
    expect(review.pending.map(({ authorId }) => authorId).toSorted()).toEqual(
      [helen.account.id, omar.account.id].toSorted(),
    );
  });

  test.each([
    ['an unknown container', [{ type: 'marquee', attrs: {} }]],
    ['an item without a list', [{ type: 'listItem', attrs: {} }]],
    ['a link in an attribute', [{ type: 'blockQuote', attrs: { href: 'javascript:x' } }]],
  ])('cannot be in %s', async (_name, within) => {
    const { id } = await writeArticle(db(), ines);
    const stored = change(helen, id, (shared) =>
      suggestMoved(shared, keyOf(helen), 'The talks', { within }),
    );
    await expect(stored).rejects.toMatchObject({ reasons: [{ code: 'suggestion_impossible' }] });
  });

  test('by two people at once is accepted once', async () => {
    const { id } = await writeArticle(db(), ines);
    const key = await suggest(ines, id, 'talks', 'rows');
    const both = await Promise.all([accept(omar, id, key), accept(helen, id, key)]);
    expect(both.map(({ decided, gone }) => [decided, gone]).toSorted()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(JSON.stringify(await bodyOf(id))).toContain('The rows go on.');
    expect(await listed(id)).toEqual([]);
  });

  test('leaves others alone; one that is refused changes nothing', async () => {
    const { id } = await writeArticle(db(), ines);
    const before = (await screenOf(id)).article;
    const first = await suggest(ines, id, 'talks', 'rows');
    const second = await suggest(helen, id, 'council', 'senate');
    expect(await refuse(omar, id, first)).toMatchObject({ decided: 1, gone: 0 });
    expect((await screenOf(id)).article).toEqual(before);
    expect((await listed(id)).map((each) => each.id)).toEqual([second.id]);
  });
});

describe('what is decided', () => {
  const listedDetails = async (id: string) =>
    (await listed(id)).flatMap(({ parts }) =>
      parts.flatMap((part) => ('details' in part && part.details) || []),
    );

  test.each<[string, (id: string, key: SuggestionKey) => Promise<unknown>]>([
    [
      'other words',
      (id, key) => change(helen, id, (shared) => suggestWords(shared, key, ' on and on', 'rows')),
    ],
    [
      'an address under the same words',
      (id) => change(helen, id, (shared) => linkWords(shared, 'rows', 'https://example.org/other')),
    ],
    [
      'the same words at another place',
      (id, key) =>
        change(helen, id, (shared) => {
          const { text, at } = placeOf(shared, 'rows');
          text.delete(at, 4);
          suggestWords(shared, key, 'rows', 'The');
        }),
    ],
  ])('is what was seen: %s are refused, and nothing is decided', async (_, alter) => {
    const { id } = await writeArticle(db(), ines);
    const key = await suggest(helen, id, 'talks', 'rows');
    const other = await suggest(ines, id, 'council', 'senate');
    await change(helen, id, (shared) => linkWords(shared, 'rows', 'https://example.org/one'));
    const suggestions = await decisionInput(omar, id, [key, other]);
    await alter(id, key);
    const before = await bodyOf(id);
    for (const verdict of ['accept', 'refuse'] as const) {
      const decided = omar.call.editor.articles.suggestions[verdict]({
        ...{ articleId: id, suggestions },
      });
      expect(await problemIn(decided)).toMatchObject({
        code: 'stale',
        reasons: [{ code: 'suggestion_changed', details: { ids: [key.id] } }],
      });
    }
    expect(await bodyOf(id)).toEqual(before);
    expect(await listed(id)).toHaveLength(2);
    await accept(omar, id, key);
    expect(JSON.stringify(await bodyOf(id))).toContain('rows');
  });

  test('is listed with addresses of links', async () => {
    const { id } = await writeArticle(db(), ines);
    await suggest(helen, id, 'talks', 'rows');
    await change(helen, id, (shared) => linkWords(shared, 'rows', 'https://example.org/one'));
    expect(await listedDetails(id)).toEqual([
      { of: 'link', value: 'rows' },
      { of: 'link', name: 'href', value: 'https://example.org/one' },
    ]);
  });
});

describe('other ways of writing', () => {
  test('keep what is suggested in the paragraphs that they leave, and say what went with the others', async () => {
    const { id } = await writeArticle(db(), ines);
    const first = await suggest(helen, id, 'talks', 'rows');
    await suggest(helen, id, 'council', 'senate');
    const saved = await save(id, paragraphs('The parliament met.', ...prose.slice(1)));
    expect(saved.suggestionsGone).toBe(1);
    expect((await listed(id)).map((each) => each.id)).toEqual([first.id]);
    const records = await desk.db.sql(
      `select details from audit_record where action = 'article.edit' and subject_id = $1
        and details ? 'suggestionsGone'`,
      [id],
    );
    expect(records).toMatchObject([{ details: { suggestionsGone: 1 } }]);
  });

  test('keep what is suggested in a paragraph of which they change other words', async () => {
    const { id } = await writeArticle(db(), ines);
    const key = await suggest(helen, id, 'talks', 'rows');
    const body = paragraphs(...prose.map((words) => words.replace('go on', 'continue')));
    const saved = await save(id, body);
    expect(saved).toMatchObject({ suggestionsGone: 0, article: { body } });
    await accept(omar, id, key);
    expect(JSON.stringify(await bodyOf(id))).toContain('The rows continue.');
  });

  test('restoring an old version brings its words back', async () => {
    const { id } = await writeArticle(db(), ines);
    const { revisionId: from } = await omar.call.editor.articles.keepRevision({ id });
    await save(id, paragraphs(...prose.slice(0, 2), 'The talks have ended.'));
    const kept = await suggest(helen, id, 'council', 'senate');
    await suggest(helen, id, 'ended', canary);
    const restored = await omar.call.editor.articles.history.restore({
      ...{ id, from, part: { kind: 'whole' } },
    });
    expect(restored.suggestionsGone).toBe(1);
    expect(await bodyOf(id)).toEqual(paragraphs(...prose));
    expect((await listed(id)).map((each) => each.id)).toEqual([kept.id]);
  });

  const live = async () => (await publishNew(db(), ines, omar)).article;
  test.each<[string, () => Promise<{ id: string }>, (id: string) => Promise<unknown>]>([
    [
      'retracted',
      live,
      (id) => omar.call.editor.articles.retract({ id, why: 'The letters were forged.' }),
    ],
    ['archived', () => writeArticle(db(), ines), (id) => omar.call.editor.articles.archive({ id })],
    [
      'redacted',
      live,
      (id) => omar.call.editor.articles.redact({ id, redaction: { what: 'note', number: 1 } }),
    ],
  ])('it goes from all that is stored when the article is %s', async (name, write, act) => {
    const { id } = await write();
    const before = await bodyOf(id);
    const hidden = `${name}canary`;
    await suggest(helen, id, 'talks', hidden);
    const key = keyOf(helen);
    await change(helen, id, (shared) => {
      suggestParagraph(shared, key, `It is ${hidden}.`, 'The council');
      suggestBreak(shared, key, 'The council');
      const to = { type: 'heading', attrs: { level: 2 } };
      suggestOfBlock(shared, 'suggestedChange', writeBlockChange(key, to), 'The talks');
    });
    expect(await listed(id)).toHaveLength(2);
    expect(await bytesWith(hidden)).not.toEqual([]);
    await act(id);
    expect(await bytesWith(hidden)).toEqual([]);
    expect(await rowsWith(hidden)).toEqual([]);
    expect(await listed(id)).toEqual([]);
    expect(await bodyOf(id)).toEqual(before);
    const { state } = await openShared({ editorial: db() }, id);
    expect(readShared(sharedFrom(state, [])).data?.body).toEqual(before);
    const records = await desk.db.sql(
      `select details from audit_record where subject_id = $1 and details ? 'suggestionsGone'`,
      [id],
    );
    expect(records).toMatchObject([{ details: { suggestionsGone: 2 } }]);
  });
});

test('a comment is on words as they are without what is suggested', async () => {
  const { id } = await writeArticle(db(), ines);
  await suggest(helen, id, 'council', canary);
  const { article } = await screenOf(id);
  const { text } = documentText(article.body);
  const start = text.indexOf(sentence);
  const quote = quoteFromRange(text, start, start + sentence.length);
  await helen.call.editor.articles.comments.start({
    ...{ articleId: id, on: { kind: 'words', quote }, text: 'When?' },
  });
  const { threads } = await omar.call.editor.articles.comments.list({ articleId: id });
  expect(threads).toMatchObject([{ on: { words: sentence } }]);
  expect(await listed(id)).toHaveLength(1);
});
