import { type HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { collaborationPath, type DeskMessage } from '@viewpoints/working-copy/messages';
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
  provider: HocuspocusProvider;
  /** Everything that the server said besides changes. */
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
  cookie?: string | undefined;
  origin?: string | undefined;
  /** What the page had before. */
  shared?: Y.Doc;
};

const socketOf = ({ cookie, origin = adminOrigin }: Connecting) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin, ...(cookie === undefined ? {} : { cookie }) } });
      // One that is closed before it was open.
      this.on('error', () => {});
    }
  };

const addressOf = ({ url, articleId }: Connecting) =>
  `${url.replace('http', 'ws')}${collaborationPath(articleId)}`;

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
    onClose: ({ event }) => void closed.push(event.code),
  });
  const provider = new PacedProvider({
    name: connecting.documentName ?? connecting.articleId,
    ...{ document: shared, websocketProvider, flushDelay: 25 },
    onAuthenticationFailed: ({ reason }) => void refused.push(reason),
    onStateless: ({ payload }) => void said.push(JSON.parse(payload) as DeskMessage),
  });
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
}

/** What the server answers to somebody who tries to connect: its status, or 101 where it lets them. */
export function tryToConnect(connecting: Connecting): Promise<number> {
  const socket = new (socketOf(connecting))(addressOf(connecting));
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
    socket.on('error', reject);
  });
}
