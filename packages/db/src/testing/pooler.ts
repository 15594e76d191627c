import { connect, createServer, type Socket } from 'node:net';

/** What a pooler does not pass on between a program and its server. */
export type PoolerFaults = {
  /** Drops the start-up parameters of a connection, as pgbouncer does if configured to ignore them. */
  options?: boolean;
  /** Drops announcements, as a pooler does that uses another session for each transaction. */
  notifications?: boolean;
};

/** A proxy between programs and a server that acts like a pooler, speaking PostgreSQL's protocol. */
export async function startPooler(target: string, faults: PoolerFaults) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [near, far].map((each) => each.destroy()));
    }
    near.once('data', (startup: Buffer) => {
      far.write(faults.options ? withoutOptions(startup) : startup);
      near.pipe(far);
    });
    if (faults.notifications) passWithout(far, near, notification);
    else far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    /** The same database, through the pooler. */
    through: (url: string): string => {
      const through = new URL(url);
      through.host = `127.0.0.1:${address.port}`;
      return through.href;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A startup message: its length, the version, then names and values that end with a zero each. */
function withoutOptions(startup: Buffer): Buffer {
  const parts = startup.subarray(8).toString('latin1').split('\0');
  const kept: string[] = [];
  for (let at = 0; parts[at]; at += 2)
    if (parts[at] !== 'options') kept.push(parts[at] ?? '', parts[at + 1] ?? '');
  const body = Buffer.from(`${kept.join('\0')}\0\0`, 'latin1');
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  head.writeInt32BE(startup.readInt32BE(4), 4);
  return Buffer.concat([head, body]);
}

const notification = 'A'.charCodeAt(0);

/** Passes messages on, each a letter and its length, but those of one kind. */
function passWithout(from: Socket, to: Socket, kind: number): void {
  let rest: Buffer = Buffer.alloc(0);
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      if (rest.length < 5) return;
      const end = 1 + rest.readInt32BE(1);
      if (rest.length < end) return;
      if (rest[0] !== kind) to.write(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  });
}
