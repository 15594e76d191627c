import { announcePage, type EditedPage } from '@viewpoints/db/published/announce';
import { listArticlesNaming } from '@viewpoints/db/published/articles-naming';
import type { CatalogueKind } from '../catalogue/catalogue.ts';
import type { Command } from '../command.ts';
import { renewArticle } from './renew-article.ts';

/**
 * Lets readers see what an edited entry is called now: its own page, and the articles whose live
 * version names it, which are built anew from the revision readers have.
 */
export async function renewNaming(
  command: Command,
  edited: { kind: CatalogueKind; id: string; slugBefore: string; slug: string },
): Promise<void> {
  const { tx } = command;
  const { kind } = edited;
  if (kind !== 'place') await announcePage(tx, { ...edited, kind } satisfies EditedPage);
  for (const articleId of await listArticlesNaming(tx, edited))
    await renewArticle(command, articleId);
}
