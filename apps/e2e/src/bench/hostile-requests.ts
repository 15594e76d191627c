import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { aPicture, pngChunk } from '@viewpoints/api/testing/a-picture';

/** The server that gets the requests, and the account. */
export type Target = {
  url: string;
  /** The admin's origin, which a browser would name. */
  origin: string;
  /** Of an account that may write and upload. */
  cookie: string;
  /** An article of theirs. */
  article: { id: string; save: number };
};

/** One kind of hostile request; `send` resolves once everything has been answered. */
export type HostileKind = { name: string; send: (target: Target) => Promise<void> };

const MEGABYTE = 1024 * 1024;
/** Just within the limit for a signed-in account. */
const maxBody = 7_800_000;

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const flat = (bytes: number) => `[${'"",'.repeat(Math.floor(bytes / 3))}""]`;

/** A picture of one shade: hardly any bytes, and as many pixels as its sides say. */
const hugePicture = (side: number): Buffer => aPicture({ width: side, height: side });

async function post(
  { url, origin }: Target,
  path: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<void> {
  // A server that refuses unread closes the connection while the body is still being sent.
  await fetch(url + path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
    .then((answer) => answer.arrayBuffer())
    .catch(() => undefined);
}

const times = (count: number, work: (index: number) => Promise<void>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index))).then(() => undefined);

const bogus = { cookie: 'a=b' };
const forged = { cookie: 'viewpoints.session_token=nobody.c2lnbmF0dXJl' };
const asEditor = ({ cookie }: Target) => ({ cookie });

const source = (csl: string) =>
  `{"slug":"bomb","kind":"report","title":"Bomb","terms":{"attribution":"on_record"},"csl":${csl}}`;

/** Requests that hold a connection and send a byte now and then. */
async function slowBodies({ url }: Target, count: number, seconds: number): Promise<void> {
  const { hostname, port } = new URL(url);
  const head = `POST /trpc/setup.claim HTTP/1.1\r\nHost: api\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n`;
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(Number(port), hostname, () => socket.write(head));
    return socket.on('error', () => socket.destroy()).resume();
  });
  for (let second = 0; second < seconds * 4; second += 1) {
    for (const socket of sockets) if (socket.writable) socket.write('{"a":[[[[');
    await sleep(250);
  }
  for (const socket of sockets) socket.destroy();
}

const gifFrames = (side: number, frames: number): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(side, 0);
  size.writeUInt16LE(side, 2);
  const head = Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ]);
  // Each frame is as large as the picture and says that it ends at once.
  const frame = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 1, 0x2c, 0]),
  ]);
  return Buffer.concat([head, ...Array(frames).fill(frame), Buffer.from([0x3b])]);
};

/** A harmless kind, to measure the machine's own influence on the waits. */
const harmless: HostileKind = { name: 'nothing hostile', send: () => sleep(2_000) };

