import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import { newId } from '@viewpoints/db/editorial/new-id';
import { findSessionAccount } from '@viewpoints/db/editorial/sessions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import { reason } from '@viewpoints/domain/refusal';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  applyChange,
  changeOf,
  changeShared,
  joinChanges,
  type SharedDocument,
} from '@viewpoints/working-copy/shared-document';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import {
  attributeIn,
  haveSameSuggestions,
  isAcceptable,
  isKnown,
  maySuggest,
  suggestedNodes,
} from '@viewpoints/working-copy/suggestions/shared-suggestions';
import { lockExistingArticle, step } from '../articles/lock-article.ts';
import { resolveOriginal } from '../articles/translation-of.ts';
import { canonicalise, changedFields, writeContent } from '../articles/write-content.ts';
import { type Command, type CommandContext, permit, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { foldWhereMany } from './compact-copy.ts';
import { type OpenCopy, openCopy, sharedContentOf } from './open-copy.ts';
import { readContent } from './store-content.ts';

/** What somebody changed of a shared document that they have open, at their session. */
export type WrittenUpdate = { sessionId: string; update: Uint8Array };

/**
 * Stores changes of the shared document of an article in their order, each by who is signed in at
 * its session, and what the columns say then. One that nobody may make, or that no schema accepts,
 * ends the command, and nothing is stored.
 */
export function storeUpdates(
  ctx: Pick<CommandContext, 'editorial' | 'now'>,
  articleId: string,
  updates: readonly WrittenUpdate[],
): Promise<void> {
  return runCommand({ ...ctx, account: null }, async (command) => {
    let locked = await lockExistingArticle(command, articleId);
    const copy = await openCopy(command, locked);
    for (const { sessionId, update } of updates) {
      const writer = await asWriter(command, sessionId);
      permit(writer, 'article.edit', articleSubject(locked));
      step(locked, 'edit');
      locked = await storeUpdate(writer, copy, { locked, update });
    }
    await foldWhereMany(command.tx, copy.stored);
  });
}

/** The command on behalf of who is signed in at a session. */
async function asWriter(command: Command, sessionId: string): Promise<Command> {
  const { tx, at } = command;
  const session = await findSessionAccount(tx, { id: sessionId, at });
  if (session === null)
    throw new ProblemError('signed_out', [reason('session_ended', 'Your session has ended.')]);
  return { ...command, acting: session.account, by: session.account.id };
}

async function storeUpdate(
  command: Command,
  { shared, stored }: OpenCopy,
  { locked, update }: { locked: Article; update: Uint8Array },
): Promise<Article> {
  const { tx, at } = command;
  const before = suggestedNodes(shared);
  const applied = applyChange(shared, update);
  if (applied === 'incomplete')
    throw new ProblemError('stale', [
      reason('incomplete', 'This change builds on one that was not stored.'),
    ]);
  if (applied === 'unchanged') return locked;
  const attributed = attribute(command, shared, before);
  const read = readContent(shared);
  const own = canonicalise(locked.id, { ...read, note: locked.note });
  const content = await resolveOriginal(command, locked.id, own);
  const isCanonical = stableJson(sharedContentOf(content)) === stableJson(read);
  const change = joinChanges([
    ...[update, ...attributed],
    ...(isCanonical ? [] : [changeShared(shared, sharedContentOf(content))]),
  ]);
  const insert = async (save: number) => {
    const id = await insertUpdate(tx, { articleId: locked.id, save, update: change, at });
    stored.updates.push({ id, save, update: change });
  };
  if (changedFields(articleContentOf(locked), content).length === 0) {
    // An empty paragraph, a note without words: nothing that the article says.
    await insert(locked.save);
    return locked;
  }
  const { article } = await writeContent(command, locked, content, {
    store: async () => {
      await insert(locked.save + 1);
      return { content, suggestionsGone: 0 };
    },
    live: true,
  });
  return article;
}

/**
 * Makes what was suggested the suggestion of who is signed in, whatever the page says; answers with what
 * that changed. Ends the command where it could never be accepted.
 */
function attribute(
  { acting }: Command,
  shared: SharedDocument,
  before: readonly Json[],
): Uint8Array[] {
  if (!maySuggest(shared)) return [];
  const by = { writer: acting.id, newId };
  let isCorrected = false;
  const change = changeOf(shared, () => {
    isCorrected = attributeIn(shared, before, by);
  });
  const corrections = isCorrected ? [change] : [];
  const nodes = suggestedNodes(shared);
  requireStorable(before, nodes);
  return corrections;
}

/**
 * Ends the command where what is suggested has what no article may have. What is written around a
 * suggestion may make it impossible: whoever decides it is told so then.
 */
function requireStorable(before: readonly Json[], nodes: readonly Json[]): void {
  const isStorable =
    JSON.stringify(nodes).length <= MAX_DOCUMENT_LENGTH &&
    isKnown(nodes) &&
    (haveSameSuggestions(before, nodes) || isAcceptable(nodes));
  if (!isStorable)
    throw new ProblemError('invalid_input', [
      reason('suggestion_impossible', 'An article cannot have what is suggested.', 'content.body'),
    ]);
}
