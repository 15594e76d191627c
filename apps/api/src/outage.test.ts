import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { becomesReady, type Program, startProgram } from './testing/start-program.ts';

// Whole programs are started.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Failed = { error: { data: { problem: { code: string } } } };

/** A proxy between the API and the database, which the test can cut. */
async function startWire(target: URL) {
  const sockets = new Set<Socket>();
  let cut = false;
  const wire: Server = createTcpServer((near) => {
    if (cut) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [near, far].map((each) => each.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const { port } = wire.address() as { port: number };
  return {
    through: (url: string) => {
      const address = new URL(url);
      address.hostname = '127.0.0.1';
      address.port = String(port);
      return address.href;
    },
    cut: () => {
      cut = true;
      for (const socket of sockets) socket.destroy();
    },
    reconnect: () => {
      cut = false;
    },
    close: () => wire.close(),
  };
}

describe('the program', () => {
  let db: TestDatabase;
  let wire: Awaited<ReturnType<typeof startWire>>;
  let program: Program;
  let directory = '';
  beforeAll(async () => {
    db = await createTestDatabase();
    wire = await startWire(new URL(db.url));
    directory = await mkdtemp(join(tmpdir(), 'viewpoints-program-'));
    program = await startProgram({
      db: { ...db, url: wire.through(db.url), readerUrl: wire.through(db.readerUrl) },
      dataDir: directory,
    });
  });
  afterAll(async () => {
    await program.end('SIGKILL');
    wire.close();
    await db.drop();
    await rm(directory, { recursive: true });
  });

  test('answers with a problem while the database is away, and by itself once it is back', async () => {
    wire.cut();
    for (const path of ['/trpc/journal.get', '/trpc/setup.status']) {
      const answer = await fetch(`${program.url}${path}`);
      const { error } = (await answer.json()) as Failed;
      expect([answer.status, error.data.problem.code]).toEqual([503, 'unavailable']);
      expect(JSON.stringify(error)).not.toMatch(/node_modules|ECONN|prisma/i);
    }
    const signIn = await fetch(`${program.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: 'http://localhost:3001', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password: 'long enough' }),
    });
    expect([signIn.status, ((await signIn.json()) as { code: string }).code]).toEqual([
      503,
      'unavailable',
    ]);
    const ready = await fetch(`${program.url}/readyz`);
    expect([ready.status, ((await ready.json()) as { database: boolean }).database]).toEqual([
      503,
      false,
    ]);
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
    wire.reconnect();
    await becomesReady(program);
    expect((await fetch(`${program.url}/trpc/journal.get`)).status).toBe(200);
  });

  test('ends with 0 on request, and prints nothing that it should not', async () => {
    const [code] = await program.end('SIGTERM');
    const said = program.said();
    expect([code, said]).toMatchObject([0, expect.not.stringContaining(db.secret)]);
    expect(said).not.toContain('SERVER_ERROR');
  });
});
