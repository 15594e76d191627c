import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import {
  collaborationPath,
  type DeskMessage,
  type DeskNews,
  deskNewsPath,
} from '@viewpoints/working-copy/messages';
import { PacedProvider } from '@viewpoints/working-copy/paced-provider';
import {
  readShared,
  type SharedContent,
  writeShared,
} from '@viewpoints/working-copy/shared-content';
import { expect, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { origin as adminOrigin } from './test-api.ts';

/** A page that has an article open, without its screen. */
export type Writer = {
  shared: Y.Doc;
  provider: PacedProvider;
  /** Every message of the server other than updates. */
  said: DeskMessage[];
  /** The codes with which the server ended its connections. */
  closed: number[];
  /** Why the server let it have no document. */
  refused: string[];
  content: () => SharedContent;
  /** Changes what the article says; resolves once that is acknowledged. */
  write: (change: Partial<SharedContent>) => Promise<void>;
  /** Resolves once everything is acknowledged. */
  acknowledged: () => Promise<void>;
};

export type Connecting = {
  url: string;
  articleId: string;
  /** Another document than that of the article. */
  documentName?: string;
  /** The version of documents that the page knows, where it is not the server's. */
  version?: number;
  cookie?: string | undefined;
  origin?: string | undefined;
  /** The page's former document. */
  shared?: Y.Doc;
  /** Milliseconds without a message after which the page takes its connection for dead, where not 30 s. */
  silence?: number;
};

const socketOf = ({ cookie, origin = adminOrigin }: Pick<Connecting, 'cookie' | 'origin'>) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin, ...(cookie === undefined ? {} : { cookie }) } });
      // One that is closed before it was open.
      this.on('error', () => {});
    }
  };

const addressOf = ({ url, articleId, version }: Connecting) =>
  `${url.replace('http', 'ws')}${collaborationPath(articleId, version)}`;

const open = new Set<Writer>();

/** Connects, and resolves once the page has what the server has. */
export async function connectWriter(connecting: Connecting): Promise<Writer> {
  const writer = beginWriter(connecting);
  await vi.waitFor(() => expect(writer.provider.synced).toBe(true), { timeout: 10_000 });
  await writer.acknowledged();
  return writer;
}

/** Connects, without waiting for anything. */
export function beginWriter(connecting: Connecting): Writer {
  const shared = connecting.shared ?? new Y.Doc();
  const said: DeskMessage[] = [];
  const closed: number[] = [];
  const refused: string[] = [];
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: addressOf(connecting),
    WebSocketPolyfill: socketOf(connecting) as never,
    ...{ delay: 200, minDelay: 100, maxDelay: 500, factor: 1 },
    ...(connecting.silence === undefined ? {} : { messageReconnectTimeout: connecting.silence }),
    onClose: ({ event }) => void closed.push(event.code),
  });
  const provider = new PacedProvider({
    name: connecting.documentName ?? connecting.articleId,
    ...{ document: shared, websocketProvider, flushDelay: 1 },
    onAuthenticationFailed: ({ reason }) => void refused.push(reason),
    onStateless: ({ payload }) => void said.push(JSON.parse(payload) as DeskMessage),
  });
  provider.awareness?.setLocalState({ cursor: null });
  provider.attach();
  const acknowledged = () =>
    vi.waitFor(() => expect(provider.unsyncedChanges).toBe(0), { timeout: 20_000, interval: 5 });
  const content = () => {
    const read = readShared(shared);
    if (!read.success) throw read.error;
    return read.data;
  };
  const writer: Writer = {
    ...{ shared, provider, said, closed, refused, content, acknowledged },
    write: async (change) => {
      writeShared(shared, { ...content(), ...change });
      await acknowledged();
    },
  };
  open.add(writer);
  return writer;
}

/** Closes every page that a test has opened. */
export function closeWriters(): void {
  for (const { provider } of open) {
    provider.destroy();
    provider.configuration.websocketProvider.destroy();
  }
  open.clear();
  for (const socket of pages) socket.terminate();
  pages.clear();
}

/** A page of the desk, without its screen. */
export type DeskPage = {
  /** Who has which article open, by the last message; by article, their names and whether they write. */
  people: () => Record<string, string[]>;
  /** How many notices of a step it received. */
  steps: () => number;
  closed: () => number | null;
  socket: WebSocket;
};

/** Connects to the news of the desk, and resolves once the page got the first presence message. */
export async function connectToDesk(at: Omit<Connecting, 'articleId'>): Promise<DeskPage> {
  const heard: DeskNews[] = [];
  let code: number | null = null;
  const socket = new (socketOf(at))(deskAddressOf(at));
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as DeskNews));
  socket.on('close', (with_) => {
    code = with_;
  });
  pages.add(socket);
  const here = () => heard.findLast((news) => news.kind === 'here');
  await vi.waitFor(() => expect(here()).toBeDefined(), { timeout: 5_000 });
  return {
    socket,
    people: () =>
      Object.fromEntries(
        (here()?.articles ?? []).map(({ id, people }) => [
          id,
          people.map(({ name, isWriting }) => `${name}${isWriting ? ' writes' : ''}`),
        ]),
      ),
    steps: () => heard.filter(({ kind }) => kind === 'step').length,
    closed: () => code,
  };
}

const pages = new Set<WebSocket>();
const deskAddressOf = ({ url }: Pick<Connecting, 'url'>) =>
  `${url.replace('http', 'ws')}${deskNewsPath}`;

/** The response to an attempt to connect: its status, or 101 if it is accepted. */
export function tryToConnect(connecting: Connecting | Omit<Connecting, 'articleId'>) {
  const address = 'articleId' in connecting ? addressOf(connecting) : deskAddressOf(connecting);
  return answerTo(new (socketOf(connecting))(address));
}

function answerTo(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
    socket.on('error', reject);
  });
}
