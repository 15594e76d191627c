import { isDeepStrictEqual } from 'node:util';
import { recordFindingAuthors } from '@viewpoints/db/editorial/finding-authors';
import { updateFindingContent, updateFindingState } from '@viewpoints/db/editorial/findings';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { isQuoteIntact } from '@viewpoints/domain/findings/anchor';
import {
  type Finding,
  type FindingContent,
  findingContentOf,
  verifiedContentOf,
} from '@viewpoints/domain/findings/finding';
import { decide } from '@viewpoints/domain/refusal';
import { looseDateReasons } from '@viewpoints/domain/text/edtf';
import { edit, findingPart } from '../articles/edit-article.ts';
import { step as articleStep } from '../articles/lock-article.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { requireVisibleSources } from '../sources/require-visible-sources.ts';
import type { Input, SaveFinding } from './finding-inputs.ts';
import {
  findingStep,
  lockFindingAndArticle,
  refuseStaleFinding,
  resolveQuote,
} from './lock-finding.ts';
import { requireCompleteStance } from './require-complete-stance.ts';
import { sourcesNamed } from './sources-named.ts';

/**
 * Saves a finding over the save that the caller saw. A verified finding has to be verified again,
 * unless only desk fields changed. Equal values are not a change.
 */
export function saveFinding(
  ctx: CommandContext,
  input: Input<typeof SaveFinding>,
): Promise<Finding> {
  return runCommand(ctx, (command) => saveFindingIn(command, input));
}

/** The same as part of a command that does more. */
export async function saveFindingIn(
  command: Command,
  { id, seen, content: sent }: Input<typeof SaveFinding>,
): Promise<Finding> {
  const { tx, acting, at } = command;
  const { finding: locked, article } = await lockFindingAndArticle(command, id);
  permit(command, 'finding.edit', findingSubject(locked));
  const { quote: kept } = locked.evidence;
  // A quote that was lost to an edit stays as it was until an editor anchors it again.
  const isKept = isDeepStrictEqual(sent.evidence.quote, kept);
  const lost = kept !== null && !isQuoteIntact(documentText(article.body).text, kept);
  const quote =
    isKept && lost ? kept : resolveQuote(article, sent.evidence.quote, 'content.evidence.quote');
  const content = { ...sent, evidence: { ...sent.evidence, quote } };
  if (isDeepStrictEqual(findingContentOf(locked), content)) return locked;
  refuseStaleFinding(locked, seen);
  allow(
    decide([
      ...looseDateReasons('content.asOf', locked.asOf, content.asOf),
      ...looseDateReasons(
        'content.scope.edtf',
        locked.scope?.edtf ?? null,
        content.scope?.edtf ?? null,
      ),
    ]),
  );

  const step = findingStep(locked, 'edit');
  if (isDeepStrictEqual(verifiedContentOf(locked), verifiedContentOf(content)))
    return saveForDesk(command, locked, article, content);
  const again = step.voidsVerification && locked.verifiedAt !== null;
  if (locked.state === 'published') requireCompleteStance(content);
  await requireVisibleSources(command, sourcesNamed(content));
  const rewritten = await recordFindingAuthors(tx, {
    before: locked,
    after: content,
    by: acting.id,
    at,
  });
  const { voiding } = await edit(command, article, {
    parts: rewritten.length > 0 ? [findingPart(id)] : [],
  });
  if (step.to !== locked.state || again)
    await updateFindingState(tx, id, { state: step.to, at, verifiedBy: null, verifiedAt: null });
  const finding = await updateFindingContent(tx, id, { content, at });
  await record(command, 'finding.edit', ['finding', id], {
    ...(again ? { code: 'edited_after_verification' } : {}),
    ...voiding,
  });
  return finding;
}

/**
 * Saves a change of desk fields alone. It is no edit of the article: these fields need no approval,
 * so verification, approval and schedule stay.
 */
async function saveForDesk(
  command: Command,
  { id }: Finding,
  article: Article,
  content: FindingContent,
): Promise<Finding> {
  const { tx, at } = command;
  articleStep(article, 'edit');
  const finding = await updateFindingContent(tx, id, { content, at });
  await record(command, 'finding.edit', ['finding', id]);
  return finding;
}
