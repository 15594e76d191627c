import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { deleteRelations, listRelatedHeads } from '@viewpoints/published/project/related-heads';
import type { Command } from '../command.ts';
import type { Edition } from './compose-edition.ts';

/**
 * Drops automatic relations if the head of one article mentions what the sources of the other
 * protect, and so would show it on that page: no editor chose them, so none has to decide.
 */
export async function dropExposedRelations({ tx }: Command, edition: Edition): Promise<void> {
  const { article, set, references, findings } = edition;
  const related = await listRelatedHeads(tx, article.id);
  if (related.length === 0) return;
  const own = protectedStrings(references.sources, references.waivers, findings);
  const ids = [...new Set(related.flatMap(({ sourceIds }) => sourceIds))];
  const sources = await listSourcesByIds(tx, ids);
  const waivers = await listWaivers(tx, ids);
  const { headline, standfirst, section, slug } = set.article;
  const isExposed = (texts: string[], strings: typeof own) =>
    mentionReasons(
      texts.map((text) => ({ text, at: 'related' })),
      strings,
      { articleId: article.id },
    ).length > 0;
  const exposed = related.filter(
    ({ texts, sourceIds }) =>
      isExposed(texts, own) ||
      isExposed(
        [headline, standfirst, section, slug],
        protectedStrings(
          sources.filter(({ id }) => sourceIds.includes(id)),
          waivers,
          [],
        ),
      ),
  );
  await deleteRelations(
    tx,
    article.id,
    exposed.map(({ id }) => id),
  );
}
