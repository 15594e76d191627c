import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { environmentSchema } from '@viewpoints/config/env';
import { problems } from '@viewpoints/domain/problem';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { backupCommand } from '../commands/backup.ts';
import { bounceCommand } from '../commands/bounce.ts';
import { doctorCommand } from '../commands/doctor.ts';
import { exportCommand } from '../commands/export.ts';
import { mediaCommand } from '../commands/media.ts';
import { prepareCommand } from '../commands/prepare.ts';
import { redirectsCommand } from '../commands/redirects.ts';
import { restoreCommand } from '../commands/restore.ts';
import { secretCommand } from '../commands/secret.ts';
import { subscribersCommand } from '../commands/subscribers.ts';
import { tokenCommand } from '../commands/token.ts';
import { userCommand } from '../commands/user.ts';
import { importCommand } from '../import/import-command.ts';
import { root } from '../tool.ts';
import { findUnknownNames, type Known } from './named-in-documents.ts';
import { readPlainYaml } from './plain-yaml.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const find = (pattern: string) =>
  globSync(pattern, {
    cwd: root,
    exclude: (name) => /(?:^|\/)(?:node_modules|[.]next|generated)$/.test(name),
  }).map((path) => path.replaceAll('\\', '/'));

const sources = find('{apps,packages}/**/*.{ts,tsx,mjs,cjs,sql}');
const deployed = [...find('deploy/**/*'), ...find('prisma/**/*.sql')].filter((path) =>
  /[.]\w+$|Dockerfile$/.test(path),
);
/** The sources of everything that runs, without tests: documents must agree with them. */
const running = [...sources.filter((path) => !/[.]test[.]tsx?$/.test(path)), ...deployed]
  .map(read)
  .join('\n');
const variables = new Set(running.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\b/g));
const words = new Set(running.match(/\b[a-z]+(?:_[a-z]+)+\b/g));

const scriptsOf = (path: string): [string, Set<string>] => {
  const { name, scripts = {} } = JSON.parse(read(path)) as {
    name: string;
    scripts?: Record<string, string>;
  };
  return [path === 'package.json' ? '' : name, new Set(Object.keys(scripts))];
};

const known: Known = {
  root,
  scripts: new Map(['package.json', ...find('{apps,packages}/*/package.json')].map(scriptsOf)),
  commandLine: [
    ...[backupCommand, doctorCommand, exportCommand, importCommand, prepareCommand],
    ...[
      redirectsCommand,
      restoreCommand,
      secretCommand,
      subscribersCommand,
      tokenCommand,
      userCommand,
    ],
    ...[bounceCommand, mediaCommand],
  ].reduce((program, command) => program.addCommand(command), new Command('viewpoints')),
  isVariable: (name) => name in environmentSchema.shape || variables.has(name),
  fileNames: new Set(
    [...sources, ...find('{prisma,docs,deploy,.github}/**/*'), ...readdirSync(root)].map((path) =>
      basename(path),
    ),
  ),
  isWord: (word) => words.has(word),
  read,
};

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...find('docs/**/*.md'),
  'packages/client/README.md',
];

describe('documents', () => {
  test.each(documents)('%s names nothing that is not there', (path) => {
    // A changelog names what was removed as well.
    const text = read(path).replace(/^### Removed\n[\s\S]*?(?=^#)/gm, '');
    expect(findUnknownNames({ path, text }, known)).toEqual([]);
  });

  test.each([
    ['`npm run bnech`', 'there is no "npm run bnech"'],
    ['`npm run exampel -w @viewpoints/config`', 'there is no "npm run exampel"'],
    ['`npm run viewpoints -- docter`', 'there is no command "viewpoints docter"'],
    ['`viewpoints token mkae name@example.org`', 'there is no command'],
    ['```sh\nnpm run viewpoints -- token create a@b.example \\\n  --scpoe read\n```', '--scpoe'],
    ['`PURGE_ULRS`', 'nothing reads PURGE_ULRS'],
    ['`DATA_DRI/secret`', 'nothing reads DATA_DRI'],
    ['`session_reqired`', 'nothing has session_reqired'],
    ['`apps/cli/src/lanuch.ts`', 'there is no file apps/cli/src/lanuch.ts'],
    ['`lanuch.ts`', 'there is no file lanuch.ts'],
    ['[there](docs/architectrue.md)', 'leads nowhere'],
    ['[there](SECURITY.md#reproting)', 'leads to no heading'],
  ])('misspelt names are found: %s', (text, problem) => {
    const found = findUnknownNames({ path: 'README.md', text }, known);
    expect(found).toEqual([expect.stringContaining(problem)]);
  });

  test('what a start is said to print is what it prints', () => {
    const text = read('docs/running/troubleshooting.md');
    const firstColumn = [...text.matchAll(/^\| `([^|]+)` +\|/gm)].map(([, cell = '']) => cell);
    // "…" is a placeholder for what differs.
    const parts = firstColumn.flatMap((cell) => cell.split('…').map((part) => part.trim()));
    const long = parts.filter((part) => part.length > 3);
    expect(long.length).toBeGreaterThan(50);
    expect(long.filter((part) => !running.includes(part))).toEqual([]);
  });

  test('every problem is in the table of errors, with its status', () => {
    const text = read('docs/integrating/errors.md');
    const listed = [...text.matchAll(/^\| `(\w+)` +\| (\d{3}) /gm)].map(
      ([, code, status]) => `${code} ${status}`,
    );
    const all = Object.entries(problems).map(([code, [status]]) => `${code} ${status}`);
    expect(listed.sort()).toEqual(all.sort());
  });

  test.each([
    'docs/integrating/client.md',
    'docs/integrating/webhooks.md',
    'packages/client/README.md',
  ])('examples in %s are from files that are type-checked', (document) => {
    const text = read(document);
    const blocks = [...text.matchAll(/^From \[`([^`]+)`\].*\n\n```ts\n([\s\S]*?)```$/gm)];
    expect(blocks).toHaveLength([...text.matchAll(/^```ts$/gm)].length);
    expect(JSON.parse(read('packages/client/tsconfig.json')).include).toContain('examples');
    for (const [, path = '', block = ''] of blocks) expect(read(path)).toContain(block);
  });
});

