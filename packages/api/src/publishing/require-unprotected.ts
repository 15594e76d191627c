import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import type { Article } from '@viewpoints/domain/articles/article';
import {
  findProtectedMentions,
  type PublicText,
  protectedStrings,
} from '@viewpoints/domain/attribution/protected-mentions';
import { decide } from '@viewpoints/domain/refusal';
import { loadReferences } from '../articles/load-whole.ts';
import { allow, type Command } from '../command.ts';

/**
 * Ends the command where a text that readers will have beside the article, such as a notice, says
 * what terms protect: those of the sources of the working copy and of the version readers have.
 */
export async function requireUnprotected(
  { tx }: Command,
  article: Article,
  texts: PublicText[],
): Promise<void> {
  const own = await listArticleFindings(tx, article.id);
  const live =
    article.liveRevisionId === null ? null : await findRevision(tx, article.liveRevisionId);
  const findings = [...own, ...(live?.findings ?? [])];
  const sourceIds = [...article.sourceIds, ...(live?.content.sourceIds ?? [])];
  const { sources, waivers } = await loadReferences(tx, { ...article, sourceIds }, findings);
  allow(decide(findProtectedMentions(texts, protectedStrings(sources, waivers, findings)).reasons));
}
