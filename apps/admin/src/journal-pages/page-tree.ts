import type { PageParent } from '@viewpoints/domain/pages/page-parent';

/** What the tree needs of a page in a list. */
type Listed = { id: string; headline: string; slug: string; address: string | null };

/** A page with its place in the tree. */
export type InTree<Page extends Listed> = Page & {
  address: string;
  /** How many parts of its address come before its slug. */
  depth: number;
  /** The page above it, as far as it is listed; `about` under the index About; null at the root. */
  above: Page | 'about' | null;
};

/** Pages in the order of their addresses, each after the one that it stands under. */
export function treeOf<Page extends Listed>(pages: readonly Page[]): InTree<Page>[] {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  return pages
    .flatMap((page) => (page.address === null ? [] : [{ ...page, address: page.address }]))
    .map((page) => {
      const parts = page.address.split('/');
      const slug = parts.at(-2);
      const above = slug === undefined ? null : (bySlug.get(slug) ?? isAbout(slug));
      return { ...page, depth: parts.length - 1, above };
    })
    .sort((a, b) => (sortKey(a.address) < sortKey(b.address) ? -1 : 1));
}

const isAbout = (slug: string): 'about' | null => (slug === 'about' ? slug : null);

/** "a/b" comes after "a" and before "a-b". */
const sortKey = (address: string) => address.replaceAll('/', '\u0000');

export const nameOfPage = ({ headline, slug }: Pick<Listed, 'headline' | 'slug'>): string =>
  headline || slug;

/** The address of a page with this slug and parent, among these pages; without the first slash. */
export function addressUnder(
  parent: PageParent,
  slug: string,
  tree: readonly Pick<InTree<Listed>, 'id' | 'address'>[],
): string {
  if (parent === null) return slug;
  const above = parent === 'about' ? parent : tree.find(({ id }) => id === parent)?.address;
  return `${above ?? '…'}/${slug}`;
}