export const hostileKinds: readonly HostileKind[] = [
  harmless,
  {
    name: 'a deep array of 7.8 MB, bogus cookie',
    send: (to) => post(to, '/trpc/setup.claim', nested(maxBody / 2), bogus),
  },
  {
    name: '6 deep arrays of 7.8 MB at once, bogus cookie',
    send: (to) => times(6, () => post(to, '/trpc/setup.claim', nested(maxBody / 2), bogus)),
  },
  {
    name: 'a flat array of 7.8 MB, bogus cookie',
    send: (to) => post(to, '/trpc/setup.claim', flat(maxBody), bogus),
  },
  {
    name: 'a flat array of 7.8 MB, forged session',
    send: (to) => post(to, '/trpc/setup.claim', flat(maxBody), forged),
  },
  {
    name: '6 long strings of 7.8 MB, bogus token',
    send: (to) =>
      times(6, () =>
        post(to, '/trpc/setup.claim', `{"token":"${'x'.repeat(maxBody)}"}`, {
          authorization: 'Bearer nobody-nobody-nobody-nobody',
        }),
      ),
  },
  {
    name: '400 flat arrays of 60 kB, nobody',
    send: (to) => times(400, () => post(to, '/trpc/setup.claim', flat(60_000), {})),
  },
  {
    name: '40 batches of 30 calls, nobody',
    send: (to) =>
      times(40, async (index) => {
        const paths = Array(30).fill('journal.get').join(',');
        await fetch(`${to.url}/trpc/${paths}?batch=1&input={}&${index}`).then((answer) =>
          answer.arrayBuffer(),
        );
      }),
  },
  {
    name: '12 pictures of 20 MB, bogus cookie',
    send: (to) => {
      const bytes = Buffer.alloc(20 * MEGABYTE);
      return times(12, () => post(to, '/media', bytes, { ...bogus, 'content-type': 'image/png' }));
    },
  },
  { name: '300 slow bodies, nobody', send: (to) => slowBodies(to, 300, 5) },
  {
    name: '300 query strings of 15 kB, nobody',
    send: (to) =>
      times(300, async () => {
        const input = nested(7_000);
        await fetch(`${to.url}/trpc/journal.get?input=${input}`)
          .then((answer) => answer.arrayBuffer())
          .catch(() => undefined);
      }),
  },
  {
    name: 'citation data 2,500 deep, signed in',
    send: (to) =>
      times(20, () =>
        post(
          to,
          '/trpc/editor.sources.create',
          source(`{"type":"report","z":${nested(2_500)}}`),
          asEditor(to),
        ),
      ),
  },
  {
    name: 'citation data 1,000,000 deep, signed in',
    send: (to) =>
      post(
        to,
        '/trpc/editor.sources.create',
        source(`{"type":"report","z":${nested(1_000_000)}}`),
        asEditor(to),
      ),
  },
  {
    name: '4 × citation data of 7.5 MB in authors, signed in',
    send: (to) =>
      times(4, () =>
        post(
          to,
          '/trpc/editor.sources.create',
          source(`{"type":"report","author":${flat(7_500_000)}}`),
          asEditor(to),
        ),
      ),
  },
  {
    name: '4 × 7.5 MB of paragraphs, signed in',
    send: (to) => {
      const body = `{"type":"doc","content":[${'{"type":"paragraph"},'.repeat(350_000)}{"type":"divider"}]}`;
      return times(4, () =>
        post(
          to,
          '/trpc/editor.articles.save',
          `{"id":"${to.article.id}","seen":${to.article.save},"content":{"slug":"bomb","body":${body}}}`,
          asEditor(to),
        ),
      );
    },
  },
  {
    name: 'lists in lists, 100,000 deep, signed in',
    send: (to) => {
      const open = '{"type":"bulletList","content":[{"type":"listItem","content":[';
      const body = `{"type":"doc","content":[${open.repeat(100_000)}{"type":"paragraph"}${']}]}'.repeat(100_000)}]}`;
      return post(
        to,
        '/trpc/editor.articles.save',
        `{"id":"${to.article.id}","seen":${to.article.save},"content":{"slug":"bomb","body":${body}}}`,
        asEditor(to),
      );
    },
  },
  {
    name: 'a picture of 15,900 × 15,900, signed in',
    send: (to) =>
      post(to, '/media', hugePicture(15_900), { ...asEditor(to), 'content-type': 'image/png' }),
  },
  {
    name: '6 pictures of 7,000 × 7,000 at once, signed in',
    send: (to) => {
      const bytes = hugePicture(7_000);
      return times(6, () =>
        post(to, '/media', bytes, { ...asEditor(to), 'content-type': 'image/png' }),
      );
    },
  },
  {
    name: 'a moving picture of 4,000 × 4,000 in 200 frames, signed in',
    send: (to) =>
      post(to, '/media', gifFrames(4_000, 200), { ...asEditor(to), 'content-type': 'image/gif' }),
  },
  {
    name: 'a picture whose text inflates to 200 MB, signed in',
    send: (to) => {
      const bytes = withInflatingText(aPicture(), 200 * MEGABYTE);
      return post(to, '/media', bytes, { ...asEditor(to), 'content-type': 'image/png' });
    },
  },
];

/** A PNG with a compressed comment (zTXt) that becomes so many bytes. */
function withInflatingText(picture: Buffer, bytes: number): Buffer {
  const text = deflateSync(Buffer.alloc(bytes, 0x61));
  const data = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), text]);
  // After the signature (8 bytes) and the header chunk (13 bytes in a frame of 12).
  return Buffer.concat([picture.subarray(0, 33), pngChunk('zTXt', data), picture.subarray(33)]);
}
