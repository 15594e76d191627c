import { connect, type Socket } from 'node:net';

/** The responses on one connection, and whether the server closed it. */
export type RawAnswers = { answers: RawAnswer[]; closed: boolean };
export type RawAnswer = { status: number; headers: string; body: Buffer };

/** How long nothing has to come before everything counts as having come, in milliseconds. */
const quiet = 400;

/**
 * Writes bytes to a server as they are, right or wrong, and reads what it answers until it closes
 * the connection or says nothing more.
 */
export function sendRaw(url: string, bytes: string | Buffer): Promise<RawAnswers> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = open(url);
    const done = (closed: boolean) => {
      clearTimeout(silence);
      socket.destroy();
      resolve({ answers: readAnswers(Buffer.concat(chunks)), closed });
    };
    let silence = setTimeout(done, 10 * quiet, false);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(silence);
      silence = setTimeout(done, quiet, false);
    });
    socket.on('close', () => done(true));
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}

/** Opens a connection on which the caller writes and reads. Errors close it. */
export function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  return socket;
}

/** Takes answers apart by their `Content-Length`; one that has none, and a body, is the last. */
function readAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at);
    const headers = bytes.subarray(at, end < 0 ? undefined : end).toString('latin1');
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(headers)?.[1] ?? 0);
    const begin = end < 0 ? bytes.length : end + 4;
    const bodiless = status === 304 || status < 200;
    const said = /^content-length: (\d+)/im.exec(headers)?.[1];
    const length = said === undefined && !bodiless ? bytes.length - begin : Number(said ?? 0);
    answers.push({ status, headers, body: bytes.subarray(begin, begin + length) });
    at = begin + length;
  }
  return answers;
}
