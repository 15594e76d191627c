import type { EditorialDatabase, Transaction } from '@viewpoints/db/client';
import {
  findLastSaveBefore,
  listCopiesChangedBefore,
  replaceState,
  type StoredCopy,
} from '@viewpoints/db/editorial/article-copies';
import { deleteFormerWords } from '@viewpoints/db/editorial/history';
import { commentedWords } from '@viewpoints/working-copy/comment-marks';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { sharedFrom, stateOf } from '@viewpoints/working-copy/shared-document';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type Command, type CommandContext, runCommand } from '../command.ts';
import { findOwnCopy } from './find-own-copy.ts';

/** How many updates are stored of an article at most, and how many are left of so many. */
export const maxUpdates = 256;
export const updatesLeft = 128;

const hour = 60 * 60 * 1000;
/** How long deleted text is stored, so that a save over it can be merged; at most an hour longer. */
const updateRetention = 24 * hour;

/** Puts all changes up to a save into the stored state: what had been deleted by then is gone. */
export async function foldUpdates(
  tx: Transaction,
  stored: StoredCopy,
  save: number,
): Promise<void> {
  const folded = stored.updates.filter((update) => update.save <= save);
  const last = folded.at(-1);
  if (last === undefined) return;
  const shared = sharedFrom(
    stored.state,
    folded.map(({ update }) => update),
  );
  const { articleId } = stored;
  await replaceState(tx, { articleId, state: stateOf(shared), save, foldedId: last.id });
}

/** Puts the older changes into the stored state where there are many; returns whether there were. */
export async function foldWhereMany(tx: Transaction, stored: StoredCopy): Promise<boolean> {
  const last =
    stored.updates.length >= maxUpdates ? stored.updates.at(-updatesLeft - 1) : undefined;
  if (last === undefined) return false;
  await foldUpdates(tx, stored, last.save);
  return true;
}

/**
 * Shared documents with expired updates, the oldest first. Those that a newer version of the program
 * has written are left to its own jobs.
 */
export const listDueCopies = (editorial: EditorialDatabase, now: Date): Promise<string[]> =>
  listCopiesChangedBefore(editorial, {
    time: new Date(now.getTime() - updateRetention - hour),
    version: documentVersion,
  });

/** Folds the expired updates of a shared document into its stored state. */
export function compactCopy(ctx: CommandContext, id: string): Promise<void> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    await lockExistingArticle(command, id);
    const save = await findLastSaveBefore(tx, id, new Date(at.getTime() - updateRetention));
    const stored = await findOwnCopy(tx, id);
    if (save !== null && stored !== null) await foldUpdates(tx, stored, save);
  });
}

/**
 * Removes deleted words of a locked article from its stored shared document, from hourly history
 * entries and from the quotes of comment threads. Revisions and named entries stay.
 */
export async function forgetDeletedWords({ tx }: Command, id: string): Promise<void> {
  const stored = await findOwnCopy(tx, id);
  await deleteFormerWords(tx, id, commentedIn(stored));
  const last = stored?.updates.at(-1);
  if (stored !== null && last !== undefined) await foldUpdates(tx, stored, last.save);
}

/** The words that each comment is on in a shared document as it is stored. */
export const commentedIn = (stored: StoredCopy | null): Map<string, string> =>
  stored === null
    ? new Map()
    : commentedWords(
        sharedFrom(
          stored.state,
          stored.updates.map(({ update }) => update),
        ),
      );
