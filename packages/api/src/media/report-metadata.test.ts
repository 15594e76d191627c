import { newId } from '@viewpoints/db/editorial/new-id';
import { addSource } from '@viewpoints/db/testing/builders';
import type { Role } from '@viewpoints/domain/accounts/account';
import { pdfOf } from '@viewpoints/pictures/testing/a-pdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPicture, pngChunk } from '../testing/a-picture.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { reportMetadata } from './report-metadata.ts';
import { UploadMedia, uploadMediaWithReport } from './upload-media.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await addSource(desk.db.editorial, {
    ...{ kind: 'event', descriptor: 'a participant' },
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    participants: [{ id: newId(), name: 'Zora Quillfeather', affiliation: '' }],
  });
});
afterAll(() => desk.close());

const png = (...texts: string[]) => {
  const picture = aPicture();
  const chunks = texts.map((text) => pngChunk('tEXt', Buffer.from(`Author\0${text}`, 'latin1')));
  return Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);
};
const upload = async ({ context }: Person, bytes: Uint8Array) => {
  const { account } = context;
  if (account === null) throw new Error('nobody is signed in');
  const given = UploadMedia.parse({});
  const { removed, named, searched } = await uploadMediaWithReport(
    { ...context, account },
    bytes,
    given,
  );
  expect(searched).toBe(true);
  return { removed, named };
};

test('metadata removed from a picture is reported, and names in it to those who may see sources', async () => {
  const editor = await desk.person('editor');
  expect(await upload(editor, aPicture())).toEqual({ removed: [], named: [] });
  expect(await upload(editor, png('Ada Marsh'))).toEqual({ removed: ['comments'], named: [] });
  expect(await upload(editor, png('by ZORA  QUILLFEATHER, Halden'))).toEqual({
    removed: ['comments'],
    named: [{ words: 'ZORA  QUILLFEATHER', certain: true }],
  });
});

test('an account that may not see sources learns nothing from a name in a file', async () => {
  const { editorial } = desk.db;
  const reportFor = (role: Role, words: string) =>
    reportMetadata(
      { editorial, acting: { roles: [role] } },
      { removed: ['people'], words, isCut: true },
    );
  const name = 'Zora Quillfeather';
  expect(await reportFor('editor', name)).toEqual({
    removed: ['people'],
    named: [{ words: name, certain: true }],
    searched: false,
  });
  expect(await reportFor('contributor', name)).toEqual({
    ...{ removed: ['people'], named: [], searched: true },
  });
});

test('a search that fails leaves the file stored, and says that it was not searched', async () => {
  const { context } = await desk.person('editor');
  const { account } = context;
  if (account === null) throw new Error('nobody is signed in');
  await desk.db.sql('REVOKE SELECT ON source FROM viewpoints_editorial');
  try {
    const bytes = png('Zora Quillfeather');
    const answer = await uploadMediaWithReport(
      { ...context, account },
      bytes,
      UploadMedia.parse({}),
    );
    expect(answer).toMatchObject({ removed: ['comments'], named: [], searched: false });
    expect(await desk.db.editorial.media.count({ where: { id: answer.id } })).toBe(1);
  } finally {
    await desk.db.sql('GRANT SELECT ON source TO viewpoints_editorial');
  }
});

test('nothing of what a file said is stored', async () => {
  const editor = await desk.person('editor');
  await upload(editor, png('Zora Quillfeather of Halden harbour'));
  for (const table of ['media', 'audit_record'])
    expect(JSON.stringify(await desk.db.sql(`select * from ${table}`))).not.toContain('Halden');
});

test('of a PDF it is its information, comments, attached files and scripts', async () => {
  const editor = await desk.person('editor');
  const file = pdfOf({
    1: `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (1) >>
      /Names << /EmbeddedFiles << /Names [] >> >> >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>',
    3: '<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>',
    4: '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ask Zora Quillfeather) >>',
    13: '<< /Title (Tides) /Author (Ada Marsh) /Producer (Acme) /ModDate (D:2026) >>',
  });
  const { removed, named } = await upload(editor, file);
  expect(removed.toSorted()).toEqual([
    ...['attachments', 'camera', 'captions', 'comments', 'people', 'scripts', 'time'],
  ]);
  expect(named).toEqual([{ words: 'Zora Quillfeather', certain: true }]);
});

test('of a PDF its forms, outline, and the metadata of its pages and pictures are read too', async () => {
  const editor = await desk.person('editor');
  const file = (values: Readonly<Record<number, string>>) =>
    pdfOf({
      1: `<< /Type /Catalog /Pages 2 0 R ${values[0] ?? ''} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>',
      3: '<< /Type /Page /Parent 2 0 R >>',
      ...values,
    });
  const name = 'Zora Quillfeather';
  const xmp = (packet: string) =>
    `<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream`;
  for (const values of [
    { 0: '/AcroForm << /Fields [4 0 R] >>', 4: `<< /FT /Tx /T (Witness) /V (${name}) >>` },
    { 0: '/Outlines 4 0 R', 4: '<< /Type /Outlines /First 5 0 R >>', 5: `<< /Title (${name}) >>` },
    { 4: xmp(`<x:xmpmeta><dc:creator>${name}</dc:creator></x:xmpmeta>`) },
  ])
    expect((await upload(editor, file(values))).named).toEqual([{ words: name, certain: true }]);
});

test('a PDF whose metadata cannot be decoded is taken in without it', async () => {
  const editor = await desk.person('editor');
  const damaged = (filter: string) =>
    pdfOf({
      1: '<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 200] >>',
      3: '<< /Type /Page /Parent 2 0 R >>',
      4: `<< /Type /Metadata /Subtype /XML /Filter ${filter} /Length 9 >>\nstream\nno stream\nendstream`,
    });
  for (const filter of ['/FlateDecode', '/Crypt', '[/FlateDecode /LZWDecode]'])
    expect(await upload(editor, damaged(filter))).toEqual({ removed: ['other'], named: [] });
});
