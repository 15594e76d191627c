import {
  deleteLink,
  findFinding,
  insertLink,
  listArticleLinks,
} from '@viewpoints/db/editorial/findings';
import { listVisibleFindingNames } from '@viewpoints/db/editorial/visible-findings';
import { removeLink, writeLink } from '@viewpoints/db/published/write-links';
import { articleSubject, canOnAll, findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Finding, Link } from '@viewpoints/domain/findings/finding';
import { canonicalLink, checkLink, sameLink } from '@viewpoints/domain/findings/links';
import { edit, type Voiding } from '../articles/edit-article.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import type { Input, LinkFindings } from './finding-inputs.ts';
import { holdFinding } from './hold-finding.ts';

/**
 * Holds what is linked, and asks whether this person may. Between findings that are out a link
 * shows at once, which is for those who publish.
 */
async function holdEnds(command: Command, link: Link, action: 'finding.link' | 'finding.unlink') {
  const from = await holdFinding(command, link.from);
  const to = await findFinding(command.tx, link.to);
  if (to === null) throw notFound('finding');
  permit(command, action, findingSubject(from.finding));
  if (action === 'finding.link') await requireVisible(command, link.to);
  if (isOut(from.finding) && isOut(to)) {
    permit(command, 'article.publish', articleSubject(from.article));
  }
  return from;
}

/** Contributors link only to findings that are visible to them. */
async function requireVisible({ tx, acting }: Command, id: string): Promise<void> {
  if (canOnAll(acting, 'finding.list')) return;
  if ((await listVisibleFindingNames(tx, acting.id, [id])).length === 0) throw notFound('finding');
}

const isOut = ({ state }: Finding): boolean => state === 'published' || state === 'superseded';

/**
 * A link is part of what was approved. Between findings that are out it shows at once, and no next
 * revision has to be begun for it.
 */
async function voidApproval(command: Command, article: Article): Promise<Voiding> {
  return article.state === 'published' ? {} : (await edit(command, article)).voiding;
}

/** Links two findings; one that reads the same both ways is stored once. */
export function linkFindings(
  ctx: CommandContext,
  wanted: Input<typeof LinkFindings>,
): Promise<Link> {
  return runCommand(ctx, async (command) => {
    const { article } = await holdEnds(command, wanted, 'finding.link');
    const link = canonicalLink(wanted);
    const existing = await listArticleLinks(command.tx, article.id);
    if (existing.some((each) => sameLink(each, link))) return link;
    allow(checkLink(link, existing));
    const voiding = await voidApproval(command, article);
    await insertLink(command.tx, link);
    await writeLink(command.tx, link, command.at);
    await record(command, 'finding.link', ['finding', link.from], {
      kind: link.kind,
      to: link.to,
      ...voiding,
    });
    return link;
  });
}

/** Takes a link away; one that is not there is no change. */
export function unlinkFindings(
  ctx: CommandContext,
  wanted: Input<typeof LinkFindings>,
): Promise<Link> {
  return runCommand(ctx, async (command) => {
    const { article } = await holdEnds(command, wanted, 'finding.unlink');
    const link = canonicalLink(wanted);
    if (!(await deleteLink(command.tx, link))) return link;
    const voiding = await voidApproval(command, article);
    await removeLink(command.tx, link, command.at);
    await record(command, 'finding.unlink', ['finding', link.from], {
      kind: link.kind,
      to: link.to,
      ...voiding,
    });
    return link;
  });
}