const systemdAnalyze = '/usr/bin/systemd-analyze';

/** A unit file: its sections, each with its lines. */
function readUnit(path: string): Map<string, [string, string][]> {
  const sections = new Map<string, [string, string][]>();
  let lines: [string, string][] | undefined;
  for (const line of read(path).split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, section] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (section === undefined) {
      const [, key, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
      expect(lines, `${path}: a line before any section`).toBeDefined();
      expect(key, `${path}: ${line}`).toBeDefined();
      lines?.push([key ?? '', value ?? '']);
    } else {
      lines = [];
      sections.set(section, lines);
    }
  }
  return sections;
}

describe('files to deploy with', () => {
  const units = find('deploy/systemd/*');
  const settingOf = (unit: ReturnType<typeof readUnit>, section: string, name: string) =>
    unit.get(section)?.find(([key]) => key === name)?.[1];

  test.each(units.filter((path) => path.endsWith('.service')))('%s is a service', (path) => {
    const unit = readUnit(path);
    expect(settingOf(unit, 'Unit', 'Description')).toMatch(/\w/);
    expect(settingOf(unit, 'Service', 'User')).toBe('viewpoints');
    const start = settingOf(unit, 'Service', 'ExecStart') ?? '';
    const [, file = ''] = /\/opt\/viewpoints\/(\S+)/.exec(start) ?? [];
    expect(find(file)).toEqual([file]);
    // One that is enabled, or that a timer of its name starts.
    const timer = path.replace('.service', '.timer');
    expect(unit.has('Install') || units.includes(timer)).toBe(true);
  });

  test.each(units.filter((path) => path.endsWith('.timer')))('%s is a timer', (path) => {
    const unit = readUnit(path);
    expect(settingOf(unit, 'Timer', 'OnCalendar')).toMatch(/\d/);
    expect(settingOf(unit, 'Install', 'WantedBy')).toBe('timers.target');
    expect(units).toContain(path.replace('.timer', '.service'));
  });

  test.runIf(existsSync(systemdAnalyze))('systemd takes every line of the units', () => {
    for (const path of units) {
      const { stderr } = spawnSync(systemdAnalyze, ['verify', '--man=no', join(root, path)], {
        encoding: 'utf8',
      });
      // The product is not installed under /opt here. An unknown key is a warning, and no failure.
      const complaints = stderr.split('\n').filter((line) => !/^$|is not executable: /.test(line));
      expect(complaints, path).toEqual([]);
    }
  });

  test('compose.yaml runs the image with a database, with settings that exist', () => {
    const compose = readPlainYaml(read('deploy/container/compose.yaml'));
    expect(compose).toMatchObject({
      services: {
        database: { image: expect.stringMatching(/^postgres:1[5-8]$/) },
        viewpoints: { build: { context: '../..', dockerfile: 'deploy/container/Dockerfile' } },
      },
      volumes: { database: null, data: null },
    });
    const { services } = compose as { services: { viewpoints: { environment: object } } };
    const names = Object.keys(services.viewpoints.environment);
    expect(names.filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  });

  test('the image starts what it built', () => {
    const lines =
      read('deploy/container/Dockerfile').match(/^(?:FROM|USER|COPY|RUN|CMD) .*/gm) ?? [];
    expect(lines[0]).toMatch(/^FROM node:2\d-/);
    expect(lines).toContain('USER node');
    const [, command = '[]'] = /^CMD (.*)$/m.exec(read('deploy/container/Dockerfile')) ?? [];
    const [, program, name, flag] = JSON.parse(command) as string[];
    expect(find(program ?? '')).toHaveLength(1);
    expect([name, flag]).toEqual(['start', '--built']);
    expect(read('apps/cli/src/start.ts')).toContain("'--built'");
  });

  test('the workflow calls .ci/run on the oldest Node, with an end and without secrets', () => {
    const text = read('.github/workflows/ci.yml');
    expect(text).not.toMatch(/\$\{\{ *secrets/);
    expect(readPlainYaml(text)).toMatchObject({
      permissions: { contents: 'read' },
      jobs: {
        test: {
          'timeout-minutes': expect.stringMatching(/^\d+$/),
          steps: [
            { uses: expect.stringMatching(/^actions\/checkout@v\d+$/) },
            { with: { 'node-version': '20' } },
            { run: '.ci/run' },
          ],
        },
      },
    });
  });

  test.each([
    ['a: 1\na: 2', 'again'],
    ['a:\n  b: 1\n c: 2', 'indented'],
    ['a: &x 1', 'quotes'],
    ['a: [1, 2', 'cannot be read'],
    ['just words', 'is no key'],
  ])('YAML that says something else is refused: %j', (text, problem) => {
    expect(() => readPlainYaml(text)).toThrow(problem);
  });
});
