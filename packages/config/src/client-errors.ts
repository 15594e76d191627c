import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

type ClientProblem = { status: number; reason: string; code: string; title: string; next: string };

const problems: Record<string, ClientProblem> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    code: 'headers_too_large',
    title: 'The address and headers of this request are too long',
    next: 'Send a shorter address, or fewer cookies.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    code: 'too_slow',
    title: 'The request took too long to arrive',
    next: 'Send it again.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    reason: 'Payload Too Large',
    code: 'too_large',
    title: 'This is larger than is accepted',
    next: 'Send something smaller.',
  },
};

const unreadable: ClientProblem = {
  status: 400,
  reason: 'Bad Request',
  code: 'not_http',
  title: 'This is no request that can be read',
  next: 'Send HTTP/1.1.',
};

/**
 * Answers requests that Node's parser rejected, before any other code saw them, with a problem (RFC
 * 9457) that repeats nothing of them, and closes the connection. Nothing is written into a response
 * that has begun: Node has that one in an undocumented field, so the responses of each connection
 * are tracked here.
 */
export function answerClientErrors(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse[]>();
  const openAnswers = (socket: Duplex) =>
    (answers.get(socket) ?? []).filter((answer) => !answer.writableFinished);
  server.on('request', ({ socket }, answer) => {
    answers.set(socket, [...openAnswers(socket), answer]);
  });
  server.on('clientError', (error, socket) => {
    const hasBegun = openAnswers(socket).some(({ headersSent }) => headersSent);
    sendClientError(error, socket, hasBegun);
  });
}

function sendClientError(error: NodeJS.ErrnoException, socket: Duplex, hasBegun: boolean): void {
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegun) {
    socket.destroy();
    return;
  }
  const { reason, ...problem } = problems[error.code ?? ''] ?? unreadable;
  const body = JSON.stringify({ type: 'about:blank', ...problem, reasons: [], requestId: null });
  const head = [
    `HTTP/1.1 ${problem.status} ${reason}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
