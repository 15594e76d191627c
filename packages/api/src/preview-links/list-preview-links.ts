import type { EditorialDatabase } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  listPreviewLinks as listRows,
  type PreviewLinkRow,
} from '@viewpoints/db/editorial/preview-links';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { permit } from '../command.ts';
import { type Clock, momentOf } from '../moment.ts';
import { notFound } from '../problem.ts';
import { redactReasons } from '../publishing/redact-reasons.ts';
import { openPreviewLink, type PreviewLinkStatus } from './open-preview-link.ts';

export type PreviewLinkItem = Pick<
  PreviewLinkRow,
  'id' | 'label' | 'madeAt' | 'expiresAt' | 'comments' | 'revision'
> & { madeBy: { id: string; name: string }; status: PreviewLinkStatus };

/** The links to previews of an article, the newest first, for an account that may see it. */
export async function listPreviewLinks(
  ctx: { editorial: EditorialDatabase; account: Principal; now?: Clock },
  articleId: string,
): Promise<PreviewLinkItem[]> {
  const { editorial: tx, account } = ctx;
  const article = await findArticle(tx, articleId);
  if (article === null) throw notFound('article');
  const journal = await getJournal(tx);
  const acting = { acting: account, fourEyes: journal.fourEyes };
  permit(acting, 'preview_link.list', articleSubject(article));
  const at = await momentOf(ctx);
  const items: PreviewLinkItem[] = [];
  for (const row of await listRows(tx, articleId)) {
    const { status } = await openPreviewLink({ tx, at, journal }, row, (reasons) =>
      redactReasons(account, reasons),
    );
    const { id, label, madeAt, expiresAt, comments, revision, madeBy } = row;
    items.push({
      ...{ id, label, madeAt, expiresAt, comments, revision, status },
      madeBy: { id: madeBy.id, name: madeBy.name },
    });
  }
  return items;
}
