import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { aPicture } from '@viewpoints/api/testing/a-picture';
import { findMediaFile } from '@viewpoints/db/editorial/media';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Program, startProgram } from './testing/start-program.ts';

// Whole programs are started.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const adminUrl = 'http://localhost:3001';
const owner = { email: 'ines@journal.example', password: 'long enough' };
let db: TestDatabase;
let dataDir = '';
let media = '';
beforeAll(async () => {
  db = await createTestDatabase();
  await ensureOwner({ editorial: db.editorial }, owner);
  dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-crash-'));
  media = join(dataDir, 'media');
});
afterAll(async () => {
  await db.drop();
  await rm(dataDir, { recursive: true });
});

const start = async (env: Record<string, string> = {}, before?: string) => {
  const program = await startProgram({
    ...{ db, dataDir, env },
    ...(before === undefined ? {} : { before }),
  });
  onTestFinished(async () => {
    await program.end('SIGKILL');
  });
  return program;
};

async function signIn({ url }: Program): Promise<string> {
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: adminUrl, 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
}

const upload = ({ url }: Program, cookie: string, bytes = aPicture()) =>
  fetch(`${url}/media?fileName=a.png`, {
    method: 'POST',
    headers: { origin: adminUrl, 'content-type': 'image/png', cookie },
    body: new Uint8Array(bytes),
  });

/** A picture of some kilobytes, however it is encoded. */
const noise = () =>
  sharp({
    create: {
      ...{ width: 100, height: 100, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();

const sweep = () =>
  fileStore(media).sweep(async (id) => (await findMediaFile(db.editorial, id)) !== null, 0);

test('killed between its bytes and its row, an upload leaves neither once it is swept', async () => {
  const program = await start();
  const cookie = await signIn(program);
  await db.sql('begin');
  await db.sql('lock table media in access exclusive mode');
  const cut = upload(program, cookie).then(
    () => 'answered',
    () => 'cut off',
  );
  await waitForWaiting(db, 1);
  const written = await readdir(media);
  await program.end('SIGKILL');
  expect(await cut).toBe('cut off');
  await db.sql('rollback');
  expect(await db.sql('select 1 from media')).toEqual([]);
  expect(written).toHaveLength(2);
  expect((await stat(join(media, written[0] ?? ''))).size).toBeGreaterThan(0);
  expect(await sweep()).toBe(1);
  expect(await readdir(media)).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'files that may not grow any further are refused like a full disk, and leave nothing',
  async () => {
    const program = await start({}, 'ulimit -f 1');
    const before = await readdir(media);
    const answer = await upload(program, await signIn(program), await noise());
    expect(answer.status).toBe(503);
    const { code, reasons } = (await answer.json()) as {
      code: string;
      reasons: { code: string }[];
    };
    expect([code, reasons.map((reason) => reason.code)]).toEqual(['unavailable', ['storage_full']]);
    expect(await readdir(media)).toEqual(before);
  },
);

describe('at a start', () => {
  const old = '01900000-0000-7000-8000-000000000001.part';
  const young = '01900000-0000-7000-8000-000000000002.part';
  const picture = '01900000-0000-7000-8000-000000000003';
  const letter = join('outbox', 'letter.eml');
  let program: Program;
  beforeAll(async () => {
    await mkdir(media, { recursive: true });
    for (const name of [old, young, 'notes.part']) await writeFile(join(media, name), 'half');
    const before = new Date(Date.now() - 61 * 60 * 1000);
    for (const name of [old, 'notes.part']) await utimes(join(media, name), before, before);
    await chmod(dataDir, 0o755);
    await mkdir(join(dataDir, 'outbox'), { recursive: true });
    await writeFile(join(dataDir, letter), 'Dear …', { mode: 0o644 });
    for (const directory of [media, join(dataDir, 'outbox')]) await chmod(directory, 0o755);
    await writeFile(join(media, picture), 'picture', { mode: 0o644 });
    // A journal without an owner takes the secret that is made for it.
    await db.sql('delete from secret_fingerprint');
    program = await startProgram({ db, dataDir, env: { SECRET: '' } });
  });
  afterAll(() => program.end('SIGKILL'));

  test('what uploads left that were cut short an hour ago is removed, and nothing else', async () => {
    const left = await readdir(media);
    expect(left).not.toContain(old);
    expect(left).toEqual(expect.arrayContaining([young, 'notes.part']));
  });

  test.skipIf(process.platform === 'win32')(
    'everything is for its owner alone, and what was open to others is closed',
    async () => {
      const modeOf = async (path: string) =>
        ((await stat(join(dataDir, path))).mode & 0o777).toString(8);
      expect(await modeOf('.')).toBe('711');
      expect(await modeOf('media')).toBe('700');
      expect(await modeOf('outbox')).toBe('700');
      expect([await modeOf(join('media', picture)), await modeOf(letter)]).toEqual(['600', '600']);
      expect(await modeOf('secret')).toBe('600');
    },
  );

  test('killed after its row, an upload keeps its bytes', async () => {
    await sweep();
    const answer = await upload(program, await signIn(program));
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    // As it was between the commit and the removal of the second name.
    await writeFile(join(media, `${id}.part`), '');
    expect(await sweep()).toBe(0);
    const left = await readdir(media);
    expect(left).toContain(id);
    expect(left).not.toContain(`${id}.part`);
  });
});
