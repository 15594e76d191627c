import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeNothingUntrue } from '@viewpoints/db/testing/before-nothing-untrue';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import {
  createDatabaseFrom,
  createTestDatabase,
  type TestDatabase,
} from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { fingerprintOf } from '@viewpoints/postgres/roles/secret-fingerprint';
import { withBackupSnapshot } from '@viewpoints/published/backup/read-backup';
import { plantWholeJournal } from '@viewpoints/published/testing/plant-whole-journal';
import { canary, type PlantedJournal } from '@viewpoints/published/testing/planted-journal';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { directoryStore } from '../backup/store.ts';
import { writeBackup } from '../backup/write-backup.ts';
import {
  type CommandProcess,
  type CommandResult,
  startCommandProcess,
} from '../testing/command-process.ts';
import { readTree } from '../testing/export-files.ts';

// A restore prepares a whole database, twice.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let directory: string;
let commands: CommandProcess;
let planted: TestDatabase;
let ids: PlantedJournal;
const databases: TestDatabase[] = [];
let made = 0;

const newDirectory = (name: string) => mkdtemp(join(directory, `${name}-`));

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
async function refusal(result: Promise<CommandResult>): Promise<string> {
  const { status, stdout, stderr } = await result;
  expect([status, stdout]).toEqual([1, '']);
  // One sentence, without protected words and without a list of calls.
  expect(stderr).not.toContain(canary);
  expect(stderr).not.toMatch(/ at .*[.]ts:/);
  return stderr;
}

/** Names of what is in a directory of backups, without the lock. */
const backupsIn = async (place: string) =>
  (await readdir(place)).filter((name) => /^\d/.test(name)).sort();

/** The digests of tables that a restore leaves as they were. */
async function digestsOf(db: TestDatabase): Promise<Record<string, string>> {
  const changes =
    /^(session|verification|email_change|passkey_challenge|preview_pass|rate_limit|import_upload)$/;
  const mailings =
    /^(subscription_(request|confirmation)|subscriber_bounce|mailing(_cursor|_claim)?)$/;
  const settles = /^(message|notification|webhook|webhook_delivery|journal|audit_record)$/;
  const own = /^(_prisma_migrations|sql_function)$/;
  return Object.fromEntries(
    Object.entries(await digestTables(db)).filter(
      ([name]) => ![changes, mailings, settles, own].some((each) => each.test(name)),
    ),
  );
}

let full: Journal;
let empty: Journal;
/** A directory with one plain backup of the planted journal. */
let backups: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-backup-'));
  commands = startCommandProcess(directory);
  planted = await createTestDatabase();
  databases.push(planted);
  ids = await plantWholeJournal(planted);
  await plantWhatIsSent(planted, ids);
  await planted.sql('UPDATE webhook SET paused_at = NULL, pause_reason = NULL');
  await planted.sql('UPDATE secret_fingerprint SET fingerprint = $1', [
    fingerprintOf(planted.secret),
  ]);
  full = await newJournal(planted);
  // Of the two that rows name, storage has one.
  await writeFile(join(full.media, ids.hidden.media), `${canary} picture`);
  empty = await newJournal();
  backups = await newDirectory('backups');
  done(await full.run('backup', backups, '--plain'));
});
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  for (const db of databases) await db.drop();
});

/** What waits to be sent, and what is to happen, when the backup is made. */
async function plantWhatIsSent({ sql }: TestDatabase, { seen }: PlantedJournal): Promise<void> {
  const [person] = await sql<{ id: string }>('SELECT id FROM account ORDER BY id LIMIT 1');
  await sql(
    `INSERT INTO message (id, kind, recipient, subject, text, created_at, expires_at, account_id)
     VALUES (gen_random_uuid(), 'notification', 'a@journal.example', 'Waits', 'Text', now(), now() + interval '1 day', $1)`,
    [person?.id],
  );
  await sql('UPDATE journal SET subscriptions = true');
  await sql(
    `INSERT INTO notification (id, account_id, kind, article_id, occasion, at)
     VALUES (gen_random_uuid(), $1, 'awaits_you', $2, 'now', now())`,
    [person?.id, seen.article],
  );
  for (const [job, payload] of [
    ['publish_due', { articleId: seen.article }],
    ['send_message', { messageId: seen.article }],
    ['ping_hub', { articleId: seen.article }],
    ['deliver_webhooks', {}],
  ] as const)
    await sql(`SELECT graphile_worker.add_job($1, $2::json, run_at => '2999-01-01')`, [
      job,
      JSON.stringify(payload),
    ]);
}

