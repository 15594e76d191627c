import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { exportedTables } from '@viewpoints/published/transfer/exported-models';
import { currentMigration } from '@viewpoints/published/transfer/read-snapshot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeManifest, forgeFile, hashOf } from '../testing/export-files.ts';
import { type Entry, tableName } from './entry.ts';
import { longestLine, splitLines } from './lines.ts';
import { openSource } from './open-source.ts';
import { writeTar } from './tar.ts';
import { verifyExport } from './verify-export.ts';

const id = '01900000-0000-7000-8000-000000000001';
const actors = tableName('actor');
let directory: string;
/** An export without rows, and with a picture. */
let exported: string;
let files: { name: string; text: string }[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-verify-'));
  exported = join(directory, 'export');
  files = [
    { name: `media/${id}`, text: 'a picture' },
    ...exportedTables.map(({ table }) => ({ name: tableName(table), text: '' })),
    { name: 'schema.json', text: '{}\n' },
  ];
  const manifest = {
    ...{ format: 'viewpoints-export', version: 1, migration: await currentMigration() },
    files: files.map(({ name, text }) => ({
      ...{ name, bytes: text.length, sha256: hashOf(text), rows: null },
    })),
    missingMedia: [],
  };
  files.push({ name: 'manifest.json', text: JSON.stringify(manifest) });
  for (const { name, text } of files) {
    await mkdir(dirname(join(exported, name)), { recursive: true });
    await writeFile(join(exported, name), text);
  }
});
afterAll(() => rm(directory, { recursive: true }));

const verify = async (path: string) => verifyExport(await openSource(path, []));
const refused = (code: string, says: string) =>
  expect.objectContaining({ name: 'TransferError', code, message: expect.stringContaining(says) });

async function* entriesOf(all: readonly { name: string; text: string }[]): AsyncGenerator<Entry> {
  for (const { name, text } of all) {
    const bytes = Buffer.from(text);
    yield { name, bytes: bytes.byteLength, content: chunksOf([bytes]) };
  }
}
async function* chunksOf(chunks: readonly Uint8Array[]) {
  yield* chunks;
}
async function tarOf(all: readonly { name: string; text: string }[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeTar(entriesOf(all))) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(directory, 'export.tar');
  await writeFile(path, bytes);
  return path;
}

test('an export that is whole is read to its end, as a directory and as a file', async () => {
  const manifest = await verify(exported);
  expect(manifest.files).toHaveLength(exportedTables.length + 2);
  expect(await verify(await fileOf(await tarOf(files)))).toEqual(manifest);
});

describe('a directory is refused', () => {
  test.each<[string, (copy: string) => Promise<void>, string, string]>([
    ['without a manifest', (copy) => rm(join(copy, 'manifest.json')), 'cut_short', 'not whole'],
    ...(['', '{', '{}', '[]', '{"format":"other"}'] as const).map(
      (text): [string, (copy: string) => Promise<void>, string, string] => [
        `with the manifest "${text}"`,
        (copy) => writeFile(join(copy, 'manifest.json'), text),
        'not_an_export',
        'manifest.json is not',
      ],
    ),
    [
      'of a later format',
      (copy) =>
        changeManifest(copy, (manifest) => {
          manifest.version = 2;
        }),
      ...(['wrong_version', 'Take the version that made it'] as const),
    ],
    [
      'of another migration',
      (copy) =>
        changeManifest(copy, (manifest) => {
          manifest.migration = '1_x';
        }),
      ...(['wrong_migration', 'ends with the migration "1_x"'] as const),
    ],
    ['with a shorter file', (copy) => truncate(join(copy, `media/${id}`), 3), 'changed', 'media/'],
    ['with another file', (copy) => writeFile(join(copy, actors), '{}\n'), 'changed', actors],
    ['without a table', (copy) => rm(join(copy, actors)), 'missing_file', actors],
    [
      'without a table that the manifest does not name either',
      async (copy) => {
        await rm(join(copy, actors));
        await changeManifest(copy, (manifest) => {
          manifest.files = manifest.files.filter(({ name }) => name !== actors);
        });
      },
      ...(['missing_file', actors] as const),
    ],
    ['without a picture', (copy) => rm(join(copy, `media/${id}`)), 'missing_file', 'media/'],
    [
      'with a file that the manifest does not name',
      (copy) => writeFile(join(copy, `media/${id.replace('1', '2')}`), ''),
      ...(['unknown_file', 'does not name'] as const),
    ],
    [
      'with an unknown table',
      (copy) => forgeFile(copy, 'tables/pg_class.jsonl', () => ''),
      'unknown_file',
      'pg_class',
    ],
    [
      'with a program',
      (copy) => writeFile(join(copy, 'media', 'x.sh'), ''),
      'unknown_file',
      'x.sh',
    ],
    [
      'with a link',
      (copy) => symlink('/etc/hosts', join(copy, 'media', id.replace('1', '3'))),
      'unknown_file',
      'no plain one',
    ],
  ])('%s', async (_, change, code, says) => {
    const copy = await mkdtemp(join(directory, 'copy-'));
    await cp(exported, copy, { recursive: true });
    await change(copy);
    await expect(verify(copy)).rejects.toEqual(refused(code, says));
  });

  test('that is not there', async () => {
    await expect(verify(join(directory, 'nothing'))).rejects.toEqual(
      refused('not_an_export', 'no'),
    );
  });
});

