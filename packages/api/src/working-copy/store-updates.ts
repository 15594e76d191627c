import type { EditorialDatabase } from '@viewpoints/db/client';
import { insertUpdate, type StoredCopy } from '@viewpoints/db/editorial/article-copies';
import { newId } from '@viewpoints/db/editorial/new-id';
import { findSessionAccount } from '@viewpoints/db/editorial/sessions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import { reason } from '@viewpoints/domain/refusal';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Id } from '@viewpoints/domain/values';
import { applyAndCarry } from '@viewpoints/working-copy/carry-letters';
import { createLetterHistory, type LetterHistory } from '@viewpoints/working-copy/letter-history';
import { wordsOf } from '@viewpoints/working-copy/lost-letters';
import type { MeantMarks } from '@viewpoints/working-copy/marks/meant-marks';
import { marksIn, restoreMarks } from '@viewpoints/working-copy/marks/restore-marks';
import {
  changeOf,
  changeShared,
  isChange,
  joinChanges,
  type SharedDocument,
} from '@viewpoints/working-copy/shared-document';
import {
  compareStretches,
  type Touched,
} from '@viewpoints/working-copy/suggestions/attribute-suggestions';
import { isKnown } from '@viewpoints/working-copy/suggestions/is-known';
import {
  attributeIn,
  isAcceptable,
  type Suggested,
  suggestedIn,
  suggestedNodes,
} from '@viewpoints/working-copy/suggestions/shared-suggestions';
import {
  countInserted,
  countSuggestions,
} from '@viewpoints/working-copy/suggestions/suggested-stretches';
import { writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { lockExistingArticle, step } from '../articles/lock-article.ts';
import { shareBlocks } from '../articles/share-blocks.ts';
import { resolveOriginal } from '../articles/translation-of.ts';
import { canonicalise, changedFields, writeContent } from '../articles/write-content.ts';
import { type Command, type CommandContext, permit, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { foldWhereMany } from './compact-copy.ts';
import { putCopy, takeCopy } from './copy-cache.ts';
import { isSameJson, type OpenCopy, openCopy, reopenCopy, sharedContentOf } from './open-copy.ts';
import { readContent } from './store-content.ts';

/** An update to an open shared document, and the session it came from. */
export type WrittenUpdate = {
  sessionId: string;
  update: Uint8Array;
  /** The marks that its writer meant to change; left out if the page did not report them. */
  meant?: MeantMarks | null | undefined;
};

/** What came of changes that are stored. */
export type StoredUpdates = {
  /** What is stored of the document since, before any of it was put into a new state. */
  stored: StoredCopy;
  /**
   * For each change, words that are in no text: they were written into a text that had been deleted
   * by then. To be reported to their writer.
   */
  notTaken: string[][];
};

/**
 * Stores updates of the shared document of an article in their order, each by the account of its
 * session, and the columns that follow from them. A forbidden update, or one that no schema
 * accepts, ends the command, and nothing is stored.
 */
export async function storeUpdates(
  ctx: Pick<CommandContext, 'editorial' | 'now'>,
  articleId: string,
  updates: readonly WrittenUpdate[],
): Promise<StoredUpdates> {
  const { editorial } = ctx;
  const { isFolded, cached, ...written } = await runCommand(
    { ...ctx, account: null },
    async (command) => {
      const opened = await openCached(command, editorial, articleId);
      const { copy } = opened;
      let { locked } = opened;
      const history = createLetterHistory(() => ({
        state: copy.stored.state,
        updates: copy.stored.updates.map((each) => each.update),
      }));
      const notTaken: string[][] = [];
      for (const { sessionId, update, meant } of updates) {
        const writer = await asWriter(command, sessionId);
        permit(writer, 'article.edit', articleSubject(locked));
        step(locked, 'edit');
        const written = await storeUpdate(writer, copy, { locked, update, meant, history });
        locked = written.article;
        notTaken.push(written.notTaken);
      }
      const isFolded = await foldWhereMany(command.tx, copy.stored);
      // What comes next is added to the list that is cached.
      const stored = { ...copy.stored, updates: [...copy.stored.updates] };
      return { isFolded, cached: { copy, article: locked }, stored, notTaken };
    },
  );
  if (!isFolded) putCopy(editorial, cached);
  return written;
}

/** Locks an article and opens its shared document, from the cache where that is what is stored. */
async function openCached(
  command: Command,
  editorial: EditorialDatabase,
  articleId: string,
): Promise<{ locked: Article; copy: OpenCopy }> {
  const locked = await lockExistingArticle(command, articleId);
  const cached = takeCopy(editorial, articleId);
  const reopened = cached && (await reopenCopy(command, locked, cached));
  return reopened ?? { locked, copy: await openCopy(command, locked) };
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
  {
    locked,
    update,
    meant = null,
    history,
  }: Pick<WrittenUpdate, 'update' | 'meant'> & { locked: Article; history: LetterHistory },
): Promise<{ article: Article; notTaken: string[] }> {
  const { tx, at } = command;
  const before = suggestedIn(shared);
  const marks = meant === null ? null : marksIn(shared);
  const applied = applyAndCarry(shared, update, history);
  if (applied.result === 'incomplete')
    throw new ProblemError('stale', [
      reason('incomplete', 'This change builds on one that was not stored.'),
    ]);
  if (applied.result === 'unchanged') return { article: locked, notTaken: [] };
  const notTaken = wordsOf(applied.late);
  const restored = changeOf(shared, () => {
    if (marks !== null && meant !== null) restoreMarks(shared, marks, meant);
  });
  const { corrections, alsoBy } = attribute(command, shared, before);
  const said = readContent(shared);
  const read = { ...said, body: shareBlocks(locked.body, said.body) };
  const own = canonicalise(locked.id, { ...read, note: locked.note });
  const content = await resolveOriginal(command, locked.id, own);
  const isCanonical = isSameJson(sharedContentOf(content), read);
  const change = joinChanges([
    ...[update, ...applied.corrections, restored, ...corrections].filter(isChange),
    ...(isCanonical ? [] : [changeShared(shared, sharedContentOf(content))]),
  ]);
  const insert = async (save: number) => {
    const id = await insertUpdate(tx, { articleId: locked.id, save, update: change, at });
    stored.updates.push({ id, save, update: change });
  };
  if (changedFields(articleContentOf(locked), content).length === 0) {
    // An empty paragraph, a note without words: nothing that the article says.
    await insert(locked.save);
    return { article: locked, notTaken };
  }
  const { article } = await writeContent(command, locked, content, {
    store: async () => {
      await insert(locked.save + 1);
      return { content, suggestionsGone: 0 };
    },
    ...{ live: true, alsoBy },
  });
  return { article, notTaken };
}

type Attributed = {
  /** Updates by which the server corrects the authors of suggestions. */
  corrections: Uint8Array[];
  /** Authors of suggested words that the update made plain text. */
  alsoBy: Id[];
};

/**
 * Makes the writer an author of every suggestion that the update changes, whatever the page claims. Ends
 * the command if a changed suggestion could never be accepted, or the page wrote the authors itself.
 */
function attribute({ acting }: Command, shared: SharedDocument, before: Suggested): Attributed {
  const after = suggestedIn(shared, before);
  if (stableJson([...after.authors]) !== stableJson([...before.authors])) throw impossible();
  const touched = compareStretches(before.stretches, after.stretches);
  if (touched.changed.size === 0) return { corrections: [], alsoBy: [] };
  requireStorable(shared, touched);
  requireBounds(before, after);
  let alsoBy: Id[] = [];
  const correction = changeOf(shared, () => {
    alsoBy = attributeIn(shared, before, { ...touched, writer: acting.id, newId });
  });
  return { corrections: [correction], alsoBy };
}

/**
 * Ends the command if a suggestion contains what no article may have. Edits around a suggestion may
 * make it impossible to accept: that is reported when it is decided.
 */
function requireStorable(shared: SharedDocument, { changed }: Touched): void {
  const nodes = suggestedNodes(shared);
  const isStorable =
    JSON.stringify(nodes).length <= MAX_DOCUMENT_LENGTH &&
    isKnown(nodes) &&
    isAcceptable(nodes, (key) => changed.has(writeKey(key)));
  if (!isStorable) throw impossible();
}

/** Limits of suggestions in an article: the cost of every update grows with them. */
const limits = { letters: 200_000, suggestions: 2_000 };

/** Ends the command if it exceeds a limit. One that reduces an excess is allowed. */
function requireBounds(before: Suggested, after: Suggested): void {
  const letters = countInserted(after.stretches);
  const count = countSuggestions(after.stretches);
  const refuse = (code: string, what: string) => {
    const message = `An article can have ${what} at once. Accept or refuse some of them first.`;
    throw new ProblemError('invalid_input', [reason(code, message, 'content.body')]);
  };
  if (letters > limits.letters && letters > countInserted(before.stretches))
    refuse('suggestions_too_long', `${limits.letters.toLocaleString('en-GB')} suggested letters`);
  if (count > limits.suggestions && count > countSuggestions(before.stretches))
    refuse('suggestions_too_many', `${limits.suggestions.toLocaleString('en-GB')} suggestions`);
}

const impossible = () =>
  new ProblemError('invalid_input', [
    reason('suggestion_impossible', 'An article cannot contain this suggestion.', 'content.body'),
  ]);
