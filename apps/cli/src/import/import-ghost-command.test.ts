import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGhost } from '@viewpoints/api/import/ghost/testing/build-ghost';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const whole = buildGhost([
  { id: '7', title: 'The ports', html: '<p>They will pay.</p>', tags: ['t1'], visibility: 'paid' },
  { id: '8', type: 'page' },
]);

describe('viewpoints import ghost', () => {
  let directory: string;
  let commands: CommandProcess;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-ghost-'));
    commands = startCommandProcess(directory);
    await Promise.all([
      writeFile(join(directory, 'past.json'), whole),
      writeFile(join(directory, 'members.csv'), 'id,email,name\n'),
    ]);
  });
  afterAll(async () => {
    await commands.stop();
    await rm(directory, { recursive: true });
  });

  const cli = (...args: string[]) => commands.run(['import', 'ghost', ...args]);
  const site = ['--site', 'https://old.example.org/'];

  test('says by itself what would become of everything, and writes nothing', async () => {
    const { status, stdout } = await cli('past.json', ...site);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'The Quay Review, https://old.example.org',
      'Becomes drafts: 1 article (1 published), 3 words, 0 pictures.',
      'Authors: Mira Solberg (1).',
      'Topics: Harbours (1).',
      'Left out: 1 page – pages: give --pages to bring them in as drafts of articles.',
      'To be looked at by a person:',
      '  It was for members only. It becomes a draft (1).',
      '    7, The ports: paid',
      'Nothing was brought in: this was a dry run.',
    ]);
  });

  test.each([
    [['members.csv', ...site], /members\.csv: The file has the addresses of members/],
    [['past.json'], /required option '--site <address>'/],
    [['past.json', '--site', 'old.example.org'], /old\.example\.org is no address of a site/],
    [['past.json', ...site, '--addresses', '/{name}/'], /\{name\}\/ is no pattern of addresses/],
  ])('what cannot be read ends it with a sentence: %j', async (args, sentence) => {
    const { status, stderr } = await cli(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
