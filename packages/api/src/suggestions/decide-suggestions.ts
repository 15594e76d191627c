import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { changeOf, changeShared, joinChanges } from '@viewpoints/working-copy/shared-document';
import type { Verdict } from '@viewpoints/working-copy/suggestions/decide-suggestions';
import { digestSuggestion } from '@viewpoints/working-copy/suggestions/digest-suggestion';
import type { Suggestion } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { decideIn, suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import { type SuggestionKey, writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import type { Input } from '../articles/article-inputs.ts';
import { lockExistingArticle, step } from '../articles/lock-article.ts';
import { canonicalise, changedFields, writeContent } from '../articles/write-content.ts';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { foldWhereMany } from '../working-copy/compact-copy.ts';
import { type OpenCopy, openCopy, sharedContentOf } from '../working-copy/open-copy.ts';
import { readContent } from '../working-copy/store-content.ts';
import type { DecideSuggestions } from './suggestion-inputs.ts';

/** What became of what was to be decided. */
export type Decided = {
  save: number;
  decided: number;
  /** Those that were no longer there: decided by somebody else, or gone with their words. */
  gone: number;
};

/**
 * Accepts suggestions: their words become the article's, as what both who suggested and who accepts
 * them wrote. One that is no longer there is passed over, so that two people may accept the same.
 */
export const acceptSuggestions = (
  ctx: CommandContext,
  input: Input<typeof DecideSuggestions>,
): Promise<Decided> => decide(ctx, { verdict: 'accept', ...input });

/** Refuses suggestions: they go, and the article says what it said. */
export const refuseSuggestions = (
  ctx: CommandContext,
  input: Input<typeof DecideSuggestions>,
): Promise<Decided> => decide(ctx, { verdict: 'refuse', ...input });

function decide(
  ctx: CommandContext,
  { articleId, verdict, suggestions }: Input<typeof DecideSuggestions> & { verdict: Verdict },
): Promise<Decided> {
  return runCommand(ctx, async (command) => {
    let locked = await lockExistingArticle(command, articleId);
    permit(command, `suggestion.${verdict}`, articleSubject(locked));
    step(locked, 'edit');
    const copy = await openCopy(command, locked);
    const wanted = new Map(suggestions.map((each) => [writeKey(each), each.digest]));
    const found = suggestionsIn(copy.shared).filter((each) => wanted.has(writeKey(each)));
    await refuseChanged(found, wanted);
    // Each author's on their own, so that nobody is recorded as having written what another suggested.
    for (const [author, keys] of Map.groupBy(found, ({ by }) => by)) {
      locked = await decideOf(command, { copy, locked, verdict, author, keys });
      await record(command, `suggestion.${verdict}`, ['article', articleId], {
        count: keys.length,
        authorId: author,
        save: locked.save,
      });
    }
    await foldWhereMany(command.tx, copy.stored);
    return { save: locked.save, decided: found.length, gone: wanted.size - found.length };
  });
}

/** Ends the command where a suggestion says something else than who decides it has seen. */
async function refuseChanged(
  found: readonly Suggestion[],
  seen: ReadonlyMap<string, string>,
): Promise<void> {
  const isSame = await Promise.all(
    found.map(async (each) => (await digestSuggestion(each)) === seen.get(writeKey(each))),
  );
  const changed = found.filter((_, index) => !isSame[index]);
  if (changed.length > 0)
    throw new ProblemError('stale', [
      reason(
        'suggestion_changed',
        'What is suggested has changed since it was shown. Read what it says now, then decide.',
        'suggestions',
        { ids: changed.map(({ id }) => id) },
      ),
    ]);
}

type Part = {
  copy: OpenCopy;
  locked: Article;
  verdict: Verdict;
  author: string;
  keys: readonly SuggestionKey[];
};

/** Decides what one person suggested. */
async function decideOf(command: Command, part: Part): Promise<Article> {
  const { copy, locked, author } = part;
  const { shared, stored } = copy;
  const decision = changeOf(shared, () => write(part));
  if (!readShared(shared).success)
    throw new ProblemError('refused', [
      reason(
        'suggestion_impossible',
        'The text has changed too much to accept this. Refuse it and make the change yourself.',
      ),
    ]);
  const read = readContent(shared);
  const content = canonicalise(locked.id, { ...read, note: locked.note });
  const isCanonical = stableJson(sharedContentOf(content)) === stableJson(read);
  // A text that is written as a whole would bring back what somebody deletes from it meanwhile.
  const update = isCanonical
    ? decision
    : joinChanges([decision, changeShared(shared, sharedContentOf(content))]);
  const insert = async (save: number) => {
    const { tx, at } = command;
    const id = await insertUpdate(tx, { articleId: locked.id, save, update, at });
    stored.updates.push({ id, save, update });
  };
  if (changedFields(articleContentOf(locked), content).length === 0) {
    await insert(locked.save);
    return locked;
  }
  const { article } = await writeContent(command, locked, content, {
    store: async () => {
      await insert(locked.save + 1);
      return { content, suggestionsGone: 0 };
    },
    live: false,
    alsoBy: author,
  });
  return article;
}

function write({ copy: { shared }, verdict, keys }: Part): void {
  const meant = new Set(keys.map(writeKey));
  decideIn(shared, { verdict, isMeant: (key) => meant.has(writeKey(key)) });
}
