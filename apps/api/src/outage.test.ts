import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

/** Stands between the API and the database, to be cut. */
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
    mend: () => {
      cut = false;
    },
    close: () => wire.close(),
  };
}

const freePort = async () => {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('the program', () => {
  let db: TestDatabase;
  let wire: Awaited<ReturnType<typeof startWire>>;
  let child: ChildProcess;
  let url = '';
  let directory = '';
  let said = '';
  beforeAll(async () => {
    db = await createTestDatabase();
    wire = await startWire(new URL(db.url));
    directory = await mkdtemp(join(tmpdir(), 'viewpoints-program-'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: wire.through(db.url),
        DATABASE_READER_URL: wire.through(db.readerUrl),
        DATA_DIR: directory,
        API_PORT: String(port),
        SECRET: db.secret,
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (said += chunk));
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
      timeout: 40_000,
      interval: 250,
    });
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    wire.close();
    await db.drop();
    await rm(directory, { recursive: true });
  });

  test('answers with a problem while the database is away, and by itself once it is back', async () => {
    wire.cut();
    for (const path of ['/trpc/journal.get', '/trpc/setup.status']) {
      const answer = await fetch(`${url}${path}`);
      const { error } = await answer.json();
      expect([answer.status, error.data.problem.code]).toEqual([503, 'unavailable']);
      expect(JSON.stringify(error)).not.toMatch(/node_modules|ECONN|prisma/i);
    }
    const signIn = await fetch(`${url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: 'http://localhost:3001', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password: 'long enough' }),
    });
    expect([signIn.status, (await signIn.json()).code]).toEqual([503, 'unavailable']);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, (await ready.json()).database]).toEqual([503, false]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    wire.mend();
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
      timeout: 20_000,
      interval: 250,
    });
    expect((await fetch(`${url}/trpc/journal.get`)).status).toBe(200);
  });

  test('ends with 0 when it is told to, and says nothing that it should not', async () => {
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect([code, said]).toMatchObject([0, expect.not.stringContaining(db.secret)]);
    expect(said).not.toContain('SERVER_ERROR');
  });
});
