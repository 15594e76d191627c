import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createReaderCaller } from '@viewpoints/api/reader-caller';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { fillChanges } from '@viewpoints/published/prepare/fill-changes';
import { plantWholeJournal } from '@viewpoints/published/testing/plant-whole-journal';
import { canary, type PlantedJournal } from '@viewpoints/published/testing/planted-journal';
import { readPublicPages } from '@viewpoints/published/testing/public-pages';
import { targetLock } from '@viewpoints/published/transfer/with-target';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CommandProcess,
  type CommandResult,
  startCommandProcess,
} from '../testing/command-process.ts';
import { changeManifest, forgeFile, readTree } from '../testing/export-files.ts';
import { publicEntries } from '../transfer/public-entries.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

let directory: string;
let commands: CommandProcess;
let planted: TestDatabase;
/** An export of the planted journal, as a directory. */
let exported: string;
const databases: TestDatabase[] = [];
let made = 0;

/** A journal: its database, and a directory of data of its own. */
async function newJournal(db?: TestDatabase) {
  const its = db ?? (await createTestDatabase());
  if (db === undefined) databases.push(its);
  made += 1;
  const data = join(directory, `data-${made}`);
  await mkdir(join(data, 'media'), { recursive: true });
  const env = { DATA_DIR: data, DATABASE_URL: its.url, SECRET: its.secret };
  return {
    ...{ db: its, data, env, media: join(data, 'media') },
    run: (...args: string[]) => commands.run(args, { env }),
  };
}
type Journal = Awaited<ReturnType<typeof newJournal>>;

function done({ status, stdout, stderr }: CommandResult): string {
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

let full: Journal;
let ids: PlantedJournal;
let empty: Journal;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-export-'));
  commands = startCommandProcess(directory);
  planted = await createTestDatabase();
  databases.push(planted);
  ids = await plantWholeJournal(planted);
  full = await newJournal(planted);
  // Of the two that rows name, storage has one.
  await writeFile(join(full.media, ids.hidden.media), `${canary} picture`);
  empty = await newJournal();
  exported = join(directory, 'planted');
  done(await full.run('export', exported, '--plain'));
}, 60_000);
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  for (const db of databases) await db.drop();
});

describe('an export that is taken into an empty journal gives the same journal', () => {
  test('as a directory: a second export has the same bytes, and what is missing is named', async () => {
    const other = await newJournal();
    const said = done(await other.run('import', 'journal', exported));
    expect(said).toContain('user reset-password');
    const again = join(directory, 'planted-again');
    const summary = JSON.parse(done(await other.run('export', again, '--plain', '--json')));
    expect(summary).toMatchObject({ encrypted: false, media: 1 });
    expect(summary.missingMedia).toHaveLength(1);
    const files = await readTree(exported);
    expect(Object.keys(files)).toContain('tables/published_article.jsonl');
    expect(await readTree(again)).toEqual(files);
    expect(await readTree(other.media)).toEqual(await readTree(full.media));
    const records = `SELECT by_id AS by, details FROM audit_record WHERE action = 'settings.export_journal'`;
    expect(await other.db.sql(records)).toEqual([
      { by: null, details: { scope: 'whole', encrypted: false } },
    ]);

    const before = await digestTables(other.db);
    const { status, stderr } = await other.run('import', 'journal', exported);
    expect(status).toBe(1);
    expect(stderr).toMatch(/not empty: it has rows of account, journal, .* more\./);
    expect(await digestTables(other.db)).toEqual(before);
  });

  test('encrypted: nobody reads it without the secret key', async () => {
    const [identity, stranger] = [await generateX25519Identity(), await generateX25519Identity()];
    await writeFile(join(directory, 'key.txt'), `# made by age-keygen\n${identity}\n`);
    await writeFile(join(directory, 'other.txt'), `${stranger}\n`);
    const file = join(directory, 'planted.tar.age');
    const recipient = await identityToRecipient(identity);
    done(await full.run('export', file, '--recipient', recipient));
    const bytes = await readFile(file);
    expect(bytes.includes(canary) || bytes.includes('article')).toBe(false);

    const other = await newJournal();
    const before = await digestTables(other.db);
    const refused = async (...args: string[]) => {
      const { status, stdout, stderr } = await other.run('import', 'journal', ...args);
      expect([status, stdout]).toEqual([1, '']);
      return stderr;
    };
    expect(await refused(file)).toContain('--identity');
    expect(await refused(file, '--identity', 'other.txt')).toContain('not encrypted to this key');
    await cp(file, join(directory, 'short.tar.age'));
    await truncate(join(directory, 'short.tar.age'), bytes.byteLength - 20);
    expect(await refused('short.tar.age', '--identity', 'key.txt')).toContain('cut short');
    expect(await digestTables(other.db)).toEqual(before);

    done(await other.run('import', 'journal', file, '--identity', 'key.txt'));
    const again = join(directory, 'decrypted');
    done(await other.run('export', again, '--plain'));
    expect(await readTree(again)).toEqual(await readTree(exported));
  });
});

