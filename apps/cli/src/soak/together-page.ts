import { setTimeout as sleep } from 'node:timers/promises';
import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import {
  countBlocks,
  deleteWord,
  suggestWordDeletion,
  typeWithin,
  typeWord,
} from '@viewpoints/working-copy/edit-words';
import { collaborationPath, type DeskMessage } from '@viewpoints/working-copy/messages';
import { PacedProvider } from '@viewpoints/working-copy/paced-provider';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { emptyShared } from '@viewpoints/working-copy/shared-document';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import WebSocket from 'ws';
import { Failure } from '../failure.ts';
import type { Product } from './product.ts';
import type { Random } from './random.ts';

/** A page that has an article open, without its screen. */
export type Page = {
  /** The account that it is signed in as. */
  accountId: string;
  /** Writes a unique word, somewhere. */
  write: (random: Random) => void;
  /** Deletes one of the words it wrote. */
  erase: (random: Random) => void;
  /** Suggests inserting a new word, or deleting one that it wrote; null if it wrote none. */
  suggest: (
    key: SuggestionKey,
    random: Random,
  ) => { word: string; kind: 'insert' | 'delete' } | null;
  /** Puts a new word into a suggestion that another page has begun; the word. */
  suggestMore: (key: SuggestionKey, random: Random) => string;
  /** Whether its text has these words, as they are or suggested. */
  sees: (words: string) => boolean;
  isConnected: () => boolean;
  /** Suggests to put many words in, at the end of the first block. */
  suggestWords: (key: SuggestionKey, words: string) => void;
  /** Types a letter into the midst of words that the text or a suggestion has. */
  typeWithin: (words: string) => void;
  /** Counts a word among its own that it suggested, or suggested to delete, and that the text has. */
  adopt: (word: string) => void;
  /** Counts a word as deleted, by a decision on a suggestion. */
  give: (word: string) => void;
  /** Those it wrote and has not deleted. */
  words: () => string[];
  erased: () => string[];
  /** Those of them that the server has acknowledged. */
  acknowledged: () => string[];
  /** The text as JSON. */
  body: () => string;
  /** The server's refusals to store, in a sentence each. */
  refusals: () => string[];
  /** As whom it writes, in the document. */
  client: number;
  /** Calls back with how much it has of each client, whenever that changes. */
  onChange: (listener: (states: ReadonlyMap<number, number>) => void) => void;
  connect: () => void;
  disconnect: () => void;
  /**
   * Resolves once all that was written is acknowledged.
   * @param every how often to look, in milliseconds
   */
  allAcknowledged: (every?: number) => Promise<void>;
  close: () => void;
};

/** Milliseconds in which a page has to have its words acknowledged once it is connected. */
const timeoutMs = 60_000;

/** Opens an article on a page, whose words begin with `letter`. */
export async function connectPage({
  product,
  cookie,
  accountId = '',
  articleId,
  letter,
}: {
  product: Product;
  cookie: string;
  /** That of the cookie, where the page is to know it. */
  accountId?: string;
  articleId: string;
  letter: string;
}): Promise<Page> {
  const shared = emptyShared();
  const words: string[] = [];
  const erased = new Set<string>();
  /** Words that are suggested to be put in or deleted: whether the text has them is for others to say. */
  const open = new Set<string>();
  const adopted: string[] = [];
  let suggestions = 0;
  const kept = (all: readonly string[]) =>
    all.filter((word) => !erased.has(word) && !open.has(word));
  const refusals: string[] = [];
  let acknowledged = 0;
  class SignedSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin: product.adminUrl, cookie } });
      // The API is killed on purpose: the provider connects again.
      this.on('error', () => {});
    }
  }
  /** As the article screen has it: what waited for a connection would be acknowledged too early. */
  class Connection extends HocuspocusProviderWebsocket {
    override send(message: Parameters<HocuspocusProviderWebsocket['send']>[0]): void {
      if (this.webSocket?.readyState === WebSocket.OPEN) super.send(message);
    }
  }
  const websocketProvider = new Connection({
    url: `${product.adminUrl.replace('http', 'ws')}${collaborationPath(articleId)}`,
    WebSocketPolyfill: SignedSocket as never,
    ...{ delay: 300, minDelay: 150, maxDelay: 1_500, factor: 1.2 },
  });
  const provider = new PacedProvider({
    name: articleId,
    ...{ document: shared, websocketProvider, flushDelay: 1 },
    onUnsyncedChanges: ({ number }) => {
      if (number === 0 && provider.synced) acknowledged = words.length;
    },
    onStateless: ({ payload }) => {
      const message = JSON.parse(payload) as DeskMessage;
      if (message.kind === 'refused') refusals.push(`The server refused: ${message.title}`);
    },
  });
  provider.attach();
  const waitFor = async (isSo: () => boolean, what: string, every = 100) => {
    for (const until = Date.now() + timeoutMs; !isSo(); await sleep(every))
      if (Date.now() > until) throw new Failure(what);
  };
  await waitFor(() => provider.synced, 'A page was never given the article.');
  const read = () => {
    const content = readShared(shared);
    if (!content.success) throw content.error;
    return content.data;
  };
  const suggestWord = (key: SuggestionKey, random: Random): string => {
    const word = `${letter}s${suggestions}x`;
    suggestions += 1;
    open.add(word);
    typeWord(shared, word, {
      at: random.between(0, Math.max(countBlocks(shared) - 1, 0)),
      ...{ isNew: false, atStart: random.next() < 0.5, suggestion: key },
    });
    return word;
  };
  return {
    accountId,
    write: (random) => {
      const word = `${letter}${words.length}x`;
      words.push(word);
      typeWord(shared, word, {
        at: random.between(0, Math.max(countBlocks(shared) - 1, 0)),
        isNew: random.next() < 0.05,
        atStart: random.next() < 0.5,
      });
    },
    suggest: (key, random) => {
      if (random.next() < 0.5) return { word: suggestWord(key, random), kind: 'insert' };
      const written = kept([...words, ...adopted]);
      const word = written[random.between(0, Math.max(written.length - 1, 0))];
      if (word === undefined || !suggestWordDeletion(shared, word, key)) return null;
      open.add(word);
      return { word, kind: 'delete' };
    },
    suggestMore: suggestWord,
    sees: (words) => shared.getXmlFragment('body').toString().includes(words),
    isConnected: () => websocketProvider.status === 'connected' && provider.synced,
    suggestWords: (key, words) =>
      typeWord(shared, words, { at: 0, isNew: false, atStart: false, suggestion: key }),
    typeWithin: (words) => void typeWithin(shared, words),
    adopt: (word) => {
      open.delete(word);
      if (!words.includes(word)) adopted.push(word);
    },
    give: (word) => {
      open.delete(word);
      erased.add(word);
    },
    erase: (random) => {
      const written = kept([...words, ...adopted]);
      const word = written[random.between(0, Math.max(written.length - 1, 0))];
      if (word !== undefined && deleteWord(shared, word)) erased.add(word);
    },
    words: () => kept([...words, ...adopted]),
    erased: () => [...erased],
    acknowledged: () => kept(words.slice(0, acknowledged)),
    body: () => JSON.stringify(read().body),
    refusals: () => refusals,
    client: shared.clientID,
    onChange: (listener) =>
      void shared.on('update', (_update, _origin, _shared, { afterState }) => listener(afterState)),
    connect: () => void websocketProvider.connect(),
    disconnect: () => websocketProvider.disconnect(),
    allAcknowledged: (every) =>
      waitFor(
        () => provider.synced && provider.unsyncedChanges === 0,
        'A page never had its words acknowledged.',
        every,
      ),
    close: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}