const jobsOf = (db: TestDatabase) =>
  db.sql<{ task: string; at: Date }>(
    `SELECT task_identifier AS task, run_at AS at FROM graphile_worker.jobs WHERE run_at > '2998-01-01' ORDER BY 1`,
  );

/** The journal that the backup is restored into, again and again. */
let restored: Journal;

describe('a restore into an empty journal', () => {
  beforeAll(async () => {
    restored = await newJournal();
    const said = done(await restored.run('restore', backups));
    expect(said).toMatch(/Restored [\d,]+ rows and 1 pictures and files/);
  });

  test('brings back every row and every picture', async () => {
    expect(await digestsOf(restored.db)).toEqual(await digestsOf(planted));
    expect(await readTree(restored.media)).toEqual(await readTree(full.media));
    const journal = `SELECT to_jsonb(journal) - 'subscriptions' AS row FROM journal`;
    expect(await restored.db.sql(journal)).toEqual(await planted.sql(journal));
    const counts = 'SELECT count(*) FROM audit_record WHERE action NOT LIKE $1';
    const others = ['settings.%'];
    expect(await restored.db.sql(counts, others)).toEqual(await planted.sql(counts, others));
    const numbers = `SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`;
    expect(await restored.db.sql(numbers)).toEqual(await planted.sql(numbers));
  });

  test('sends nothing a second time, and lets nobody in by what was used since', async () => {
    const { sql } = restored.db;
    expect(await jobsOf(restored.db)).toEqual([
      { task: 'publish_due', at: new Date('2999-01-01T00:00:00Z') },
    ]);
    expect(await sql('SELECT subscriptions FROM journal')).toEqual([{ subscriptions: false }]);
    expect(await sql('SELECT FROM session UNION ALL SELECT FROM verification')).toEqual([]);
    expect(await planted.sql('SELECT FROM session')).not.toEqual([]);
    expect(
      await sql(
        'SELECT FROM message WHERE ended_at IS NULL AND sent_at IS NULL AND kept_at IS NULL',
      ),
    ).toEqual([]);
    expect(await sql(`SELECT text FROM message WHERE subject = 'Waits'`)).toEqual([{ text: '' }]);
    expect(await sql('SELECT FROM notification WHERE mailed_at IS NULL')).toEqual([]);
    expect(await sql('SELECT DISTINCT pause_reason AS reason FROM webhook')).toEqual([
      { reason: 'restored' },
    ]);
    expect(await sql(`SELECT FROM webhook_delivery WHERE state = 'queued'`)).toEqual([]);
  });

  test('leaves the rules of the database as they were', async () => {
    const rules = `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`;
    expect(await restored.db.sql(rules)).toEqual(await planted.sql(rules));
    const triggers = `SELECT tgrelid::regclass::text AS of, tgname, tgenabled FROM pg_trigger
      WHERE NOT tgisinternal ORDER BY 1, 2`;
    expect(await restored.db.sql(triggers)).toEqual(await planted.sql(triggers));
  });

  test('is recorded, and so is the backup', async () => {
    const acts = `SELECT action, by_id AS by, details FROM audit_record
      WHERE action IN ('settings.back_up', 'settings.restore_backup')`;
    expect(await restored.db.sql(acts)).toEqual([
      {
        ...{ action: 'settings.restore_backup', by: null },
        details: { madeAt: expect.stringMatching(/^\d{4}-/) },
      },
    ]);
    expect(await planted.sql(acts)).toContainEqual({
      ...{ action: 'settings.back_up', by: null, details: { encrypted: false } },
    });
  });
});

/** A process to kill. Its programs are loaded first, which on a busy machine takes longer than a lock is waited for. */
async function startVictim(env: Record<string, string>): Promise<CommandProcess> {
  const victim = startCommandProcess(directory, env);
  await victim.run(['backup', '--help']);
  return victim;
}

