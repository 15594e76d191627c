import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { findSnapshot } from '@viewpoints/db/editorial/history';
import { articleSubject, can, findingSubject } from '@viewpoints/domain/accounts/permissions';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { ArticleSnapshot } from '@viewpoints/domain/articles/compare-articles';
import {
  RestorableFindingField,
  type RestoredPart,
  restoreContent,
  restoreFinding,
} from '@viewpoints/domain/articles/restore-words';
import { type Finding, findingContentOf } from '@viewpoints/domain/findings/finding';
import { findingTransition } from '@viewpoints/domain/findings/finding-workflow';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Input } from '../articles/article-inputs.ts';
import { runWithFreeSlug } from '../articles/free-slug.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type SavedArticle, saveArticleIn } from '../articles/save-article.ts';
import { type Command, type CommandContext, permit, record } from '../command.ts';
import { saveFindingIn } from '../findings/save-finding.ts';
import { notFound } from '../problem.ts';
import type { RestoreWords } from './history-inputs.ts';
import { keepBefore } from './keep-history.ts';

export type Restored = Pick<SavedArticle, 'article' | 'findings' | 'suggestionsGone'> & {
  /** Findings of the version whose wording was left as it is: they are gone, closed, or not this person's. */
  left: { findingId: string; number: number }[];
};

/**
 * Restores words of an earlier version in the working copy, as an edit by the acting account:
 * approvals and verifications of what is changed end as with any other edit. If much is replaced,
 * the history stores what the article said before.
 */
export function restoreWords(
  ctx: CommandContext,
  { id, from, part }: Input<typeof RestoreWords>,
): Promise<Restored> {
  return runWithFreeSlug(ctx, async (command) => {
    const { tx } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.restore_words', articleSubject(locked));
    const version = await findSnapshot(tx, from);
    if (version?.articleId !== id) throw notFound('revision');
    const content = restoreContent(articleContentOf(locked), version.content, part);
    if (content === null) throw notFound('block');
    if (part.kind === 'whole' || (part.kind === 'field' && part.field === 'body'))
      await keepBefore(command, locked);
    const { article, suggestionsGone } = await saveArticleIn(command, {
      ...{ id, seen: locked.save, content },
    });
    const left = await restoreFindings(command, id, version, part);
    const findings = await listArticleFindings(tx, id);
    await record(command, 'article.restore_words', ['article', id], {
      ...{ from, part: part.kind },
      ...(part.kind === 'field' ? { field: part.field } : {}),
      ...(part.kind === 'finding' ? { findingId: part.findingId } : {}),
    });
    return { article, findings, left, suggestionsGone };
  });
}

async function restoreFindings(
  command: Command,
  articleId: string,
  version: ArticleSnapshot,
  part: RestoredPart,
): Promise<Restored['left']> {
  if (part.kind !== 'whole' && part.kind !== 'finding') return [];
  const current = await listArticleFindings(command.tx, articleId);
  if (part.kind === 'finding') {
    const [was, is] = [version.findings, current].map((all) =>
      all.find((finding) => finding.id === part.findingId),
    );
    if (was === undefined || is === undefined) throw notFound('finding');
    await restoreWording(command, is, was, part.fields);
    return [];
  }
  const left: Restored['left'] = [];
  for (const was of version.findings) {
    const is = current.find((finding) => finding.id === was.id);
    if (is !== undefined && (isSame(is, was) || isEditable(command, is)))
      await restoreWording(command, is, was, RestorableFindingField.options);
    else left.push({ findingId: was.id, number: was.number });
  }
  return left;
}

async function restoreWording(
  command: Command,
  is: Finding,
  was: Finding,
  fields: readonly RestorableFindingField[],
): Promise<void> {
  const content = restoreFinding(is, was, fields);
  if (stableJson(content) === stableJson(findingContentOf(is))) return;
  await saveFindingIn(command, { id: is.id, seen: is.updatedAt, content });
}

const isSame = (is: Finding, was: Finding): boolean =>
  stableJson(restoreFinding(is, was, RestorableFindingField.options)) ===
  stableJson(findingContentOf(is));

const isEditable = ({ acting, fourEyes }: Command, finding: Finding): boolean =>
  findingTransition(finding.state, 'edit').ok &&
  can(acting, 'finding.edit', findingSubject(finding), { fourEyes }).ok;
