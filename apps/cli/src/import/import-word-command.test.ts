import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  buildDocx,
  change,
  deleted,
  paragraph,
  run,
  usualStyles,
} from '@viewpoints/docx/testing/build-docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const execute = promisify(execFile);
const script = `
  import { runCommand } from '${new URL('../failure.ts', import.meta.url)}';
  import { importCommand } from '${new URL('./import-command.ts', import.meta.url)}';
  await runCommand(async () => { await importCommand.parseAsync(); return 0; });`;

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
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-word-'));
    await Promise.all([
      writeFile(join(directory, 'ports.docx'), ports),
      writeFile(join(directory, 'cut.docx'), ports.subarray(0, -30)),
    ]);
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** Runs the command in a separate process without a terminal. */
  async function cli(...args: string[]) {
    const env = { ...process.env, INIT_CWD: directory };
    const node = ['--input-type=module', '--eval', script, 'word', ...args];
    try {
      return { status: 0, ...(await execute(process.execPath, node, { env })) };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, stdout, stderr };
    }
  }

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
      'Tracked changes, all taken as accepted:',
      '  deleted, block 1 (Ada Perrin, 2031-05-02 10:00): will',
      '  inserted, block 1 (Ada Perrin, 2031-05-02 10:00): may',
      'Comments, kept in the report:',
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
