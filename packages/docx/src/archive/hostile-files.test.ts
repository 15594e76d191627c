import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDocxJob } from '../docx-job.ts';
import { docxReader } from '../docx-reader.ts';
import { buildDocx, docxEntries, paragraph, run } from '../testing/build-docx.ts';
import { writeZip, type ZipEntry } from '../testing/write-zip.ts';
import { openArchive } from './open-archive.ts';

const good = { body: paragraph(run('Text.')) };
const problemOf = async (bytes: Uint8Array) => {
  const result = await readDocxJob({ bytes, styles: [] });
  return result.ok ? null : result.problem;
};
/** A file with one entry changed. */
const changed = (name: string, change: Partial<ZipEntry>) =>
  writeZip(
    docxEntries(good).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  );
const document = 'word/document.xml';

describe('a file that is no Word document', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'not_word'],
    ['text', Buffer.from('Dear editors'), 'not_word'],
    ['a zip file of something else', writeZip([{ name: 'a.txt', content: 'a' }]), 'not_word'],
    ['a spreadsheet', changed(document, { content: '<workbook/>' }), 'not_word'],
    ['a file of before 2007', Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex'), 'old_word'],
    [
      'an encrypted file',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    ['an entry with a password', changed(document, { encrypted: true }), 'encrypted'],
    ['a file that was cut off', buildDocx(good).subarray(0, -40), 'damaged'],
    ['garbage in its place', changed(document, { content: '\u0000\u0001 <w' }), 'damaged'],
    [
      'words in no encoding',
      changed(document, { content: Buffer.from([0x3c, 0xff, 0x3e]) }),
      'damaged',
    ],
    ['other bytes than were written', changed(document, { statedChecksum: 1 }), 'damaged'],
    ['a size that is not so', changed(document, { statedSize: 9 }), 'damaged'],
    [
      'a path that leads out',
      writeZip([...docxEntries(good), { name: '../x', content: '' }]),
      'damaged',
    ],
    ['a part twice', writeZip([...docxEntries(good), { name: document, content: '' }]), 'damaged'],
    [
      'entities that grow',
      changed(document, {
        content: '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>',
      }),
      'damaged',
    ],
    ['elements without end', changed(document, { content: '<a>'.repeat(9_000) }), 'too_large'],
    [
      'a bomb',
      writeZip([...docxEntries(good), { name: 'x', content: 'a'.repeat(60_000_000) }]),
      'too_large',
    ],
    [
      'too many entries',
      writeZip(Array.from({ length: 3_001 }, (_, index) => ({ name: `${index}`, content: '' }))),
      'too_large',
    ],
  ])('%s is refused, and why', async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toBe(problem);
  });

  test('the directory is judged before anything is unpacked', async () => {
    const limits = { entries: 10, bytes: 100, xmlBytes: 100, ratio: 150 };
    const zip = writeZip([{ name: 'a', content: 'a'.repeat(101) }]);
    await expect(openArchive(zip, limits)).rejects.toMatchObject({ problem: 'too_large' });
    await expect(openArchive(zip, { ...limits, bytes: 101 })).resolves.toBeDefined();
    expect(deflateRawSync('a').length).toBeGreaterThan(0);
  });
});

test('every cut and every changed byte of a file is an answer and never a failure', async () => {
  const bytes = buildDocx({ ...good, comments: '', links: { a: 'https://example.org' } });
  for (let at = 0; at < bytes.length; at += 13) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 0x55;
    await expect(readDocxJob({ bytes: flipped, styles: [] })).resolves.toHaveProperty('ok');
    await expect(readDocxJob({ bytes: bytes.subarray(0, at), styles: [] })).resolves.toHaveProperty(
      'ok',
      false,
    );
  }
});

test('is read in a process of its own', async () => {
  const result = await docxReader.run({ bytes: buildDocx(good), styles: [] });
  expect(result).toMatchObject({ ok: true, converted: { blocks: [{ type: 'paragraph' }] } });
  const [pid] = docxReader.pids();
  expect(pid).not.toBe(process.pid);
  expect(pid).toBeGreaterThan(0);
});
