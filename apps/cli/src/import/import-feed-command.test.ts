import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRss } from '@viewpoints/api/import/feed/testing/build-feed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const item = (name: string) =>
  `<title>${name}</title><link>https://old.example.org/${name}</link><dc:creator>Mira Solberg</dc:creator>
   <pubDate>Tue, 02 Apr 2019 08:30:00 GMT</pubDate><description>&lt;p&gt;They will pay.&lt;/p&gt;</description>`;

describe('viewpoints import feed', () => {
  let directory: string;
  let commands: CommandProcess;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-feed-'));
    commands = startCommandProcess(directory);
    await Promise.all([
      writeFile(join(directory, 'one.xml'), buildRss([item('ports'), item('dues')])),
      writeFile(join(directory, 'two.xml'), buildRss([item('quays')])),
      writeFile(join(directory, 'page.html'), '<html><body/></html>'),
    ]);
  });
  afterAll(async () => {
    await commands.stop();
    await rm(directory, { recursive: true });
  });

  const cli = (...args: string[]) => commands.run(['import', 'feed', ...args]);

  test('says what would become of all files of an archive, and writes nothing', async () => {
    const { status, stdout } = await cli('one.xml', 'two.xml');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'The Quay Review, https://old.example.org',
      'Becomes drafts: 3 articles (3 published), 9 words, 0 pictures.',
      'Authors: Mira Solberg (3).',
      'To be looked at by a person:',
      '  It may have only the beginning of its text. It becomes a draft (3).',
      '    https://old.example.org/ports, ports',
      '    https://old.example.org/dues, dues',
      '    https://old.example.org/quays, quays',
      'Nothing was brought in: this was a dry run.',
    ]);
    expect((await cli('one.xml', '--full-text')).stdout).not.toContain('beginning of its text');
  });

  test.each([
    [['page.html'], /page\.html: Line 1: This is not a feed/],
    [['one.xml', 'three.xml'], /There is no such file: three\.xml/],
    [['one.xml', '--site', 'old.example.org'], /old\.example\.org is no address of a site/],
  ])('what cannot be read ends it with a sentence: %j', async (args, sentence) => {
    const { status, stderr } = await cli(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
