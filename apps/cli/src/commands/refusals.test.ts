import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFactorCipher } from '@viewpoints/api/second-factor/factor-cipher';
import { newTotpSecret } from '@viewpoints/api/second-factor/totp';
import { insertAccessToken } from '@viewpoints/db/editorial/access-tokens';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  confirmFactor,
  hasSecondFactor,
  writePendingFactor,
} from '@viewpoints/db/editorial/second-factors';
import { addAccount, longAgo } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CommandProcess,
  type CommandResult,
  startCommandProcess,
} from '../testing/command-process.ts';

const program = join(import.meta.dirname, '../viewpoints.ts');
const ines = 'ines@journal.example';
const gone = 'gone@journal.example';
const nobody = 'nobody@journal.example';
const hint = 'Add --help to see what there is.';

let db: TestDatabase;
let directory: string;
let commands: CommandProcess;
const settings = () => ({
  DATA_DIR: join(directory, 'data'),
  DATABASE_URL: db.url,
  SECRET: db.secret,
});
beforeAll(async () => {
  db = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-commands-'));
  await writeFile(
    join(directory, 'page.txt'),
    'The quay that sank\n\nIt sank by a hand in a year.\n',
  );
  commands = startCommandProcess(directory, settings());
  const account = await addAccount(db.editorial, { email: ines, roles: ['editor'] });
  await addAccount(db.editorial, { email: 'oda@journal.example', roles: ['editor'] });
  const { id } = await addAccount(db.editorial, { email: gone });
  await db.sql('update account set disabled_at = now() where id = $1', [id]);
  await insertAccessToken(db.editorial, {
    ...{
      id: newId(),
      accountId: account.id,
      name: 'Import',
      hint: 'vp_',
      tokenHash: 'a'.repeat(64),
    },
    ...{ scopes: ['read'], createdAt: longAgo, expiresAt: longAgo },
  });
});
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  await db.drop();
});

