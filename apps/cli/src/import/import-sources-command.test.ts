import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const bibtex = `@techreport{falk2019, title={Ports \\& dues}, author={Falk, Otto}, institution={Quay Press}, year=2019}
@letter{bo, title={To the desk}}
@misc{none, author={Nobody}}`;

describe('viewpoints import sources', () => {
  let directory: string;
  let commands: CommandProcess;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-sources-'));
    commands = startCommandProcess(directory);
    await Promise.all([
      writeFile(join(directory, 'past.bib'), bibtex),
      writeFile(join(directory, 'broken.bib'), '@misc{a, title={open'),
    ]);
  });
  afterAll(async () => {
    await commands.stop();
    await rm(directory, { recursive: true });
  });

  const cli = (...args: string[]) => commands.run(['import', 'sources', ...args]);
  const terms = ['--terms', 'on_record', '--disclosure', 'clear'];

  test('says what would become of each reference, and writes nothing', async () => {
    const { status, stdout } = await cli('past.bib', ...terms);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'Becomes: 1 source.',
      'Left out: 2 sources.',
      'An interview or a letter does not come in: enter it with the terms that were agreed:',
      '  bo, To the desk',
      'It has no title, and does not come in:',
      '  none',
      'Nothing was entered: this was a dry run.',
    ]);
  });

  test.each([
    [['past.bib'], /required option '--terms <terms>'/],
    [['past.bib', '--terms', 'rumour', '--disclosure', 'clear'], /rumour.*Allowed choices/],
    [
      ['broken.bib', ...terms],
      /broken\.bib: The file is not BibTeX that can be read \(at line 1\)/,
    ],
    [['none.bib', ...terms], /There is no such file: none\.bib/],
  ])('what cannot be done ends it with a sentence: %j', async (args, sentence) => {
    const { status, stderr } = await cli(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
