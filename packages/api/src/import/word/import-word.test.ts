import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { findMedia } from '@viewpoints/db/editorial/media';
import { addArticle, addSource, paragraphs } from '@viewpoints/db/testing/builders';
import {
  buildDocx,
  change,
  type DocxParts,
  deleted,
  paragraph,
  picture,
  run,
  style,
  usualStyles,
} from '@viewpoints/docx/testing/build-docx';
import { MAX_THREADS } from '@viewpoints/domain/comments/comment';
import { documentText } from '@viewpoints/domain/document/document-text';
import { undescribedPicture } from '@viewpoints/domain/document/undescribed-pictures';
import { suggestLast } from '@viewpoints/working-copy/testing/suggest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPicture, pngChunk } from '../../testing/a-picture.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { newSuggestion, writeAtPage } from '../../testing/suggest-changes.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../../testing/test-desk.ts';
import { type ImportProgress, ImportWord, importWord } from './import-word.ts';

let desk: TestDesk;
let editor: Person;
let contributor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  contributor = await desk.person('contributor');
});
afterAll(() => desk.close());

const send = (
  parts: DocxParts,
  input: object = {},
  { by = editor, onProgress }: { by?: Person; onProgress?: (now: ImportProgress) => void } = {},
) =>
  importWord(
    by.context,
    buildDocx({ styles: usualStyles, ...parts }),
    ImportWord.parse({ fileName: 'The_ports of Osk.docx', ...input }),
    onProgress,
  );
const storedFiles = () => readdir(editor.context.instance.media.place).catch(() => []);
const itemsOf = ({ report }: Awaited<ReturnType<typeof send>>) =>
  report.items.map(({ code, block }) => [code, block]);

