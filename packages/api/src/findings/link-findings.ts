import { recordChange } from '@viewpoints/db/editorial/contributions';
import {
  deleteLink,
  findFinding,
  insertLink,
  listArticleLinks,
} from '@viewpoints/db/editorial/findings';
import { listVisibleFindingNames } from '@viewpoints/db/editorial/visible-findings';
import { articleSubject, canOnAll, findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Link } from '@viewpoints/domain/findings/finding';
import { isPublic } from '@viewpoints/domain/findings/finding-workflow';
import { canonicalLink, checkLink, sameLink } from '@viewpoints/domain/findings/links';
import { removeLink, writeLink } from '@viewpoints/published/project/write-links';
import { edit, linksPart, type Voiding } from '../articles/edit-article.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import { refuseExposingRelation } from '../publishing/refuse-exposing-relation.ts';
import type { Input, LinkFindings } from './finding-inputs.ts';
import { lockFindingAndArticle } from './lock-finding.ts';

/**
 * Locks the linked findings and checks the permission. Between published findings a link shows at
 * once, so it takes an account that may publish.
 * @returns the article in whose review the link is approved: the one whose publication shows it
 */
async function lockBothFindings(
  command: Command,
  link: Link,
  action: 'finding.link' | 'finding.unlink',
) {
  const from = await lockFindingAndArticle(command, link.from);
  const to = await findFinding(command.tx, link.to);
  if (to === null) throw notFound('finding');
  permit(command, action, findingSubject(from.finding));
  if (action === 'finding.link') await requireVisible(command, link.to);
  if (isPublic(from.finding.state) && isPublic(to.state)) {
    permit(command, 'article.publish', articleSubject(from.article));
  }
  if (!isPublic(from.finding.state) || isPublic(to.state)) return from;
  permit(command, action, findingSubject(to));
  return lockFindingAndArticle(command, link.to);
}

/** Contributors link only to findings that are visible to them. */
async function requireVisible({ tx, acting }: Command, id: string): Promise<void> {
  if (canOnAll(acting, 'finding.list')) return;
  if ((await listVisibleFindingNames(tx, acting.id, [id])).length === 0) throw notFound('finding');
}

/**
 * A link is part of what is approved. Between findings that are out it shows at once; no next
 * revision has to be begun for it, nor for one that waits for a finding which the article left behind.
 */
async function writeLinks(
  command: Command,
  { article, finding }: Awaited<ReturnType<typeof lockFindingAndArticle>>,
): Promise<Voiding> {
  const { tx, acting, at } = command;
  if (article.state !== 'published')
    return (await edit(command, article, { parts: [linksPart] })).voiding;
  if (!isPublic(finding.state))
    await recordChange(tx, {
      ...{ articleId: article.id, accountId: acting.id, at },
      parts: [linksPart],
    });
  return {};
}

/** Links two findings; one that reads the same both ways is stored once. */
export function linkFindings(
  ctx: CommandContext,
  requestedLink: Input<typeof LinkFindings>,
): Promise<Link> {
  return runCommand(ctx, async (command) => {
    const locked = await lockBothFindings(command, requestedLink, 'finding.link');
    const link = canonicalLink(requestedLink);
    const existing = await listArticleLinks(command.tx, locked.article.id);
    if (existing.some((each) => sameLink(each, link))) return link;
    allow(checkLink(link, existing));
    const voiding = await writeLinks(command, locked);
    await insertLink(command.tx, link);
    await writeLink(command.tx, link, command.at);
    await refuseExposingLink(command, link);
    await record(command, 'finding.link', ['finding', link.from], {
      kind: link.kind,
      to: link.to,
      ...voiding,
    });
    return link;
  });
}

/** Of what is not out yet, the publication that shows the link looks at what it says. */
async function refuseExposingLink(command: Command, { from, to }: Link): Promise<void> {
  const [one, other] = [await findFinding(command.tx, from), await findFinding(command.tx, to)];
  if (one === null || other === null || !isPublic(one.state) || !isPublic(other.state)) return;
  await refuseExposingRelation(command, one.articleId, other.articleId);
}

/** Takes a link away; one that is not there is no change. */
export function unlinkFindings(
  ctx: CommandContext,
  requestedLink: Input<typeof LinkFindings>,
): Promise<Link> {
  return runCommand(ctx, async (command) => {
    const locked = await lockBothFindings(command, requestedLink, 'finding.unlink');
    const link = canonicalLink(requestedLink);
    const existing = await listArticleLinks(command.tx, locked.article.id);
    if (!existing.some((each) => sameLink(each, link))) return link;
    const voiding = await writeLinks(command, locked);
    await deleteLink(command.tx, link);
    await removeLink(command.tx, link, command.at);
    await record(command, 'finding.unlink', ['finding', link.from], {
      kind: link.kind,
      to: link.to,
      ...voiding,
    });
    return link;
  });
}
