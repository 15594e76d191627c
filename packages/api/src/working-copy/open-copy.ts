import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@viewpoints/db/client';
import {
  findCopyNews,
  insertCopy,
  insertUpdate,
  type StoredCopy,
  type StoredUpdate,
} from '@viewpoints/db/editorial/article-copies';
import type { Article } from '@viewpoints/domain/articles/article';
import { contentOf } from '@viewpoints/domain/content-of';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { readShared, SharedContent } from '@viewpoints/working-copy/shared-content';
import {
  catchUp,
  changeOf,
  changeShared,
  isChange,
  joinChanges,
  newShared,
  type SharedDocument,
  sharedFrom,
  stateOf,
} from '@viewpoints/working-copy/shared-document';
import { repairSuggestionsIn } from '@viewpoints/working-copy/suggestions/repair-suggestions';
import { suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import { shareBlocks } from '../articles/share-blocks.ts';
import { type Command, record } from '../command.ts';
import { findCopyToWrite } from './find-own-copy.ts';

/** The shared document of an article that is locked, with what is stored of it. */
export type OpenCopy = { shared: SharedDocument; stored: StoredCopy };

/** A shared document as a committed transaction of this process left it, with the article as it stored that. */
export type CachedCopy = { copy: OpenCopy; article: Article };

/** Whether two values are the same as JSON. Most are the same as values, which is found sooner. */
export const isSameJson = (a: unknown, b: unknown): boolean =>
  isDeepStrictEqual(a, b) || stableJson(a) === stableJson(b);

/** An article's shared content; its text in normal form, which old rows may not have. */
export function sharedContentOf(article: SharedContent): SharedContent {
  const content = contentOf(SharedContent, article);
  return { ...content, body: normaliseDocument(content.body) };
}

/**
 * Opens the shared document of a locked article. One that has none yet gets it from its columns,
 * once. Where the columns say something else, a version of this program that knows no shared
 * documents has written them while both ran: the document is brought to say that too. What no article may
 * have is taken out of what is suggested in it. One that a newer version has written is not opened.
 */
export async function openCopy(command: Command, locked: Article): Promise<OpenCopy> {
  const stored = await findCopyToWrite(command.tx, locked.id);
  if (stored === null) return seedCopy(command, locked);
  const shared = sharedFrom(
    stored.state,
    stored.updates.map(({ update }) => update),
  );
  const content = sharedContentOf(locked);
  const repaired = changeOf(shared, () => repairSuggestionsIn(shared));
  if (isChange(repaired)) await recordRepair(command, locked, { stored, shared });
  const { data } = readShared(shared);
  const isSame = isSameJson(data, content);
  if (isSame && !isChange(repaired)) return { shared, stored };
  const update = isSame ? repaired : joinChanges([repaired, changeShared(shared, content)]);
  const { tx, at } = command;
  const { id: articleId, save } = locked;
  const id = await insertUpdate(tx, { articleId, save, update, at });
  const updates = [...stored.updates, { id, save, update }];
  return { shared, stored: { ...stored, updates } };
}

/**
 * Opens the shared document of a locked article from the cache, brought to what is stored: other processes and
 * other commands may have written in it. The article comes with the blocks of the cached one where they are
 * equal. Null where the cached document cannot be told to be the stored one, or a repair is due: it
 * is of no use any more then.
 */
export async function reopenCopy(
  { tx }: Command,
  article: Article,
  { copy: { shared, stored }, article: before }: CachedCopy,
): Promise<{ locked: Article; copy: OpenCopy } | null> {
  const newer = await findNewer(tx, stored);
  if (newer === null) return null;
  const changes = newer.map(({ update }) => update);
  if (!catchUp(shared, changes)) return null;
  if (isChange(changeOf(shared, () => repairSuggestionsIn(shared)))) return null;
  const locked = { ...article, body: shareBlocks(before.body, article.body) };
  // The columns are compared as well, which a topic that is deleted changes, and so does an older version.
  const said = newer.length === 0 ? contentOf(SharedContent, before) : readShared(shared).data;
  if (!isSameJson(said, sharedContentOf(locked))) return null;
  return {
    locked,
    copy: { shared, stored: { ...stored, updates: [...stored.updates, ...newer] } },
  };
}

/**
 * The updates that were stored since a document was read; null where the stored one is another by now: its
 * state was replaced, a newer version has written it, or its last update is not the same, as after a
 * restore of the database.
 */
async function findNewer(tx: Transaction, stored: StoredCopy): Promise<StoredUpdate[] | null> {
  const last = stored.updates.at(-1);
  if (last === undefined) return null;
  const news = await findCopyNews(tx, stored.articleId, last.id);
  if (news === null || news.foldedId !== stored.foldedId || news.version !== stored.version)
    return null;
  const [same, ...newer] = news.updates;
  return same?.id === last.id && Buffer.compare(same.update, last.update) === 0 ? newer : null;
}

/** Records a repair of suggestions under the system: the person who opens the article did not request it. */
async function recordRepair(
  command: Command,
  { id, save }: Article,
  { stored, shared }: OpenCopy,
): Promise<void> {
  const updates = stored.updates.map(({ update }) => update);
  const before = suggestionsIn(sharedFrom(stored.state, updates)).length;
  await record({ ...command, by: null }, 'suggestion.repair', ['article', id], {
    ...{ save, suggestionsGone: before - suggestionsIn(shared).length },
  });
}

async function seedCopy({ tx }: Command, locked: Article): Promise<OpenCopy> {
  const shared = newShared(sharedContentOf(locked));
  const stored = {
    ...{ articleId: locked.id, save: locked.save },
    ...{ state: stateOf(shared), version: documentVersion },
  };
  await insertCopy(tx, stored);
  return { shared, stored: { ...stored, foldedId: 0n, updates: [] } };
}

/** The content of a shared document at a save; null if it has no state of that save, or none any more. */
export function contentAt({ stored }: OpenCopy, save: number): SharedContent | null {
  const isKnown = save === stored.save || stored.updates.some((update) => update.save === save);
  if (!isKnown) return null;
  const until = stored.updates.filter((update) => update.save <= save);
  const shared = sharedFrom(
    stored.state,
    until.map(({ update }) => update),
  );
  return readShared(shared).data ?? null;
}