describe('an export of what readers may see', () => {
  test('has all of it, with Markdown beside, and nothing else in any byte', async () => {
    // As the next start of a journal does.
    await fillChanges(planted.url);
    const open = join(directory, 'open');
    const said = done(await full.run('export', open, '--public', '--json'));
    expect(JSON.parse(said)).toMatchObject({ encrypted: false, media: 0, missingMedia: [] });
    const files = Object.keys(await readTree(open));
    const { seen, hidden } = ids;
    const pages = [...(await readPublicPages(planted)).values()].map(
      ({ address }) => `${address.slice(1)}.json`,
    );
    expect(files.filter((name) => /^[a-z]+[/][^/]+[.]json$/.test(name))).toEqual(pages.sort());
    expect(files.filter((name) => name.endsWith('.md'))).toEqual(
      pages
        .filter((name) => /^(?:articles|findings)[/]/.test(name))
        .map((name) => name.replace('.json', '.md')),
    );
    expect(files).toContain(`findings/${seen.finding}.md`);
    const secrets = [canary, ...Object.values(hidden)];
    for (const name of files) {
      const text = name + (await readFile(join(open, name), 'latin1'));
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
    const [record] = await planted.sql(
      `SELECT details FROM audit_record WHERE details @> '{"scope":"public"}'`,
    );
    expect(record).toEqual({ details: { scope: 'public', encrypted: false } });
    const file = join(directory, 'open.tar');
    done(await full.run('export', file, '--public'));
    const { stdout } = await promisify(execFile)('tar', ['-tf', file]);
    expect(stdout.trim().split('\n').sort()).toEqual(files.toSorted());
  });

  test('is of one moment, whatever is withdrawn meanwhile', async () => {
    await fillChanges(planted.url);
    const namesOf = async (afterFirst: () => Promise<unknown>) => {
      const reader = createReaderCaller({
        ...{ databaseUrl: planted.readerUrl, snapshot: true, log: quiet },
      });
      const names: string[] = [];
      try {
        const entries = publicEntries(reader, {
          ...{ media: fileStore(full.media), siteUrl: 'http://reader.example', onManifest() {} },
        });
        for await (const { name, content } of entries) {
          for await (const _ of content);
          if (names.length === 0) await afterFirst();
          names.push(name);
        }
      } finally {
        await reader.close();
      }
      return names;
    };
    const before = await namesOf(async () => {});
    await planted.sql('CREATE TABLE shown AS SELECT id, visible_from FROM published_article');
    const during = await namesOf(() =>
      planted.sql(`UPDATE published_article SET visible_from = '9999-01-01'`),
    );
    const after = await namesOf(async () => {});
    await planted.sql(
      `UPDATE published_article a SET visible_from = s.visible_from FROM shown s WHERE s.id = a.id`,
    );
    await planted.sql('DROP TABLE shown');
    expect(during).toEqual(before);
    expect(after.length).toBeLessThan(before.length);
  });
});

describe('an export is refused', () => {
  test.each([
    [['x'], 'say --plain'],
    [['x', '--plain', '--recipient', 'age1x'], 'not both'],
    [['x.tar.age', '--recipient', 'age1x'], 'no public key of age'],
    [['x.tar.age', '--plain'], 'for an encrypted export'],
    [['x', '--recipient', 'VALID'], 'ends in .tar.age'],
    [['planted', '--plain'], 'there already'],
    [['x', '--public', '--plain'], 'needs no key'],
    [['x.tar.age', '--public'], 'for an encrypted export'],
  ])('%j', async (args, says) => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    const given = args.map((arg) => (arg === 'VALID' ? recipient : arg));
    const before = await readdir(directory);
    const records = () => planted.sql('SELECT count(*) FROM audit_record');
    const count = await records();
    const { status, stdout, stderr } = await full.run('export', ...given);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(says);
    expect(await readdir(directory)).toEqual(before);
    expect(await records()).toEqual(count);
  });
});

