import { viewpoints } from '../../../data/viewpoints.ts';
import { articleStates } from '../../../labels.ts';
import type { Option } from '../../../ui/combobox.tsx';

/** An article of the journal as a link leads to it: its id is the address, by which a link has it. */
export type OwnArticle = Option & { hint: string };

const pathOf = (slug: string) => `/articles/${slug}`;

/** Articles that the writer may see, by words of their headlines. */
export async function searchOwnArticles(q: string): Promise<OwnArticle[]> {
  const input = q === '' ? { limit: 8 } : { q, limit: 8 };
  const { items } = await viewpoints.editor.articles.list.query(input);
  return items.map(({ headline, slug, state }) => ({
    ...{ id: pathOf(slug), label: headline || slug, hint: articleStates[state] },
  }));
}

/** The article that an address of the journal leads to; null if it is another, or not to be seen. */
export async function ownArticleAt(href: string): Promise<OwnArticle | null> {
  const slug = /^\/articles\/([^/?#]+)/.exec(href)?.[1];
  if (slug === undefined) return null;
  return (await searchOwnArticles(slug)).find((article) => article.id === pathOf(slug)) ?? null;
}
