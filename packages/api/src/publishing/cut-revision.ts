import { listArticleFindings, listArticleLinks } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertRevision } from '@viewpoints/db/editorial/revisions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Revision, RevisionReason } from '@viewpoints/domain/articles/revision';
import { documentText } from '@viewpoints/domain/document/document-text';
import type { Finding, Link } from '@viewpoints/domain/findings/finding';
import type { z } from 'zod';
import type { Command } from '../command.ts';

/**
 * Keeps a snapshot of the whole article as it stands: prose, findings and links (looked up where
 * they are not at hand), and sources.
 */
export async function cutRevision(
  { tx, by, at }: Command,
  article: Article,
  reason: z.infer<typeof RevisionReason>,
  { findings, links }: { findings?: Finding[]; links?: Link[] } = {},
): Promise<Revision> {
  return insertRevision(tx, {
    id: newId(),
    articleId: article.id,
    reason,
    content: articleContentOf(article),
    findings: findings ?? (await listArticleFindings(tx, article.id)),
    links: links ?? (await listArticleLinks(tx, article.id)),
    text: documentText(article.body).text,
    // What the system publishes is the revision of whoever approved it.
    createdBy: by ?? article.approvedBy ?? article.savedBy,
    createdAt: at.toISOString(),
  });
}
