import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { createArticle } from '@viewpoints/api/articles/create-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import type { CommandContext } from '@viewpoints/api/command';
import { proposeFinding } from '@viewpoints/api/findings/propose-finding';
import { verifyFinding } from '@viewpoints/api/findings/verify-finding';
import { findingContent, prose } from '@viewpoints/api/testing/written-article';
import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';

/** An article to publish: `publishArticle(ctx, approved)`. */
export type Approved = { id: string; revisionId: string; slug: string };

/**
 * Writes articles with two findings each, on actors and an issue of the sample journal, as far as
 * they can be published. Four eyes must be off: one person does everything.
 */
export async function writeApproved(ctx: CommandContext, count: number): Promise<Approved[]> {
  const db = ctx.editorial;
  const [topic, author, issue, ...actors] = await Promise.all([
    db.topic.findFirstOrThrow({ where: { slug: 'water' } }),
    db.author.findFirstOrThrow(),
    db.issue.findFirstOrThrow({ where: { slug: 'ceasefire' } }),
    ...(await db.actor.findMany({ take: 2, orderBy: { slug: 'asc' } })),
  ]);
  const approved: Approved[] = [];
  for (let number = 0; number < count; number += 1) {
    const draft = await createArticle(ctx, { headline: `Before the rains, ${number}` });
    const { article } = await saveArticle(ctx, {
      id: draft.id,
      seen: draft.save,
      content: {
        ...articleContentOf(draft),
        standfirst: 'Ostrava waits.',
        body: paragraphs(...prose),
        topicIds: [topic.id],
        byline: { kind: 'authors', authorIds: [author.id] },
      },
    });
    for (const { id: actorId } of actors) {
      const content = findingContent(article, {
        holders: [{ actorId, wording: null, basis: 'articles_own' }],
        issueIds: [issue.id],
      });
      const finding = await proposeFinding(ctx, {
        articleId: article.id,
        seen: article.save,
        content,
      });
      await verifyFinding(ctx, { id: finding.id });
    }
    const { revisionId } = await submitArticle(ctx, { id: article.id });
    const done = await approveArticle(ctx, { id: article.id, revisionId });
    approved.push({
      id: article.id,
      revisionId: done.approvedRevisionId ?? revisionId,
      slug: article.slug ?? '',
    });
  }
  return approved;
}
