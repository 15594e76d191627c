import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import {
  type Article,
  type ArticleState,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { changeOf, changeShared, joinChanges } from '@viewpoints/working-copy/shared-document';
import type { Verdict } from '@viewpoints/working-copy/suggestions/decide-suggestions';
import { digestSuggestion } from '@viewpoints/working-copy/suggestions/digest-suggestion';
import { mayAccept, outerFirst } from '@viewpoints/working-copy/suggestions/enclosing-suggestions';
import type { Suggestion } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { decideIn, suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import { type SuggestionKey, writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { authorsOf, furtherAuthors } from '@viewpoints/working-copy/suggestions/suggestion-authors';
import type { Input } from '../articles/article-inputs.ts';
import { lockExistingArticle, step } from '../articles/lock-article.ts';
import { canonicalise, changedFields, writeContent } from '../articles/write-content.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { ProblemError } from '../problem.ts';
import { foldWhereMany, forgetDeletedWords } from '../working-copy/compact-copy.ts';
import { type OpenCopy, openCopy, sharedContentOf } from '../working-copy/open-copy.ts';
import { readContent } from '../working-copy/store-content.ts';
import type { DecideSuggestions } from './suggestion-inputs.ts';

/** The results of a decision. */
export type Decided = {
  save: number;
  decided: number;
  /** Those that were no longer there: decided by another, or deleted with their words. */
  gone: number;
};

/**
 * Accepts suggestions: their words become the article's, as what all who suggested and who accepts
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

/**
 * States in which an article has no suggestions, unless an earlier version left some. Those can only be
 * refused, and their words are then removed from what is stored.
 */
const closedStates: readonly ArticleState[] = ['retracted', 'archived'];

function decide(
  ctx: CommandContext,
  { articleId, verdict, suggestions }: Input<typeof DecideSuggestions> & { verdict: Verdict },
): Promise<Decided> {
  return runCommand(ctx, async (command) => {
    let locked = await lockExistingArticle(command, articleId);
    permit(command, `suggestion.${verdict}`, articleSubject(locked));
    const isClosed = verdict === 'refuse' && closedStates.includes(locked.state);
    if (!isClosed) step(locked, 'edit');
    const copy = await openCopy(command, locked);
    const digests = new Map(suggestions.map((each) => [writeKey(each), each.digest]));
    const found = suggestionsIn(copy.shared).filter((each) => digests.has(writeKey(each)));
    await refuseChanged(found, digests);
    if (verdict === 'accept') for (const each of found) allow(mayAccept(each, found));
    const further = furtherAuthors(copy.shared);
    for (const { authors, keys } of groupsOf(found, further)) {
      locked = await decideOf(command, { copy, locked, verdict, authors, keys });
      await record(command, `suggestion.${verdict}`, ['article', articleId], {
        count: keys.length,
        authorId: authors[0] ?? null,
        ...(authors.length > 1 ? { authors: authors.length } : {}),
        save: locked.save,
      });
    }
    if (isClosed) await forgetDeletedWords(command, articleId);
    else await foldWhereMany(command.tx, copy.stored);
    return { save: locked.save, decided: found.length, gone: digests.size - found.length };
  });
}

/**
 * Groups of suggestions that are decided at once: by authors, so that an account is not recorded as the
 * author of what others suggested, and enclosing ones first. Suggestions that enclose each other are one
 * group with all their authors.
 */
const groupsOf = (
  found: readonly Suggestion[],
  further: ReturnType<typeof furtherAuthors>,
): { authors: string[]; keys: readonly SuggestionKey[] }[] =>
  outerFirst(found).flatMap(({ together, suggestions }) => {
    const groups = Map.groupBy(suggestions, (key) =>
      together ? '' : authorsOf(further, key).join(' '),
    );
    return [...groups.values()].map((keys) => ({
      authors: [...new Set(keys.flatMap((key) => authorsOf(further, key)))],
      keys,
    }));
  });

/** Ends the command if a suggestion differs from the one that the caller saw. */
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
  authors: readonly string[];
  keys: readonly SuggestionKey[];
};

/** Decides what the same people suggested. */
async function decideOf(command: Command, part: Part): Promise<Article> {
  const { copy, locked, authors } = part;
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
  // Writing the whole text would restore what others delete from it meanwhile.
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
    ...{ live: false, alsoBy: authors },
  });
  return article;
}

function write({ copy: { shared }, verdict, keys }: Part): void {
  const meant = new Set(keys.map(writeKey));
  decideIn(shared, { verdict, isMeant: (key) => meant.has(writeKey(key)) });
}
