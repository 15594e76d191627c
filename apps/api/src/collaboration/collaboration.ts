import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { bringsCredentials, findSignedIn } from '@viewpoints/api/accounts/signed-in';
import { accountJson } from '@viewpoints/api/input/json-limits';
import { trustedOrigins } from '@viewpoints/api/instance';
import { momentOf } from '@viewpoints/api/moment';
import { findAccess } from '@viewpoints/api/working-copy/find-access';
import { createNetworkLimit } from '@viewpoints/config/caller-network';
import { listenAtDesk } from '@viewpoints/db/desk-listener';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { closeCodes, collaborationPath, deskNewsPath } from '@viewpoints/working-copy/messages';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Dependencies } from '../dependencies.ts';
import { createDeskConnections } from './desk-connections.ts';
import { createSharedDocuments } from './documents.ts';
import { createInstanceMessages } from './instance-messages.ts';
import { createPresence, type Presence } from './presence.ts';
import { createSharedCursors } from './shared-cursors.ts';
import { createMessageLimit, createSockets, type Socket, tell } from './sockets.ts';

/** How often a minute one network may try to connect. */
const maxAttempts = 600;

/** How much may wait to be sent to a page that reads too slowly, in bytes. */
const maxWaiting = 8 * 1024 * 1024;

/** How long a page that may not join can take to answer that its connection is closed, in milliseconds. */
const closeTimeout = 1000;

const pattern = new RegExp(
  `^${collaborationPath('([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', '([0-9]{1,6})')}$`,
);

/** Why a page with this version of documents may not write here, as the code that ends it; null where it may. */
function whyOtherVersion(version: number): number | null {
  if (version < documentVersion) return closeCodes.outdated;
  // A newer page waits until this server is upgraded, or reaches another one.
  return version > documentVersion ? closeCodes.unavailable : null;
}

/**
 * Shared documents over WebSockets, on the server's own port. Who connects is known before a byte of
 * the connection is read; it ends when the session or the role does, or the article can be seen no
 * longer.
 */