/** Runs the command line in its own process without a terminal, as people run it. */
function viewpoints(args: readonly string[]): Promise<CommandResult> {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, HOME, NODE_COMPILE_CACHE, INIT_CWD: directory, ...settings() };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, cwd: directory }, (error, ...written) => {
      const [stdout, stderr] = written;
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** The refusal of a command; fails if it wrote a row or a file, or said anything else. */
async function refusalOf(...given: Parameters<CommandProcess['run']>): Promise<string> {
  const before = [await digestTables(db), await readdir(directory, { recursive: true })];
  const { status, stdout, stderr } = await commands.run(...given);
  expect([status, stdout]).toEqual([1, '']);
  expect([await digestTables(db), await readdir(directory, { recursive: true })]).toEqual(before);
  return stderr.trim();
}

test('a command that people call leaves with 1, and says why on standard error alone', async () => {
  const { status, stdout, stderr } = await viewpoints(['token', 'list', nobody]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`Nobody has the address ${nobody}. See who there is: viewpoints user list\n`);
}, 60_000);

describe('a command line that is not complete is refused with where to look:', () => {
  const create = ['user', 'create', 'new@journal.example', '--name', 'New'];
  const token = ['token', 'create', ines, '--name', 'x'];
  test.each([
    [['frobnicate'], "error: unknown command 'frobnicate'"],
    [['user', 'list', '--frob'], "error: unknown option '--frob'"],
    [['token', 'list'], "error: missing required argument 'email'"],
    [['token', 'revoke', ines], "error: missing required argument 'id'"],
    [['user', 'create', ines, '--role', 'editor'], "error: required option '--name <name>'"],
    [create, "error: required option '--role <role...>'"],
    [[...create, '--role', 'king'], "argument 'king' is invalid. Allowed choices are contributor,"],
    [['user', 'create', 'nowhere', '--name', 'New', '--role', 'editor'], 'not an e-mail address.'],
    [[...token, '--scope', 'all'], "argument 'all' is invalid. Allowed choices are read,"],
    [[...token, '--days', '0'], 'Use a whole number of days from 1 to 365.'],
    [[...token, '--days', '366'], 'Use a whole number of days from 1 to 365.'],
  ])('%j', async (args, words) => {
    const [sentence, ...rest] = (await refusalOf(args)).split('\n');
    expect(sentence).toContain(words);
    expect(rest).toEqual([hint]);
  });
});

describe('a name that is not known is refused with what to do:', () => {
  const unknown = `Nobody has the address ${nobody}. See who there is: viewpoints user list`;
  const disabled = `The account ${gone} is disabled`;
  const revoke = ['token', 'revoke', ines, 'no-such-id'];
  const page = ['import', 'page', 'page.txt', '--json'];
  test.each([
    [['user', 'reset-password', nobody], unknown],
    [['user', 'reset-password', gone], `${disabled}: an admin has to enable it first.`],
    [['user', 'reset-second-factor', nobody], unknown],
    [['user', 'reset-second-factor', ines], `The account ${ines} has no second factor.`],
    [['token', 'list', nobody], unknown],
    [['token', 'create', gone, '--name', 'x'], `${disabled}.`],
    [revoke, `${ines} has no such token. See: viewpoints token list ${ines}`],
    [[...page, '--as', nobody], unknown],
    [['import', 'page', 'missing.txt'], 'There is no'],
  ])('%j', async (args, sentence) => {
    expect(await refusalOf(args)).toContain(sentence);
  });

  test('an import that does not say whose it is, where several write', async () => {
    expect(await refusalOf(page)).toContain('--as');
  });
});

test('a second factor is removed, its owner notified, and the record says so', async () => {
  const { id } = await addAccount(db.editorial, { email: 'pia@journal.example' });
  const secret = createFactorCipher(db.secret).encrypt(id, newTotpSecret());
  await writePendingFactor(db.editorial, { accountId: id, secret, at: longAgo });
  const confirmed = { accountId: id, secret, period: 1, at: longAgo };
  expect(await confirmFactor(db.editorial, confirmed)).toBe(true);
  const { status, stdout } = await commands.run([
    'user',
    'reset-second-factor',
    'pia@journal.example',
  ]);
  expect([status, stdout.trim()]).toEqual([
    0,
    'pia@journal.example signs in with the password alone.',
  ]);
  expect(await hasSecondFactor(db.editorial, id)).toBe(false);
  const rows = await db.sql(
    `select a.action, a.by_id, m.kind from audit_record a, message m
     where a.subject_id = $1 and m.account_id = $1`,
    [id],
  );
  expect(rows).toEqual([
    { action: 'people.reset_second_factor', by_id: null, kind: 'security_notice' },
  ]);
});

describe('an account is not created', () => {
  const create = (email: string) => ['user', 'create', email, '--name', 'New', '--role', 'editor'];
  test.each([
    ['short\n', 'This password cannot be used: use at least 10 characters.'],
    [`${'x'.repeat(129)}\n`, 'This password cannot be used: use at most 128 characters.'],
  ])('with the password %j', async (input, sentence) => {
    expect(await refusalOf(create('new@journal.example'), { input })).toBe(sentence);
  });

  test('for an address that an account has, in either case', async () => {
    const args = create(ines.toUpperCase());
    const refused = await refusalOf(args, { input: 'long enough\n' });
    expect(refused).toBe(`Somebody has the address ${ines} already.`);
  });
});

describe('without a database that can be used', () => {
  const unreachable = { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' };
  const each = [
    ['user', 'list'],
    ['secret', 'adopt'],
    ['import', 'page', 'page.txt', '--json'],
  ];

  test.each(each)('%s %s says that it cannot be reached', async (...args) => {
    const refused = await refusalOf(args, { env: unreachable });
    expect(refused).toMatch(
      /^The database cannot be reached: .* Check DATABASE_URL and that .*\.$/,
    );
  });

  test.each(each)('%s %s says that it has not been prepared', async (...args) => {
    const empty = new URL(db.url);
    empty.pathname = '/postgres';
    const refused = await refusalOf(args, { env: { DATABASE_URL: empty.href } });
    expect(refused).toBe('The database has not been prepared for this version. Run: npm start');
  });

  test('doctor says so among what it looked at, and ends with 1', async () => {
    const { status, stdout, stderr } = await commands.run(['doctor'], { env: unreachable });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^✗ Database: The database cannot be reached: /m);
  });

  test.each([
    [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL must be an address such as postgres://'],
    [{ SECRET: 'short' }, 'SECRET must have at least 32 characters'],
    [{ READER_PORT: 'x' }, 'READER_PORT'],
  ])('the setting %j is refused with where to correct it', async (env, words) => {
    const refused = await refusalOf(['user', 'list'], { env: { ...env } });
    expect(refused).toContain(words);
    expect(refused).toContain('Correct this in the environment or in .env');
  });
});