describe('a restore into a journal', () => {
  beforeAll(() => restored.db.sql(`UPDATE topic SET name = 'Later'`));

  test('is refused without a question that was answered', async () => {
    const before = await digestTables(restored.db);
    expect(await refusal(restored.run('restore', backups))).toContain('Say --yes');
    expect(await digestTables(restored.db)).toEqual(before);
  });

  test('is refused while a program of it is connected, whatever was said', async () => {
    const before = await digestTables(restored.db);
    await restored.db.sql(`SET application_name = 'viewpoints-worker'`);
    expect(await refusal(restored.run('restore', backups, '--yes'))).toContain(
      'The journal runs (viewpoints-worker)',
    );
    await restored.db.sql(`RESET application_name`);
    expect(await digestTables(restored.db)).toEqual(before);
  });

  test('of another secret is refused', async () => {
    const env = { ...restored.env, SECRET: 'another secret than that of the backup' };
    const before = await digestTables(restored.db);
    expect(await refusal(commands.run(['restore', backups, '--yes'], { env }))).toContain(
      'another journal here',
    );
    expect(await digestTables(restored.db)).toEqual(before);
  });

  test('that is killed half-way leaves the journal that was there, and can be begun again', async () => {
    await rm(join(restored.media, ids.hidden.media));
    const before = await digestTables(restored.db);
    const killed = await startVictim(restored.env);
    await restored.db.sql(`CREATE FUNCTION hold() RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(13); RETURN true; END $$`);
    // The last table but some.
    await restored.db.sql('ALTER TABLE topic ADD CONSTRAINT hold CHECK (hold()) NOT VALID');
    await restored.db.sql('SELECT pg_advisory_lock(13)');
    const run = killed.run(['restore', backups, '--yes']).catch(() => 'killed');
    // It reads the backup and prepares the database first.
    await vi.waitFor(() => waitForWaiting(restored.db, 1), 90_000);
    await killed.stop();
    expect(await run).toBe('killed');
    await restored.db.sql('SELECT pg_advisory_unlock(13)');
    await waitForWaiting(restored.db, 0);
    await restored.db.sql('ALTER TABLE topic DROP CONSTRAINT hold');
    await restored.db.sql('DROP FUNCTION hold()');
    expect(await digestTables(restored.db)).toEqual(before);
  });

  test('replaces all of it; pictures that only the other had are left to the sweep', async () => {
    const own = '01900000-0000-7000-8000-00000000000a';
    await writeFile(join(restored.media, own), 'a picture from after the backup');
    await writeFile(join(restored.media, ids.hidden.media), 'damaged');
    done(await restored.run('restore', backups, '--yes'));
    expect(await digestsOf(restored.db)).toEqual(await digestsOf(planted));
    expect((await readdir(restored.media)).sort()).toEqual(
      [ids.hidden.media, own, `${own}.part`].sort(),
    );
    expect(await readFile(join(restored.media, ids.hidden.media), 'utf8')).toBe(
      `${canary} picture`,
    );
  });

  test('keeps a picture that was cleaned since the backup', async () => {
    await restored.db.sql(`UPDATE media SET cleaning = 'done'`);
    await planted.sql(`UPDATE media SET cleaning = 'pending'`);
    const place = await newDirectory('backups');
    done(await full.run('backup', place, '--plain'));
    await writeFile(join(restored.media, ids.hidden.media), 'cleaned');
    done(await restored.run('restore', place, '--yes'));
    expect(await readFile(join(restored.media, ids.hidden.media), 'utf8')).toBe('cleaned');
  });
});

