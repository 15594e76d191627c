import { findNews } from '@viewpoints/api/desk/find-news';
import { momentOf } from '@viewpoints/api/moment';
import { findSessionAccount } from '@viewpoints/db/editorial/sessions';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { closeCodes, type DeskNews } from '@viewpoints/working-copy/messages';
import type { WebSocket } from 'ws';
import type { Dependencies } from '../dependencies.ts';
import type { Presence } from './presence.ts';

/** Most connections in this process of one account: one for each page of the desk. */
export const maxDeskConnections = 30;

/** In milliseconds. */
const times = {
  /** How long changes are collected before they are sent to pages. */
  collect: 150,
  /** Between two pings, each of which a page has to answer before the next. */
  ping: 30_000,
  /** Longest time until a session is checked again. */
  check: 24 * 60 * 60_000,
} as const;

/** The connection of one page of the desk. */
type Page = {
  ws: WebSocket;
  sessionId: string;
  account: Principal;
  /** The presence that was sent to it last, as JSON. */
  lastSent: string;
  /** Whether it has answered the last ping. */
  isAlive: boolean;
  timer: NodeJS.Timeout | undefined;
};

export type DeskConnections = {
  hasRoom: (accountId: string) => boolean;
  /** How many pages are connected. */
  count: () => number;
  add: (ws: WebSocket, of: { sessionId: string; account: Principal }) => void;
  /** To be called when presence has changed. */
  presenceChanged: () => void;
  /** To be called after a step with an article, or a change to what waits on a source. */
  notifyStep: (step: { articleId: string } | 'source') => void;
  /** Checks the sessions of an account again, or all sessions. */
  check: (accountId?: string) => void;
  /** Makes every page read its lists again, since notifications may have been missed. */
  notifyAll: () => void;
  /** Ends the connections. */
  close: () => void;
  /** Ends those that are still there. */
  terminate: () => void;
};

/** Sends presence and steps to the open pages of the desk: to each only what its account may see. */
export function createDeskConnections(
  parts: Pick<Dependencies, 'editorial' | 'now' | 'log'>,
  presence: Pick<Presence, 'people'>,
): DeskConnections {
  const { editorial, log } = parts;
  const pages = new Set<Page>();
  let steps = new Set<string>();
  let ofSource = false;
  let collecting: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();

  const send = ({ ws }: Page, news: DeskNews) => {
    // The page has stopped reading.
    if (ws.bufferedAmount > 1024 * 1024) ws.terminate();
    else if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(news));
  };
  const sendNow = async () => {
    collecting = undefined;
    const happened = { people: presence.people(), steps, ofSource };
    [steps, ofSource] = [new Set(), false];
    if (pages.size === 0) return;
    const newsFor = await findNews(editorial, happened);
    for (const page of pages) {
      const { isStep, ...here } = newsFor(page.account);
      const sent = JSON.stringify(here);
      if (sent !== page.lastSent) send(page, here);
      page.lastSent = sent;
      if (isStep) send(page, { kind: 'step' });
    }
  };
  const scheduleSend = () => {
    collecting ??= setTimeout(() => {
      sending = sending.then(sendNow).catch((error: unknown) => {
        // The next change sends presence whole; `notifyAll` makes up for lost steps after a reconnect.
        log.warn({ err: error, part: 'collaboration' }, 'news could not be sent to the desk');
      });
    }, times.collect).unref();
  };

  const checkPage = async (page: Page): Promise<void> => {
    const at = await momentOf(parts);
    const session = await findSessionAccount(editorial, { id: page.sessionId, at });
    if (session === null) return page.ws.close(closeCodes.signedOut, 'signed_out');
    // It may have been closed meanwhile, and its timer with it.
    if (!pages.has(page)) return;
    page.account = session.account;
    clearTimeout(page.timer);
    const left = session.expiresAt.getTime() - Date.now();
    page.timer = setTimeout(() => check(page), Math.min(Math.max(left, 1000), times.check)).unref();
    scheduleSend();
  };
  const check = (page: Page): void => {
    // A connection whose session cannot be checked is closed.
    checkPage(page).catch(() => page.ws.close(closeCodes.unavailable, 'unavailable'));
  };
  const pinging = setInterval(() => {
    for (const page of pages) {
      if (!page.isAlive) page.ws.terminate();
      page.isAlive = false;
      page.ws.ping();
    }
  }, times.ping).unref();

  return {
    count: () => pages.size,
    hasRoom: (accountId) =>
      [...pages].filter(({ account }) => account.id === accountId).length < maxDeskConnections,
    add: (ws, { sessionId, account }) => {
      const page: Page = {
        ...{ ws, sessionId, account, lastSent: '', isAlive: true, timer: undefined },
      };
      pages.add(page);
      ws.on('pong', () => {
        page.isAlive = true;
      });
      ws.on('message', () => ws.close(1003));
      ws.on('error', () => ws.terminate());
      ws.on('close', () => {
        clearTimeout(page.timer);
        pages.delete(page);
      });
      // Rights may have been removed during the handshake, before this page could be notified.
      check(page);
    },
    presenceChanged: scheduleSend,
    notifyStep: (step) => {
      if (step === 'source') ofSource = true;
      else steps.add(step.articleId);
      scheduleSend();
    },
    check: (accountId) => {
      for (const page of pages)
        if (accountId === undefined || page.account.id === accountId) check(page);
    },
    notifyAll: () => {
      for (const page of pages) send(page, { kind: 'step' });
      scheduleSend();
    },
    close: () => {
      clearInterval(pinging);
      clearTimeout(collecting);
      for (const { ws } of pages) ws.close(1001);
    },
    terminate: () => {
      for (const { ws } of pages) ws.terminate();
    },
  };
}