describe('a file is refused', () => {
  test('that is cut short, wherever that is', async () => {
    const whole = await tarOf(files.slice(-3));
    for (let length = 0; length < whole.byteLength - 512; length += 101) {
      const error = await verify(await fileOf(whole.subarray(0, length))).catch((each) => each);
      expect(error).toEqual(refused(length < 512 ? 'not_an_export' : 'cut_short', 'export'));
    }
  });

  test.each([
    ['media/../../../outside', 'outside'],
    ['/etc/passwd', 'passwd'],
    ['tables/actor.jsonl/../../x', 'actor'],
    [`media/${id}.part`, 'part'],
    ['tables/_prisma_migrations.jsonl', 'No export has'],
    ['manifest.json\n', 'manifest'],
  ])('with the name %j', async (name, says) => {
    const bytes = await tarOf([{ name, text: 'x' }, ...files]);
    await expect(verify(await fileOf(bytes))).rejects.toEqual(refused('unknown_file', says));
  });

  test('with tables in another order than they are taken in', async () => {
    const name = tableName('published_finding');
    const early = files.filter((each) => each.name === name);
    const rest = files.filter((each) => each.name !== name);
    const bytes = await tarOf([...rest.slice(0, 1), ...early, ...rest.slice(1)]);
    await expect(verify(await fileOf(bytes))).rejects.toEqual(refused('wrong_order', 'its place'));
  });

  test('with a file twice, another header, a link, or something behind its end', async () => {
    const twice = await tarOf([files[0] ?? { name: '', text: '' }, ...files]);
    await expect(verify(await fileOf(twice))).rejects.toEqual(refused('unknown_file', 'media'));
    const whole = await tarOf(files);
    const changed = (at: number, byte: string) => {
      const copy = Buffer.from(whole);
      copy.write(byte, at, 'latin1');
      return copy;
    };
    await expect(verify(await fileOf(changed(0, 'x')))).rejects.toEqual(
      refused('not_an_export', ''),
    );
    // As it is for a link, with the sum that goes with it.
    const link = changed(156, '2');
    link.write(
      (Number.parseInt(link.toString('latin1', 148, 154), 8) + 2).toString(8).padStart(6, '0'),
      148,
    );
    await expect(verify(await fileOf(link))).rejects.toEqual(
      refused('unknown_file', 'no plain one'),
    );
    const more = Buffer.concat([whole, Buffer.from('more')]);
    await expect(verify(await fileOf(more))).rejects.toEqual(refused('unknown_file', 'behind'));
  });
});

describe('lines', () => {
  async function linesOf(chunks: readonly Uint8Array[], most = longestLine): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of splitLines(chunksOf(chunks), actors, most)) lines.push(line);
    return lines;
  }

  test('are the same however they come', async () => {
    const bytes = Buffer.from('{"a":"ä"}\n\n{"b":"𝔘\u2028"}\n');
    for (const size of [1, 2, 3, 7, 100]) {
      const chunks = Array.from({ length: Math.ceil(bytes.byteLength / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await linesOf(chunks)).toEqual(['{"a":"ä"}', '', '{"b":"𝔘\u2028"}']);
    }
  });

  test('that are too long, cut short or no UTF-8 are refused', async () => {
    const chunk = Buffer.from('0123456789');
    await expect(linesOf([chunk, chunk], 15)).rejects.toEqual(refused('line_too_long', actors));
    await expect(linesOf([chunk])).rejects.toEqual(refused('cut_short', 'middle of a line'));
    await expect(linesOf([Buffer.from([0xff, 10])])).rejects.toEqual(
      refused('invalid_row', 'UTF-8'),
    );
  });
});

test('an archive is one that tar can read, with names of any length', async () => {
  const long = `articles/${'long-'.repeat(18)}name/versions/1.json`;
  const path = await fileOf(await tarOf([{ name: long, text: 'x' }]));
  const { stdout } = await promisify(execFile)('tar', ['-tf', path]);
  expect(stdout).toBe(`${long}\n`);
  const bytes = await tarOf([{ name: 'schema.json', text: 'x' }]);
  expect(await readFile(await fileOf(bytes)).then(({ byteLength }) => byteLength % 512)).toBe(0);
  expect(bytes.toString('latin1', 257, 265)).toBe('ustar\x0000');
});
