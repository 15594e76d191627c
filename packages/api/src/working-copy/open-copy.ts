import { insertCopy, insertUpdate, type StoredCopy } from '@viewpoints/db/editorial/article-copies';
import type { Article } from '@viewpoints/domain/articles/article';
import { contentOf } from '@viewpoints/domain/content-of';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { readShared, SharedContent } from '@viewpoints/working-copy/shared-content';
import {
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
import { type Command, record } from '../command.ts';
import { findCopyToWrite } from './find-own-copy.ts';

/** The shared document of an article that is locked, with what is stored of it. */
export type OpenCopy = { shared: SharedDocument; stored: StoredCopy };

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
  const isSame = stableJson(data) === stableJson(content);
  if (isSame && !isChange(repaired)) return { shared, stored };
  const update = isSame ? repaired : joinChanges([repaired, changeShared(shared, content)]);
  const { tx, at } = command;
  const { id: articleId, save } = locked;
  const id = await insertUpdate(tx, { articleId, save, update, at });
  const updates = [...stored.updates, { id, save, update }];
  return { shared, stored: { ...stored, updates } };
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
