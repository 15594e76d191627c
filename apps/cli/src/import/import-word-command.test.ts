import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildDocx,
  change,
  deleted,
  paragraph,
  run,
  usualStyles,
} from '@viewpoints/docx/testing/build-docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const ports = buildDocx({
  styles: usualStyles,
  body: [
    paragraph(run('The ports'), 'Title'),
    paragraph(
      `${run('They ')}${change('del', deleted('will'))}${change('ins', run('may'))}<w:commentRangeStart w:id="1"/>${run(' pay')}<w:commentRangeEnd w:id="1"/>${run('hidden', '<w:vanish/>')}`,
    ),
  ].join(''),
  comments: `<w:comment w:id="1" w:author="Ben">${paragraph(run('How much?'))}</w:comment>`,
});

describe('viewpoints import word', () => {
  let directory: string;
  let commands: CommandProcess;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-word-'));
    commands = startCommandProcess(directory);
    await Promise.all([
      writeFile(join(directory, 'ports.docx'), ports),
      writeFile(join(directory, 'cut.docx'), ports.subarray(0, -30)),
    ]);
  });
  afterAll(async () => {
    await commands.stop();
    await rm(directory, { recursive: true });
  });

  const cli = (...args: string[]) => commands.run(['import', 'word', ...args]);

  test('a dry run says what became of everything', async () => {
    const { status, stdout } = await cli('ports.docx', '--dry-run');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'Headline: The ports',
      'In the file: 1 paragraphs, 1 comments, 2 changes.',
      'Style Title: headline (1).',
      'Style Normal: paragraph (1).',
      'Changed: Became the headline. The ports',
      'Left out, block 1: Hidden text. hidden',
      'Tracked changes:',
      '  deleted, block 1 (Ada Perrin, 2031-05-02 10:00), a suggestion: will',
      '  inserted, block 1 (Ada Perrin, 2031-05-02 10:00), a suggestion: may',
      'Comments, to become threads:',
      '  Ben, block 1: How much?',
      'Nothing was brought in: this was a dry run.',
    ]);
  });

  test('or says it as JSON', async () => {
    const { stdout } = await cli('ports.docx', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      headline: 'The ports',
      changes: [{ words: 'will' }, { words: 'may' }],
      comments: [{ text: 'How much?', words: 'pay' }],
    });
  });

  test('a file that cannot be read ends it with a sentence and a status', async () => {
    const { status, stderr } = await cli('cut.docx', '--dry-run');
    expect(status).toBe(1);
    expect(stderr).toContain('cut.docx: This file is damaged or not whole.');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