describe('backups in one place', () => {
  test('are encrypted, share their pictures, are verified, and the oldest go', async () => {
    const [identity, stranger] = [await generateX25519Identity(), await generateX25519Identity()];
    await writeFile(join(directory, 'key.txt'), `# made by age-keygen\n${identity}\n`);
    await writeFile(join(directory, 'other.txt'), `${stranger}\n`);
    const recipient = await identityToRecipient(identity);
    const place = await newDirectory('backups');
    const backUp = async (...args: string[]) =>
      JSON.parse(
        done(await full.run('backup', place, '--recipient', recipient, '--json', ...args)),
      );
    expect(await backUp()).toMatchObject({ encrypted: true, media: 1, newMedia: 1, removed: 0 });
    expect(await backUp()).toMatchObject({ media: 1, newMedia: 0 });

    const files = Object.keys(await readTree(place));
    for (const name of files) {
      const bytes = await readFile(join(place, name));
      expect([name, bytes.includes(canary), bytes.includes(planted.secret)]).toEqual([
        ...[name, false, false],
      ]);
    }
    expect(((await stat(place)).mode & 0o077).toString(8)).toBe('0');

    const verified = await full.run('backup', place, '--verify');
    expect(done(verified)).toMatch(/^(✓ .*: as it was written; to read .*\n){2}$/);
    const read = await full.run('backup', place, '--verify', '--identity', 'key.txt');
    expect(done(read)).toMatch(/^(✓ .*: whole: everything in it was read\n){2}$/);
    const unread = await full.run('backup', place, '--verify', '--identity', 'other.txt');
    expect(unread).toMatchObject({ status: 1, stderr: '' });
    expect(unread.stdout).toMatch(/^(✗ .*: It is not encrypted to this key[.]\n){2}$/);

    // Of another installation: the backup brings the secret along.
    const other = await newJournal();
    const env = {
      ...{ DATA_DIR: other.data, DATABASE_URL: other.db.url },
      DATABASE_READER_URL: other.db.readerUrl,
    };
    const restore = (more: Record<string, string>, ...args: string[]) =>
      commands.run(['restore', place, ...args], { env: { ...env, ...more } });
    expect(await refusal(restore({}))).toContain('--identity');
    const wrong = { SECRET: 'another secret than that of the backup' };
    const refused = await refusal(restore(wrong, '--identity', 'key.txt'));
    expect(refused).toContain('Leave SECRET out');
    done(await restore({}, '--identity', 'key.txt'));
    expect((await readFile(join(other.data, 'secret'), 'utf8')).trim()).toBe(planted.secret);
    expect(await digestsOf(other.db)).toEqual(await digestsOf(planted));
    expect(await readTree(other.media)).toEqual(await readTree(full.media));
  });

  test('are as many as are to be kept, and so are their pictures', async () => {
    const place = await newDirectory('backups');
    const backUp = async (...args: string[]) =>
      JSON.parse(done(await full.run('backup', place, '--plain', '--json', ...args)));
    const picturesIn = async () =>
      Object.keys(await readTree(place)).filter((name) => name.startsWith('media/'));
    await backUp();
    const [oldest] = await backupsIn(place);
    await backUp();
    await rm(join(full.media, ids.hidden.media));
    expect(await backUp('--keep', '2')).toMatchObject({ removed: 1, media: 0 });
    expect(await backupsIn(place)).toHaveLength(2);
    expect(await backupsIn(place)).not.toContain(oldest);
    expect(await picturesIn()).toHaveLength(1);
    expect(await backUp('--keep', '1')).toMatchObject({ removed: 2 });
    expect(await picturesIn()).toEqual([]);
    await writeFile(join(full.media, ids.hidden.media), `${canary} picture`);
  });

  test.each<[string, (place: string, name: string) => Promise<void>, RegExp]>([
    [
      'a changed picture',
      async (place) => {
        const [picture = ''] = Object.keys(await readTree(join(place, 'media')));
        await writeFile(join(place, 'media', picture), `${canary} Picture`);
      },
      /^✗ .*damaged: media\/plain\/[0-9a-f]+ is not what was written/,
    ],
    [
      'a picture that is gone',
      (place) => rm(join(place, 'media'), { recursive: true }),
      /^✗ .*damaged: it lacks media/,
    ],
    [
      'one changed byte of a row',
      async (place, name) => {
        const path = join(place, name, 'journal.tar');
        const bytes = await readFile(path);
        const middle = Math.floor(bytes.byteLength / 2);
        bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
        await writeFile(path, bytes);
      },
      /^✗ .*damaged: .*journal[.]tar is not what was written/,
    ],
    [
      'an archive cut short',
      async (place, name) => {
        const path = join(place, name, 'journal.tar');
        await writeFile(path, (await readFile(path)).subarray(0, -2000));
      },
      /^✗ .*damaged: .*journal[.]tar is not what was written/,
    ],
  ])('are found to be damaged by %s, and are not restored', async (_, damage, says) => {
    const place = await newDirectory('damaged');
    await cp(backups, place, { recursive: true });
    const [name = ''] = await backupsIn(place);
    await damage(place, name);
    const { status, stdout } = await full.run('backup', place, '--verify');
    expect([status, stdout]).toEqual([1, expect.stringMatching(says)]);
    expect(await refusal(empty.run('restore', join(place, name)))).toContain('damaged');
    expect(await empty.db.sql('SELECT FROM account')).toEqual([]);
    expect(await readdir(empty.media)).toEqual([]);
  });

  test.each([
    [['backup', 'x'], 'say --plain'],
    [['backup', 'x', '--plain', '--recipient', 'age1x'], 'not both'],
    [['backup', 'x', '--recipient', 'age1x'], 'no public key of age'],
    [['backup', 'x', '--plain', '--identity', 'key.txt'], 'is for --verify'],
    [['backup', 'x', '--verify'], 'no backup in'],
    [['restore', 'x'], 'no backup in'],
  ])('%j is refused', async (args, says) => {
    expect(await refusal(full.run(...args))).toContain(says);
    expect(await readdir(directory)).not.toContain('x');
  });

  test('are of one journal', async () => {
    const other = await newJournal();
    await other.db.sql('DELETE FROM secret_fingerprint');
    const env = {
      ...{ DATA_DIR: other.data, DATABASE_URL: other.db.url },
      SECRET: 'the secret of quite another journal',
    };
    expect(await refusal(commands.run(['backup', backups, '--plain'], { env }))).toContain(
      'another journal',
    );
    expect(await backupsIn(backups)).toHaveLength(1);
  });
});

