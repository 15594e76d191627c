import type { CitedArticle } from '@viewpoints/domain/advice/cited-articles';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

const Row = z.object({
  slug: z.string(),
  state: z.enum(['public', 'retracted', 'coming', 'draft']),
});

/**
 * Whether readers can open the articles of these slugs, by the address that readers have, a former one
 * or that of a draft. A slug that no article has is left out, and so is the article `exceptId`.
 */
export async function listCitedArticles(
  db: Transaction,
  slugs: readonly string[],
  exceptId: string,
): Promise<CitedArticle[]> {
  return parseRowsIn(
    db,
    Row,
    Prisma.sql`
    with found as (
      select s.slug, coalesce(
        (select id from published_article where slug = s.slug),
        (select ref_id from former_slug where kind = 'article' and slug = s.slug),
        (select id from article where slug = s.slug)) as id
      from unnest(${[...slugs]}::text[]) as s(slug)
    )
    select found.slug, case
      when a.state = 'retracted' then 'retracted'
      when a.live_revision_id is not null then 'public'
      when a.state in ('approved', 'scheduled') then 'coming'
      else 'draft' end as state
    from found join article a on a.id = found.id
    where a.id <> ${exceptId}::uuid`,
  );
}
