import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeZip } from '@viewpoints/docx/testing/write-zip';
import type { ImportKind, ImportOptions } from '@viewpoints/domain/imports/import-options';
import { expect, onTestFinished, test } from 'vitest';
import { buildGhost } from '../ghost/testing/build-ghost.ts';
import { buildExport, exportHead } from '../wordpress/testing/build-export.ts';
import { createReaderJobs } from './reader-job.ts';
import { uploadedFile } from './upload-files.ts';

type SentFile = { name: string; bytes: string | Uint8Array };

/** Opens one file as the process that reads uploads does, and reads it to its end. */
async function readFiles(kind: ImportKind, { name, bytes }: SentFile): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-upload-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await writeFile(uploadedFile(directory, 0), bytes);
  const ofArticles = { pages: false, language: null, authors: [], topics: [], encoding: null };
  const more = { site: 'https://old.example.org', addresses: '/{slug}/', fullText: false };
  const ofSources = { attribution: 'on_record', disclosure: 'clear' };
  const options = { kind, ...(kind === 'sources' ? ofSources : { ...ofArticles, ...more }) };
  const read = createReaderJobs();
  const files = [{ name, size: bytes.length }];
  const opened = await read({ op: 'open', directory, options: options as ImportOptions, files });
  const result = opened.of === 'articles' ? await read({ op: 'next' }) : opened;
  return result.of === 'problem' ? result.reasons.map(({ code }) => code) : [];
}

const post = '---\ntitle: The ports\ndate: 2019-04-02\n---\nShips pay.\n';
const zip = (...entries: Parameters<typeof writeZip>[0]): SentFile => ({
  name: 'site.zip',
  bytes: writeZip([{ name: 'ports.md', content: post }, ...entries]),
});
const xml = (bytes: string | Buffer): SentFile => ({ name: 'past.xml', bytes });
const whole = buildExport([{ id: 1, content: '<p>Text.</p>' }]);

test.each<[string, ImportKind, SentFile, string]>([
  [
    'a zip that leads out',
    'markdown',
    zip({ name: '../../out.md', content: post }),
    'zip_leads_out',
  ],
  ['a bomb', 'markdown', zip({ name: 'a.md', content: 'a'.repeat(60_000_000) }), 'zip_too_large'],
  ['a false size', 'markdown', zip({ name: 'a.md', content: 'abc', statedSize: 2 }), 'zip_damaged'],
  ['a name twice', 'markdown', zip({ name: 'ports.md', content: post }), 'zip_damaged'],
  [
    'a password',
    'markdown',
    zip({ name: 'a.md', content: post, encrypted: true }),
    'zip_encrypted',
  ],
  ['no zip', 'markdown', { name: 'site.zip', bytes: 'PK' }, 'zip_damaged'],
  [
    'entities from a file',
    'wordpress',
    xml(
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>`,
    ),
    'export_declares_entities',
  ],
  ['an end that is missing', 'wordpress', xml(whole.slice(0, -40)), 'export_truncated'],
  [
    'another encoding than it says',
    'wordpress',
    xml(Buffer.from(exportHead.replace('Quay', 'Qu\u00e4y'), 'latin1')),
    'export_encoding_wrong',
  ],
  ['a feed of WordPress', 'feed', { name: 'feed.xml', bytes: whole }, 'export_is_wordpress'],
  [
    'addresses of members',
    'ghost',
    { name: 'past.json', bytes: buildGhost([], { members: [{ id: 'm1', email: 'a@b.example' }] }) },
    'export_of_members',
  ],
  [
    'words that are no BibTeX',
    'sources',
    { name: 'a.bib', bytes: '@book{a, title = {' },
    'references_not_bibtex',
  ],
])('%s is refused, and why', async (_, kind, file, code) => {
  expect(await readFiles(kind, file)).toEqual([code]);
});
