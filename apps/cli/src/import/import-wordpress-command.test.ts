import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExport } from '@viewpoints/api/import/wordpress/testing/build-export';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const whole = buildExport([
  {
    id: 7,
    title: 'The ports',
    content: 'They will pay.\n\n[shipping-map id="3"]',
    terms: [['category', 'harbours', 'Harbours']],
    comments: '<wp:comment></wp:comment>',
  },
  { id: 8, type: 'product' },
]);

describe('viewpoints import wordpress', () => {
  let directory: string;
  let commands: CommandProcess;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-wordpress-'));
    commands = startCommandProcess(directory);
    await Promise.all([
      writeFile(join(directory, 'past.xml'), whole),
      writeFile(join(directory, 'cut.xml'), whole.slice(0, -40)),
    ]);
  });
  afterAll(async () => {
    await commands.stop();
    await rm(directory, { recursive: true });
  });

  const cli = (...args: string[]) => commands.run(['import', 'wordpress', ...args]);

  test('says by itself what would become of everything, and writes nothing', async () => {
    const { status, stdout } = await cli('past.xml');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'The Quay Review, https://old.example.org',
      'Becomes drafts: 1 article (1 published), 5 words, 0 pictures.',
      'Authors: Mira Solberg (1).',
      'Topics: Harbours (1).',
      'Stays on the old site: 1 comment of readers.',
      'Left out: 1 product – stored by a plugin or theme: look at what they are.',
      'To be looked at by a person:',
      '  A shortcode of a plugin stands in the text as it was written (1).',
      expect.stringMatching(/^ {4}line \d+, The ports: \[shipping-map id="3"\]$/),
      'Nothing was brought in: this was a dry run.',
    ]);
  });

  test('writes the whole report to a file of its owner', async () => {
    const { status } = await cli('past.xml', '--report', 'report.json');
    expect(status).toBe(0);
    const path = join(directory, 'report.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      items: [{ foreignId: '7', headline: 'The ports', slug: 'item-7', comesIn: true }],
    });
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test.each([
    ['cut.xml', /cut\.xml: Line \d+: The file ends before its end/],
    ['gone.xml', /There is no such file: gone\.xml/],
  ])('a file that cannot be read ends it with a sentence: %s', async (file, sentence) => {
    const { status, stderr } = await cli(file);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