export function collaborate(
  server: FastifyInstance,
  parts: Dependencies & { databaseUrl: string },
) {
  const { log, editorial } = parts;
  const origins = new Set(trustedOrigins(parts.instance));
  const limit = createNetworkLimit({ max: maxAttempts, trust: parts.trust });
  const sockets = createSockets();
  const messages = createInstanceMessages(parts.secret, (payload) => desk.send(payload));
  const presence: Presence = createPresence({
    ...{ sockets, send: messages.send, onChange: () => deskPages.presenceChanged() },
    onElsewhere: ({ from, articleId, isOpen }) => {
      if (isOpen) cursors.sendAll(articleId);
      else cursors.removeInstance(from, articleId);
    },
  });
  const deskPages = createDeskConnections(parts, presence);
  const cursors = createSharedCursors({ send: messages.send, isElsewhere: presence.isElsewhere });
  const documents = createSharedDocuments(parts, {
    ...{ sockets, cursors, onWritten: presence.changed },
  });
  parts.metrics?.metrics.watchConnections('article', () => sockets.all().length);
  parts.metrics?.metrics.watchConnections('desk', () => deskPages.count());
  const wss = new WebSocketServer({ noServer: true, maxPayload: accountJson.bytes });
  /** Connections that were ended before they joined, and whose pages have not answered yet. */
  const unjoined = new Set<WebSocket>();
  const setCookies = new WeakMap<IncomingMessage, string[]>();
  wss.on('headers', (headers, request) => {
    for (const cookie of setCookies.get(request) ?? []) headers.push(`Set-Cookie: ${cookie}`);
  });

  /** Ends a connection whose owner may not have it any more, or not as it is. */
  const check = async (socket: Socket): Promise<void> => {
    const access = await findAccess(editorial, socket.seat, await momentOf(parts));
    if (access.kind === 'signed_out') socket.ws.close(closeCodes.signedOut, 'signed_out');
    else if (access.kind === 'none') socket.ws.close(closeCodes.notVisible, 'not_found');
    else if (access.kind !== socket.kind) socket.ws.close(closeCodes.accessChanged, 'access');
    else watchExpiry(socket, access.until);
  };
  const checkAll = (found: readonly Socket[]) => {
    // A connection whose access cannot be checked is closed.
    for (const socket of found)
      check(socket).catch(() => socket.ws.close(closeCodes.unavailable, 'unavailable'));
  };
  const watchExpiry = (socket: Socket, until: Date) => {
    clearTimeout(socket.timer);
    const left = Math.min(until.getTime() - Date.now(), 24 * 60 * 60_000);
    socket.timer = setTimeout(() => checkAll([socket]), Math.max(left, 1000));
    socket.timer.unref();
  };
  const desk = listenAtDesk(parts.databaseUrl, {
    onChange: ({ kind, id }) => {
      if (kind === 'update') void documents.pull(id).catch(() => {});
      else if (kind === 'account') {
        checkAll(sockets.of({ accountId: id }));
        deskPages.check(id);
      } else if (kind === 'source') deskPages.notifyStep('source');
      else {
        const found = sockets.of({ articleId: id });
        if (kind === 'article') {
          checkAll(found);
          deskPages.notifyStep({ articleId: id });
        }
        for (const socket of found)
          tell(socket, { kind: kind === 'article' ? 'step' : 'comments' });
      }
    },
    onMessage: (payload) => {
      const { from, message } = messages.open(payload) ?? {};
      if (from === undefined || message === undefined) return;
      if (message.kind === 'cursors') cursors.receive(from, message);
      else if (message.kind === 'opened') cursors.sendAll(message.articleId);
      else presence.receive(from, message);
      if (message.kind === 'gone') cursors.removeInstance(from);
    },
    onUp: () => {
      presence.restart();
      checkAll(sockets.all());
      documents.pullAll();
      deskPages.check();
      deskPages.notifyAll();
      for (const socket of sockets.all()) tell(socket, { kind: 'comments' });
    },
  });

  const upgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const [, version, articleId] = pattern.exec(path) ?? [];
    if (articleId === undefined && path !== deskNewsPath) return refuse(stream, 404);
    if (limit(request) > 0) return refuse(stream, 429);
    const { origin, cookie } = request.headers;
    if (origin === undefined || !origins.has(origin)) return refuse(stream, 403);
    if (cookie === undefined || !bringsCredentials({ cookie })) return refuse(stream, 401);
    const found = await findSignedIn(parts, headersOf(cookie, request.headers['user-agent']));
    const session = found.account?.session;
    if (!found.account || !session) return refuse(stream, 401);
    if (articleId === undefined) {
      const of = { sessionId: session.id, account: found.account };
      if (!deskPages.hasRoom(of.account.id)) return refuse(stream, 429);
      setCookies.set(request, found.setCookies);
      wss.handleUpgrade(request, stream, head, (ws) => deskPages.add(ws, of));
      return;
    }
    const seat = { sessionId: session.id, articleId };
    const access = await findAccess(editorial, seat, await momentOf(parts));
    if (access.kind === 'signed_out') return refuse(stream, 401);
    if (access.kind === 'none') return refuse(stream, 404);
    const { account, kind, until } = access;
    if (!sockets.hasRoom(account.id, articleId)) return refuse(stream, 429);
    const otherVersion = whyOtherVersion(Number(version));
    setCookies.set(request, found.setCookies);
    wss.handleUpgrade(request, stream, head, (ws) => {
      if (otherVersion !== null) {
        unjoined.add(ws);
        ws.on('close', () => unjoined.delete(ws));
        return closeUnjoined(ws, otherVersion);
      }
      const socket: Socket = {
        ...{
          ws,
          seat,
          kind,
          connection: null,
          isOutOfStep: false,
          early: 0,
          meant: null,
          timer: undefined,
        },
        waiting: { messages: new Set(), bytes: 0 },
        isOverrun: false,
        wroteAt: Number.NEGATIVE_INFINITY,
        account: { id: account.id, name: account.name },
      };
      sockets.add(socket);
      presence.changed(articleId);
      watchExpiry(socket, until);
      join(socket);
      // Rights may have been removed during the handshake, before this socket could be notified.
      checkAll([socket]);
    });
  };

  const join = (socket: Socket) => {
    const { ws } = socket;
    const isWithin = createMessageLimit();
    const client = documents.hocuspocus.handleConnection(
      bounded(ws),
      new Request('http://localhost/'),
      { socket, client: null },
    );
    ws.on('message', (data, isBinary) => {
      if (!isBinary || !(data instanceof Buffer)) return ws.close(1003);
      if (!isWithin()) return ws.close(closeCodes.tooMany, 'too_many_requests');
      if (ws.readyState !== ws.OPEN) return;
      const message = new Uint8Array(data);
      // Until the document is open, Hocuspocus keeps what comes, and bounds it.
      if (socket.connection === null || sockets.wait(socket, message))
        return client.handleMessage(message);
      socket.isOverrun = true;
      ws.close(closeCodes.tooMany, 'too_much_waits');
    });
    ws.on('close', (code, reason) => {
      sockets.remove(socket);
      presence.changed(socket.seat.articleId);
      client.handleClose({ code, reason: reason.toString() });
      void socket.connection?.waitForPendingMessages().finally(() => sockets.allDone(socket));
    });
    ws.on('error', () => ws.terminate());
  };

  server.server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy());
    upgrade(request, stream, head).catch((error: unknown) => {
      log.warn({ err: error, part: 'collaboration' }, 'a connection could not be made');
      refuse(stream, 503);
    });
  });
  server.addHook('preClose', async () => {
    for (const { ws } of sockets.all()) ws.close(1001);
    deskPages.close();
    await presence.stop();
    await desk.stop();
    for (const { ws } of sockets.all()) ws.terminate();
    for (const ws of unjoined) ws.terminate();
    deskPages.terminate();
  });
}

/** Ends a connection before anything of it is read: after a refused handshake a page gets no reason. */
function closeUnjoined(ws: WebSocket, code: number): void {
  ws.on('error', () => ws.terminate());
  // It is among no account's connections, which are bounded: a page that does not answer must not stay.
  const timer = setTimeout(() => ws.terminate(), closeTimeout);
  ws.on('close', () => clearTimeout(timer));
  ws.close(code, code === closeCodes.outdated ? 'outdated' : 'unavailable');
}

/** A connection that is ended where its page reads too slowly. */
const bounded = (ws: WebSocket) => ({
  get readyState() {
    return ws.readyState;
  },
  send: (data: Parameters<WebSocket['send']>[0]) => {
    if (ws.bufferedAmount > maxWaiting) ws.terminate();
    else ws.send(data);
  },
  close: (code?: number, reason?: string) => ws.close(code, reason),
});

function refuse(stream: Duplex, status: number): void {
  if (stream.destroyed) return;
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** The headers that identify the caller. An access token is for programs, which send calls. */
const headersOf = (cookie: string, userAgent: string | undefined) =>
  new Headers({ cookie, ...(userAgent === undefined ? {} : { 'user-agent': userAgent }) });
