import { listArticleFindings, listArticleLinks } from '@viewpoints/db/editorial/findings';
import { insertHistoryEntry } from '@viewpoints/db/editorial/history';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertRevision } from '@viewpoints/db/editorial/revisions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Revision, RevisionReason } from '@viewpoints/domain/articles/revision';
import { documentText } from '@viewpoints/domain/document/document-text';
import type { Finding, Link } from '@viewpoints/domain/findings/finding';
import { blankDeskFields } from '@viewpoints/domain/findings/finding-fields';
import type { z } from 'zod';
import type { Command } from '../command.ts';

/**
 * Stores a snapshot of the whole article: prose, findings and links (read unless given), and
 * sources. Findings are stored without their desk fields: a snapshot is never changed, so a
 * protected name could not be removed from it.
 */
export async function cutRevision(
  { tx, by, at }: Command,
  article: Article,
  reason: z.infer<typeof RevisionReason>,
  {
    findings,
    links,
    name = null,
  }: { findings?: Finding[]; links?: Link[]; name?: string | null } = {},
): Promise<Revision> {
  const whole = findings ?? (await listArticleFindings(tx, article.id));
  const revision = await insertRevision(tx, {
    id: newId(),
    articleId: article.id,
    reason,
    content: articleContentOf(article),
    findings: whole.map((finding) => ({ ...finding, ...blankDeskFields() })),
    links: links ?? (await listArticleLinks(tx, article.id)),
    text: documentText(article.body).text,
    // The author of a revision that the system publishes is the account that approved it.
    createdBy: by ?? article.approvedBy ?? article.savedBy,
    createdAt: at.toISOString(),
  });
  const said = { revisionId: revision.id };
  await insertHistoryEntry(tx, { articleId: article.id, at, said, name });
  return revision;
}