describe('a backup that is killed half-way', () => {
  test('is none, removes none, and the next one removes what it left', async () => {
    const place = await newDirectory('backups');
    done(await full.run('backup', place, '--plain'));
    const [first] = await backupsIn(place);
    const killed = await startVictim(full.env);
    // Once it has read all the rows.
    await planted.sql(`CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(12); RETURN NEW; END $$`);
    await planted.sql(
      'CREATE TRIGGER hold BEFORE INSERT ON audit_record FOR EACH ROW EXECUTE FUNCTION hold()',
    );
    await planted.sql('SELECT pg_advisory_lock(12)');
    const run = killed.run(['backup', place, '--plain', '--keep', '1']).catch(() => 'killed');
    await vi.waitFor(() => waitForWaiting(planted, 1), 90_000);
    expect(await backupsIn(place)).toHaveLength(2);
    expect(await refusal(full.run('backup', place, '--plain'))).toContain('Another backup');
    await killed.stop();
    expect(await run).toBe('killed');
    await planted.sql('SELECT pg_advisory_unlock(12)');
    await planted.sql('DROP TRIGGER hold ON audit_record');
    await waitForWaiting(planted, 0);

    const { stdout } = await full.run('backup', place, '--verify', '--json');
    expect(JSON.parse(stdout)).toEqual([{ name: first, problem: null, isRead: true }]);
    done(await full.run('backup', place, '--plain', '--keep', '1'));
    const left = await backupsIn(place);
    expect(left).toHaveLength(1);
    expect(left).not.toContain(first);
    expect((await readdir(join(place, left[0] ?? ''))).sort()).toEqual([
      ...['backup.json', 'journal.tar'],
    ]);
  });
});

test('a backup of an earlier version is restored into a new database and upgraded', async () => {
  const old = await loadFixture(beforeNothingUntrue);
  databases.push(old);
  const place = await newDirectory('backups');
  await withBackupSnapshot(old.url, (snapshot) =>
    writeBackup(snapshot, directoryStore(place), {
      ...{ media: fileStore(directory), secret: old.secret, recipients: [] },
      ...{ seal: async () => {}, onProgress: () => {} },
    }),
  );
  expect(await refusal(empty.run('restore', place))).toContain('into a new database');
  const target = await createDatabaseFrom('template0');
  databases.push(target);
  const restored = await newJournal(target);
  done(await restored.run('restore', place));
  expect(await listPendingMigrations(target.url)).toEqual([]);
  for (const table of ['article', 'source', 'account', 'revision', 'published_version'])
    expect(await target.sql(`SELECT count(*) FROM ${table}`)).toEqual(
      await old.sql(`SELECT count(*) FROM ${table}`),
    );
});
