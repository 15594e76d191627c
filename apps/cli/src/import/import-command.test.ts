import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const page = `Sunday, 2 May 2021

Home | News | About us

The quay that sank

The quay at Osk has sunk by a hand in ten years, and the town has noticed.
`;
const marked = `<!doctype html><html lang="en"><title>The quay that sank</title>
<meta name="author" content="Una Merridew"><body><h1>The quay that sank</h1>
<p>The quay at Osk has sunk by a hand in ten years, and the town has noticed.</p>
<p hidden>It has not.</p>`;
const findings = (quote: string) =>
  JSON.stringify({
    findings: [{ proposition: 'It sank.', quote, holder: 'the article', stance: 'asserts' }],
  });

describe('viewpoints import page', () => {
  let directory: string;
  let commands: CommandProcess;
  const file = (name: string) => join(directory, name);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'import-'));
    commands = startCommandProcess(directory);
    await Promise.all([
      writeFile(file('page.txt'), page),
      writeFile(file('page.html'), marked),
      writeFile(file('empty.txt'), ''),
      writeFile(file('paper.pdf'), '%PDF-1.7 …'),
      writeFile(file('large.txt'), 'x'.repeat(11 * 1024 * 1024)),
      writeFile(file('good.json'), findings('has sunk by a hand')),
      writeFile(file('wrong.json'), findings('has not sunk')),
      writeFile(file('broken.json'), '{'),
    ]);
  });
  afterAll(async () => {
    await commands.stop();
    await rm(directory, { recursive: true });
  });

  const cli = (...args: string[]) => commands.run(['import', 'page', ...args]);

  test('a dry run prints what would be imported, as JSON on request', async () => {
    const { status, stdout } = await cli(
      'page.txt',
      '--dry-run',
      '--json',
      '--findings',
      'good.json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      encoding: 'utf-8',
      format: 'text',
      headlineGuess: 'The quay that sank',
      dates: [{ kind: 'rendered', line: 1 }],
      leftOut: [{ why: 'navigation', line: 3 }],
      doubtful: [],
      notAnchored: [],
    });
  });

  test('a dry run for people names every part and its line', async () => {
    const { stdout } = await cli('page.txt', '--dry-run');
    expect(stdout).toMatch(/Date, line 1: Sunday, 2 May 2021 – the day the page was shown/);
    expect(stdout).toMatch(/Left out, line 3, navigation: Home \| News \| About us/);
    expect(stdout).toMatch(/Nothing was brought in/);
  });

  test('authors are proposed, and what the page hides is reported', async () => {
    const { stdout } = await cli('page.html', '--dry-run');
    expect(stdout).toMatch(/Author, line 2: Una Merridew – proposed, not recorded/);
    expect(stdout).toMatch(/Left out, line 4, hidden on the page: It has not\./);
  });

  test.each([
    ['missing.txt', 'There is no such file: missing.txt'],
    ['.', 'This is a directory, not a file: .'],
    ['empty.txt', 'empty.txt: The file is empty.'],
    ['paper.pdf', 'paper.pdf: The file is a PDF'],
    ['large.txt', 'large.txt: The file is larger than 10 MB'],
  ])('%s ends it with a sentence and a status', async (name, sentence) => {
    const { status, stderr } = await cli(name, '--dry-run');
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('an unknown encoding and a file that is no JSON are reported', async () => {
    expect((await cli('page.txt', '--encoding', 'utf-99', '--dry-run')).stderr).toContain('utf-99');
    const { status, stderr } = await cli('page.txt', '--findings', 'broken.json', '--dry-run');
    expect(status).toBe(1);
    expect(stderr).toContain('broken.json is not JSON');
  });

  test('findings whose words are not there stop it before anything is written', async () => {
    const { status, stdout, stderr } = await cli('page.txt', '--findings', 'wrong.json');
    expect(status).toBe(1);
    expect(stdout).toContain('Finding 1 (It sank.): its words do not stand in the page.');
    expect(stderr).toContain('Nothing was brought in');
  });
});