describe('a Word file', () => {
  test('becomes a draft with a revision of its own, and its report stays with it', async () => {
    const { article, report } = await send({
      body: [
        paragraph(run('The ports'), 'Title'),
        paragraph(
          `${run('They ')}${change('del', deleted('will'))}${change('ins', run('may'))}${run(' pay.')}`,
        ),
      ].join(''),
      comments: `<w:comment w:id="1" w:author="Ada Perrin">${paragraph(run('Who said so?'))}</w:comment>`,
    });
    expect(article).toMatchObject({
      ...{ headline: 'The ports', slug: 'the-ports', state: 'draft', language: 'en' },
      body: { content: [{ type: 'paragraph', content: [{ text: 'They will pay.' }] }] },
      note: 'Brought in from The_ports of Osk.docx.',
    });
    const kept = await editor.call.editor.wordImports.get({ articleId: article.id });
    expect(kept).toMatchObject({ fileName: 'The_ports of Osk.docx', report });
    expect(kept?.report.changes.map(({ words }) => words)).toEqual(['will', 'may']);
    expect(kept?.report).toMatchObject({ comments: [], threads: 1 });
    const { revisions } = await editor.call.editor.articles.get({ id: article.id });
    expect(revisions).toHaveLength(1);
  });

  test('without a title is called as its file is, or as was said', async () => {
    const body = paragraph(run('Text.'));
    expect((await send({ body })).article.headline).toBe('The ports of Osk');
    expect((await send({ body }, { headline: 'Tolls' })).article.headline).toBe('Tolls');
  });

  test('in another language than the journal is an article in that', async () => {
    const lang = (tag: string) => run('Le port paie, dit le ministre.', `<w:lang w:val="${tag}"/>`);
    expect((await send({ body: paragraph(lang('fr-FR')) })).article.language).toBe('fr');
    expect((await send({ body: paragraph(lang('en-US')) })).article.language).toBe('en');
  });

  test('has its pictures in the library, cleaned, each once, and reports progress', async () => {
    const progress: ImportProgress[] = [];
    const { article, ...imported } = await send(
      {
        pictures: { p1: { name: 'a.png', bytes: aPicture({ width: 5, height: 4 }) } },
        body: [
          paragraph(picture('p1', 'A crane')),
          paragraph(run('Text.')),
          paragraph(picture('p1', '')),
          paragraph(picture('p1', 'A boat. Description automatically generated')),
        ].join(''),
      },
      {},
      { onProgress: (now) => progress.push(now) },
    );
    const { content } = article.body;
    const mediaId = content[0]?.type === 'figure' ? content[0].attrs.mediaId : '';
    const shown = { mediaId, credit: null, width: 5, height: 4 };
    expect(content).toMatchObject([
      { type: 'figure', attrs: { ...shown, alt: 'A crane' } },
      { type: 'paragraph' },
      { type: 'figure', attrs: { ...shown, alt: undescribedPicture } },
      { type: 'figure', attrs: { ...shown, alt: expect.stringContaining('A boat') } },
    ]);
    expect(await findMedia(desk.db.editorial, mediaId)).toMatchObject({ alt: 'A crane' });
    expect(itemsOf({ article, ...imported })).toEqual([
      ['picture_not_described', 3],
      ['picture_described_by_program', 4],
    ]);
    expect(progress).toEqual([{ stage: 'reading' }, { stage: 'pictures', done: 1, of: 1 }]);
    const { publishable } = await editor.call.editor.articles.get({ id: article.id });
    expect(publishable.ok ? [] : publishable.reasons.map(({ code }) => code)).toContain(
      'picture_not_described',
    );
  });

  test('reports metadata of its pictures, with protected names to those who may know, and stores none', async () => {
    const { editorial } = desk.db;
    await addSource(editorial, {
      ...{ kind: 'event', descriptor: 'a participant' },
      terms: { attribution: 'chatham_house', disclosure: 'clear' },
      participants: [{ id: randomUUID(), name: 'Zora Quillfeather', affiliation: '' }],
    });
    const plain = aPicture();
    const marked = (text: string) =>
      Buffer.concat([
        ...[plain.subarray(0, 33), pngChunk('tEXt', Buffer.from(`Author\0${text}`))],
        plain.subarray(33),
      ]);
    const { pictures } = await send({
      pictures: {
        p1: { name: 'a.png', bytes: marked('Zora Quillfeather of Halden') },
        p2: { name: 'b.png', bytes: marked('Ada Marsh') },
      },
      body: [paragraph(picture('p1', 'A crane')), paragraph(picture('p2', 'A boat'))].join(''),
    });
    expect(pictures).toEqual({
      ...{ removed: ['comments'], searched: true },
      named: [{ words: 'Zora Quillfeather', certain: true }],
    });
    for (const table of ['word_import', 'media', 'audit_record'])
      expect(JSON.stringify(await desk.db.sql(`select * from ${table}`))).not.toContain('Halden');
    const without = await send({ body: paragraph(run('The ports')) });
    expect(without.pictures).toEqual({ removed: [], named: [], searched: true });
  });

  test('reports pictures that cannot be shown; the blocks after them have the right number', async () => {
    const imported = await send({
      pictures: {
        p1: { name: 'a.emf', bytes: Buffer.from('\x01\x00\x00\x00') },
        p2: { name: 'b.png', bytes: aPicture().subarray(0, 40) },
      },
      body: [
        paragraph(run('One.')),
        paragraph(picture('p1', 'A chart')),
        paragraph(picture('p2', 'A photograph')),
        paragraph(run('Its caption'), 'Caption'),
        paragraph(change('ins', run('Four.'))),
      ].join(''),
    });
    // The inserted paragraph is only suggested, and the last.
    expect(imported.article.body.content).toHaveLength(2);
    expect(itemsOf(imported)).toEqual([
      ['picture_type', 1],
      ['picture_refused', 2],
    ]);
    expect(imported.report.changes[0]?.place.block).toBe(3);
    expect(imported.report.counts).toContainEqual({ part: 'pictures', found: 2, broughtIn: 0 });
  });

  test('of an account that may not upload pictures is imported without them', async () => {
    const before = await storedFiles();
    const imported = await send(
      {
        pictures: { p1: { name: 'a.png', bytes: aPicture() } },
        body: paragraph(run('Text.')) + paragraph(picture('p1', 'A crane')),
      },
      {},
      { by: contributor },
    );
    expect(itemsOf(imported)).toEqual([['picture_not_permitted', 1]]);
    expect(await storedFiles()).toEqual(before);
  });
});

