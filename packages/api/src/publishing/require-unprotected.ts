import { findRevision } from '@viewpoints/db/editorial/revisions';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Article } from '@viewpoints/domain/articles/article';
import {
  findProtectedMentions,
  type PublicText,
  protectedStrings,
} from '@viewpoints/domain/attribution/protected-mentions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { decide } from '@viewpoints/domain/refusal';
import { sourceIdsOf } from '../articles/load-whole.ts';
import { allow, type Command } from '../command.ts';

/**
 * Ends the command where a text that readers will have beside the article, such as a notice, says
 * what terms protect: those of the sources of the working copy and of the version readers have.
 * @param own the article's findings
 */
export async function requireUnprotected(
  { tx }: Command,
  article: Article,
  texts: PublicText[],
  own: Finding[],
): Promise<void> {
  const live =
    article.liveRevisionId === null ? null : await findRevision(tx, article.liveRevisionId);
  const findings = [...own, ...(live?.findings ?? [])];
  const sourceIds = [...article.sourceIds, ...(live?.content.sourceIds ?? [])];
  const restedOn = sourceIdsOf({ sourceIds }, findings);
  const sources = await listSourcesByIds(tx, restedOn);
  const waivers = await listWaivers(tx, restedOn);
  allow(decide(findProtectedMentions(texts, protectedStrings(sources, waivers, findings)).reasons));
}