test('a second export to a name that one is being written to is refused, and takes nothing from it', async () => {
  const target = join(directory, 'busy');
  await mkdir(`${target}.part`);
  const lock = [targetLock(target)];
  await planted.sql('SELECT pg_advisory_lock(hashtextextended($1, 0))', lock);
  const { status, stderr } = await full.run('export', target, '--plain');
  expect([status, stderr]).toEqual([1, expect.stringContaining('Another export is being written')]);
  expect(await readdir(directory)).toContain('busy.part');
  await planted.sql('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock);
  done(await full.run('export', target, '--plain'));
  expect(Object.keys(await readTree(target))).toEqual(Object.keys(await readTree(exported)));
});

describe('an import is refused, and nothing of it is written,', () => {
  const rows = 'tables/actor.jsonl';
  const firstRow = (text: string, change: (row: Record<string, unknown>) => unknown) => {
    const [line = '', ...more] = text.split('\n');
    return [JSON.stringify(change(JSON.parse(line))), ...more].join('\n');
  };

  test.each<[string, (copy: string) => Promise<void>, RegExp]>([
    ['a table cut short', (copy) => truncate(join(copy, rows), 10), /"tables\/actor.jsonl" is not/],
    [
      'a picture that nobody names',
      async (copy) => {
        await forgeFile(copy, 'media/01900000-0000-7000-8000-000000000000', () => 'x');
      },
      /No row of the export names media/,
    ],
    [
      'a picture that is neither there nor said to be missing',
      (copy) =>
        changeManifest(copy, (manifest) => {
          manifest.missingMedia = [];
        }),
      /lacks media/,
    ],
    [
      'a row with protected words in the wrong place',
      (copy) =>
        forgeFile(copy, rows, (text) => firstRow(text, (row) => ({ ...row, save: canary }))),
      /Line 1 of actor .*: save is not/,
    ],
  ])('for %s', async (_, change, says) => {
    const copy = await mkdtemp(join(directory, 'copy-'));
    await cp(exported, copy, { recursive: true });
    await change(copy);
    const before = [await digestTables(empty.db), await readdir(empty.media)];
    const { status, stdout, stderr } = await empty.run('import', 'journal', copy);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    // Neither protected words nor a list of calls.
    expect(stderr).not.toContain(canary);
    expect(stderr).not.toMatch(/ at .*[.]ts:/);
    expect([await digestTables(empty.db), await readdir(empty.media)]).toEqual(before);
  });
});

/** A process to kill. Its programs are loaded first, which on a busy machine takes longer than a lock is waited for. */
async function startVictim(env: Record<string, string>): Promise<CommandProcess> {
  const victim = startCommandProcess(directory, env);
  await victim.run(['export', '--help']);
  return victim;
}

describe('what is killed half-way leaves nothing that looks whole', () => {
  test('an import: it is done again from the beginning', async () => {
    const journal = await newJournal();
    const { db, media, env } = journal;
    await db.sql(`CREATE OR REPLACE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(11); RETURN NEW; END $$`);
    await db.sql('SELECT pg_advisory_lock(11)');
    const before = await digestTables(db);
    const killed = await startVictim(env);
    const run = killed.run(['import', 'journal', exported]).catch(() => 'killed');
    // The picture is written, and half of the rows.
    await waitForWaiting(db, 1);
    expect((await readdir(media)).filter((name) => !name.endsWith('.part'))).toHaveLength(1);
    await killed.stop();
    expect(await run).toBe('killed');
    await db.sql('SELECT pg_advisory_unlock(11)');
    await waitForWaiting(db, 0);
    expect(await digestTables(db)).toEqual(before);
    done(await journal.run('import', 'journal', exported));
    expect(await readTree(media)).toEqual(await readTree(full.media));
  }, 60_000);

  test('an import whose commit has no answer: the pictures stay, and it can be done again', async () => {
    const other = await newJournal();
    await other.db.sql(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`);
    await other.db.sql(`CREATE CONSTRAINT TRIGGER break_off AFTER INSERT ON audit_record
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_off()`);
    const { status, stderr } = await other.run('import', 'journal', exported);
    expect([status, stderr]).toEqual([1, expect.stringContaining('Import it again')]);
    const pictures = await readdir(other.media);
    expect(pictures).toContain(ids.hidden.media);
    await other.db.sql('DROP TRIGGER break_off ON audit_record');
    done(await other.run('import', 'journal', exported));
    expect(await readTree(other.media)).toEqual(await readTree(full.media));
  });

  test('an export: it has no name of its own and is not taken for one', async () => {
    const target = join(directory, 'killed');
    const killed = await startVictim(full.env);
    await planted.sql('BEGIN');
    await planted.sql('LOCK TABLE audit_record IN ACCESS EXCLUSIVE MODE');
    const run = killed.run(['export', target, '--plain']).catch(() => 'killed');
    await waitForWaiting(planted, 1);
    await killed.stop();
    expect(await run).toBe('killed');
    await planted.sql('ROLLBACK');
    expect((await readdir(directory)).filter((name) => name.startsWith('killed'))).toEqual([
      'killed.part',
    ]);
    const { stderr } = await (await newJournal()).run('import', 'journal', `${target}.part`);
    expect(stderr).toContain('not whole');
    done(await full.run('export', target, '--plain'));
    expect(Object.keys(await readTree(target))).toEqual(Object.keys(await readTree(exported)));
  }, 60_000);
});
