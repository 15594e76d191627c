import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { findMedia } from '@viewpoints/db/editorial/media';
import { addArticle, paragraphs } from '@viewpoints/db/testing/builders';
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
import { undescribedPicture } from '@viewpoints/domain/document/undescribed-pictures';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPicture } from '../../testing/a-picture.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { openTestDesk, type Person, type TestDesk } from '../../testing/test-desk.ts';
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
const storedFiles = () => readdir(editor.context.instance.mediaDirectory).catch(() => []);
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
      body: { content: [{ type: 'paragraph', content: [{ text: 'They may pay.' }] }] },
      note: 'Brought in from The_ports of Osk.docx.',
    });
    const kept = await editor.call.editor.wordImports.get({ articleId: article.id });
    expect(kept).toMatchObject({ fileName: 'The_ports of Osk.docx', report });
    expect(kept?.report.changes.map(({ words }) => words)).toEqual(['will', 'may']);
    expect(kept?.report.comments.map(({ text }) => text)).toEqual(['Who said so?']);
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

  test('has its pictures in the library, cleaned, each once, and tells how far it is', async () => {
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

  test('tells of pictures that cannot be shown; what stands after them has its number', async () => {
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
    expect(imported.article.body.content).toHaveLength(3);
    expect(itemsOf(imported)).toEqual([
      ['picture_type', 1],
      ['picture_refused', 2],
    ]);
    expect(imported.report.changes[0]?.place.block).toBe(3);
    expect(imported.report.counts).toContainEqual({ part: 'pictures', found: 2, broughtIn: 0 });
  });

  test('of somebody who uploads no pictures comes in without them', async () => {
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

  test('of somebody else is closed to a contributor', async () => {
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