describe('comments of a Word file', () => {
  type Said = { id: string; text: string; author?: string; date?: string };
  const said = ({ id, text, author = 'Ada Perrin', date = '2031-05-02T10:00:00Z' }: Said) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="${date}"><w:p w14:paraId="00A${id}">${run(text)}</w:p></w:comment>`;
  const on = (id: string, inside: string) =>
    `<w:commentRangeStart w:id="${id}"/>${inside}<w:commentRangeEnd w:id="${id}"/>`;
  const threadsOf = async (articleId: string, by = editor) =>
    (await by.call.editor.articles.comments.list({ articleId })).threads;
  const file: DocxParts = {
    body: [
      paragraph(on('6', run('The ports')), 'Title'),
      paragraph(run('They pay.')),
      paragraph(
        `${run('They ')}${on('1', run('pay'))}${run(' the ')}${on('5', change('del', deleted('old')))}${on('8', change('moveFrom', deleted('hence')))}${run(' toll, say ')}${on('4', `${run('most')}${run(' of', '<w:b/>')}${run(' them.')}`)}`,
      ),
    ].join(''),
    comments: [
      said({ id: '1', text: 'Who says so?' }),
      // Word stores no seconds, and clocks differ.
      said({ id: '2', text: 'Ask @Editor.', author: 'Ben Odell', date: '2031-05-02T09:00:00Z' }),
      said({ id: '3', text: 'The minister.', author: ' ' }),
      said({ id: '4', text: 'All?' }),
      said({ id: '5', text: 'How old?' }),
      said({ id: '8', text: 'Whence?' }),
      said({ id: '6', text: 'Shorter?' }),
      said({ id: '7', text: 'On nothing.' }),
    ].join(''),
    commentsExtended: [
      '<w15:commentEx w15:paraId="00A1" w15:done="1"/>',
      ...['00A2', '00A3'].map(
        (id) => `<w15:commentEx w15:paraId="${id}" w15:paraIdParent="00A1" w15:done="1"/>`,
      ),
    ].join(''),
  };

  test.each(['editor', 'contributor'] as const)(
    'become threads on their words, of an %s too, under the names in the file',
    async (role) => {
      const by = role === 'editor' ? editor : contributor;
      const { article, report } = await send(file, {}, { by });
      const threads = await threadsOf(article.id, by);
      expect(
        threads.map((thread) => ({
          on: thread.on,
          said: thread.comments.map(({ text, inWordFile }) => [inWordFile?.author, text]),
        })),
      ).toEqual([
        {
          on: { kind: 'words', quote: 'pay', words: 'pay' },
          said: [
            ['Ada Perrin', 'Who says so?'],
            ['Ben Odell', 'Ask @Editor.'],
            [null, 'The minister.'],
          ],
        },
        {
          on: { kind: 'words', quote: 'old', words: 'old' },
          said: [['Ada Perrin', 'How old?']],
        },
        {
          on: { kind: 'words', quote: 'most of them.', words: 'most of them.' },
          said: [['Ada Perrin', 'All?']],
        },
        {
          on: { kind: 'words', quote: 'hence', words: null },
          said: [['Ada Perrin', 'Whence?']],
        },
        { on: { kind: 'field', field: 'headline' }, said: [['Ada Perrin', 'Shorter?']] },
        { on: { kind: 'article' }, said: [['Ada Perrin', 'On nothing.']] },
      ]);
      const [first, , second] = threads;
      expect(first?.resolved).toMatchObject({ by: { id: by.account.id } });
      expect(second?.resolved).toBeNull();
      expect(first?.comments[1]).toMatchObject({
        by: { id: by.account.id },
        inWordFile: { at: '2031-05-02T09:00:00.000Z' },
        mentions: [],
      });
      expect(report).toMatchObject({ comments: [], threads: 6 });
      expect(report.counts).toContainEqual({ part: 'comments', found: 8, broughtIn: 8 });
      expect(JSON.stringify(await findArticle(desk.db.editorial, article.id))).not.toContain(
        'comment',
      );
    },
  );

  test('are seen by all who see the article, and no notifications are sent', async () => {
    const notified = () => desk.db.editorial.notification.count();
    const before = await notified();
    const { article } = await send(file);
    expect(await notified()).toBe(before);
    const refused = await refusalOf(desk, () =>
      contributor.call.editor.articles.comments.list({ articleId: article.id }),
    );
    expect(refused[0]).toBe('not_permitted');
  });

  test('are edited by nobody, and removed with their names', async () => {
    const { article } = await send(file);
    const publisher = await desk.person('publisher');
    const [first] = await threadsOf(article.id);
    const [ada, ben] = first?.comments ?? [];
    const { comments } = editor.call.editor.articles;
    const edited = comments.edit({ id: ben?.id ?? '', text: 'Ask nobody.' });
    expect((await problemIn(edited)).reasons.map(({ code }) => code)).toEqual(['not_your_own']);
    await comments.remove({ id: ben?.id ?? '' });
    await publisher.call.editor.articles.comments.remove({ id: ada?.id ?? '' });
    const [after] = await threadsOf(article.id);
    expect(after?.comments.map(({ text, inWordFile }) => [text, inWordFile])).toEqual([
      [null, { author: null, at: null }],
      [null, { author: null, at: null }],
      ['The minister.', expect.anything()],
    ]);
    for (const table of ['comment', 'word_import', 'audit_record', 'revision', 'article'])
      expect(
        await desk.db.sql(
          `select 1 from ${table} t where t::text like any (array['%Ben Odell%', '%Ask @Editor%'])
           and t::text like $1`,
          [`%${table === 'comment' ? (first?.id ?? '') : article.id}%`],
        ),
      ).toEqual([]);
  });

  test('that are too many for an article stay in the report, each thread whole', async () => {
    const many = Array.from({ length: MAX_THREADS + 2 }, (_, at) => String(at + 1));
    const { article, report } = await send({
      body: paragraph(many.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') + run('x')),
      comments: many.map((id) => said({ id, text: `No. ${id}` })).join(''),
    });
    const threads = await threadsOf(article.id);
    expect(threads).toHaveLength(MAX_THREADS);
    // As many as the same words may have.
    expect(threads.filter(({ on }) => on.kind === 'words' && on.words === 'x')).toHaveLength(20);
    expect(report.threads).toBe(MAX_THREADS);
    expect(report.comments.map(({ text }) => text)).toEqual(
      many.slice(-2).map((id) => `No. ${id}`),
    );
    expect(report.counts).toContainEqual({
      ...{ part: 'comments', found: MAX_THREADS + 2, broughtIn: MAX_THREADS },
    });
  });

  test('that are long are divided between words, and one that says nothing stays out', async () => {
    const long = `${'word '.repeat(900)}end`;
    const { article, report } = await send({
      body: paragraph(run('Text.')),
      comments: said({ id: '1', text: long }) + said({ id: '2', text: '' }),
    });
    const [thread] = await threadsOf(article.id);
    const parts = thread?.comments.map(({ text }) => text ?? '') ?? [];
    expect(parts).toHaveLength(2);
    expect(parts.join(' ')).toBe(long);
    expect(report.comments.map(({ text }) => text)).toEqual(['']);
  });
});

describe('tracked changes of a Word file', () => {
  const body = paragraph(
    `${run('They ')}${change('del', deleted('will'))}${change('ins', run('may'), { author: 'Ben Odell' })}${run(' pay.')}`,
  );
  const suggestions = (by: Person) => by.call.editor.articles.suggestions;
  const textOf = async (id: string) => {
    const { article } = await editor.call.editor.articles.get({ id });
    return documentText(article.body).text;
  };

  test('are suggestions of the importing account, under the names in the file', async () => {
    const { article, report } = await send({ body }, {}, { by: contributor });
    const listed = await suggestions(contributor).list({ articleId: article.id });
    expect(await textOf(article.id)).toBe('They will pay.');
    const { id, name } = contributor.account;
    const at = '2031-05-02T10:00:00.000Z';
    expect(listed).toMatchObject([
      {
        ...{ authors: [{ id, name }], inWordFile: { author: 'Ada Perrin', at } },
        parts: [{ kind: 'delete', text: 'will' }],
      },
      { inWordFile: { author: 'Ben Odell', at }, parts: [{ kind: 'insert', text: 'may' }] },
    ]);
    expect(report.changes.map(({ suggestion }) => suggestion)).toEqual(listed.map((one) => one.id));
    // Their names go with the report.
    await editor.call.editor.wordImports.remove({ articleId: article.id });
    const [left] = await suggestions(contributor).list({ articleId: article.id });
    expect(left?.inWordFile).toBeNull();
  });

  test('of whole paragraphs become suggested blocks, each with its number in the text', async () => {
    const end = (kind: string) => `<w:rPr>${change(kind, '')}</w:rPr>`;
    const { article, report } = await send({
      body: [
        paragraph(run('First.')),
        paragraph(change('del', deleted('Old words.')), '', end('del')),
        paragraph(change('ins', run('New words.')), '', end('ins')),
        body,
      ].join(''),
    });
    expect(await textOf(article.id)).toBe('First. Old words. They will pay.');
    const listed = await suggestions(editor).list({ articleId: article.id });
    expect(listed.map(({ parts }) => parts)).toMatchObject([
      [{ kind: 'delete_block', text: 'Old words.' }],
      [{ kind: 'insert_block', text: 'New words.' }],
      [{ kind: 'delete', text: 'will' }],
      [{ kind: 'insert', text: 'may' }],
    ]);
    expect(report.changes.map(({ suggestion }) => suggestion)).toEqual(listed.map((one) => one.id));
    expect(report.changes.map(({ place }) => place.block)).toEqual([3, 3, 4, 4]);
    expect(report.counts).toContainEqual({ part: 'changes', found: 6, broughtIn: 6 });
    const seen = listed.map(({ id, by, digest }) => ({ id, by: by.id, digest }));
    await suggestions(editor).accept({ articleId: article.id, suggestions: seen });
    expect(await textOf(article.id)).toBe('First. New words. They may pay.');
  });

  test('are, once accepted, what who brought them in and who accepts them wrote', async () => {
    const { article } = await send({ body }, {}, { by: contributor });
    const { id: articleId } = article;
    const listed = await suggestions(editor).list({ articleId });
    const seen = listed.map(({ id, by, digest }) => ({ id, by: by.id, digest }));
    await suggestions(editor).accept({ articleId, suggestions: seen });
    expect(await textOf(articleId)).toBe('They may pay.');
    const { revisionId } = await contributor.call.editor.articles.submit({ id: articleId });
    const { review } = await editor.call.editor.articles.get({ id: articleId });
    expect(review.pending.map(({ authorId }) => authorId).toSorted()).toEqual(
      [contributor.account.id, editor.account.id].toSorted(),
    );
    // Who accepts approves the other's part and not their own; a third approves both.
    const approving = { id: articleId, revisionId };
    const half = await editor.call.editor.articles.approve(approving);
    expect(half.approvedRevisionId).toBeNull();
    const publisher = await desk.person('publisher');
    const whole = await publisher.call.editor.articles.approve(approving);
    expect(whole.approvedRevisionId).not.toBeNull();
  });

  test('are accepted if the empty article already has a suggestion', async () => {
    const { id } = await editor.call.editor.articles.create({ headline: 'My own' });
    const key = newSuggestion(editor);
    await writeAtPage(desk, editor, id, (shared) => suggestLast(shared, key, 'Perhaps.'));
    const { article, report } = await send({ body }, { articleId: id });
    expect(documentText(article.body).text).toBe('They may pay.');
    expect(report.changes.map(({ suggestion }) => suggestion)).toEqual([null, null]);
  });
});

describe('an article without text', () => {
  const body = paragraph(run('The ports'), 'Title') + paragraph(run('Text.'));

  test('takes a file in, and keeps what it has', async () => {
    const { id } = await editor.call.editor.articles.create({ headline: 'My own' });
    const { article } = await send({ body }, { articleId: id });
    expect(article).toMatchObject({ id, headline: 'My own', save: 2 });
    expect(article.body.content).toHaveLength(1);
  });

  test('takes none where there is a text, and no picture stays behind', async () => {
    const { id } = await addArticle(desk.db.editorial, {
      by: editor.account.id,
      body: paragraphs('Here already.'),
    });
    const before = await storedFiles();
    const pictures = { p1: { name: 'a.png', bytes: aPicture({ width: 9, height: 9 }) } };
    const sent = send({ body: body + paragraph(picture('p1', 'x')), pictures }, { articleId: id });
    await expect(sent).rejects.toMatchObject({ reasons: [{ code: 'article_has_text' }] });
    expect(await storedFiles()).toEqual(before);
  });

  test('of another is closed to a contributor', async () => {
    const { id } = await editor.call.editor.articles.create({});
    await expect(send({ body }, { articleId: id }, { by: contributor })).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });
});

describe('what became of a file', () => {
  test('is for who may edit the article, and can be removed', async () => {
    const { article } = await send({ body: paragraph(run('Text.')) });
    const of = { articleId: article.id };
    expect((await refusalOf(desk, () => contributor.call.editor.wordImports.get(of)))[0]).toBe(
      'not_permitted',
    );
    await editor.call.editor.wordImports.remove(of);
    expect(await editor.call.editor.wordImports.get(of)).toBeNull();
    expect((await refusalOf(desk, () => editor.call.editor.wordImports.remove(of)))[0]).toBe(
      'not_found',
    );
  });
});

describe('the table of styles', () => {
  test('is saved over the save that was seen, and files are read by it', async () => {
    const styles = editor.call.editor.wordStyles;
    const { save: seen } = await styles.get();
    const rows = [{ style: 'House Aside', becomes: 'note' as const }];
    expect(await styles.save({ seen, styles: rows })).toEqual({ styles: rows, save: seen + 1 });
    expect((await refusalOf(desk, () => styles.save({ seen, styles: [] })))[0]).toBe('stale');
    const { article } = await send({
      styles: usualStyles + style('Aside', 'House Aside'),
      body: paragraph(run('By the way.'), 'Aside'),
    });
    expect(article.body.content[0]).toMatchObject({ type: 'callout', attrs: { kind: 'note' } });
    await styles.save({ seen: seen + 1, styles: [] });
  });

  test('names each style once, whatever its letters', async () => {
    const { save: seen } = await editor.call.editor.wordStyles.get();
    const twice = [
      { style: 'Aside', becomes: 'note' as const },
      { style: ' aside', becomes: 'warning' as const },
    ];
    expect(
      (await refusalOf(desk, () => editor.call.editor.wordStyles.save({ seen, styles: twice })))[0],
    ).toBe('invalid_input');
  });
});

describe('a file that cannot be read', () => {
  const refused = (bytes: Uint8Array) =>
    importWord(editor.context, bytes, ImportWord.parse({})).then(
      () => null,
      ({ reasons }) => reasons[0].code,
    );

  /** More than may be, of words that do not pack like those of a bomb. */
  const many = (make: (words: string) => string) =>
    Array.from({ length: 20_001 }, () => make(randomUUID())).join('');

  test.each<[string, Uint8Array]>([
    ['word_not_word', Buffer.from('Dear editors')],
    ['word_too_old', Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex')],
    [
      'word_encrypted',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
    ['word_damaged', buildDocx({ body: paragraph(run('x')) }).subarray(0, -30)],
    ['word_too_heavy', Buffer.alloc(50 * 1024 ** 2 + 1)],
    [
      'word_too_much',
      buildDocx({ body: '', more: [{ name: 'x', content: 'a'.repeat(60_000_000) }] }),
    ],
    [
      'word_too_many_changes',
      buildDocx({ body: paragraph(many((words) => change('ins', run(words)))) }),
    ],
    ['word_too_long', buildDocx({ body: many((words) => paragraph(run(words))) })],
  ])('is refused: %s', async (code, bytes) => {
    expect(await refused(bytes)).toBe(code);
  });
});
