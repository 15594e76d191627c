import { Id, Slug } from '../values.ts';
import type { Document } from './document.ts';
import type { Mark } from './inline.ts';

/** Targets of a text's links inside the journal. */
export type CitedAddresses = { slugs: string[]; findingIds: Id[] };

/**
 * The articles and findings that a document links to, each once: by a path, or by a full address
 * on one of `origins`, those of the journal's own reading site. A link to a version or to a
 * place in an article is one to the article.
 */
export function citedAddresses(document: Document, origins: readonly string[]): CitedAddresses {
  const paths = document.content.flatMap(hrefsIn).flatMap((href) => pathOf(href, origins) ?? []);
  const segments = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const under = (page: string) =>
    segments.flatMap(([kind, name]) => (kind === page && name ? [name] : []));
  const slugs = under('articles').filter((slug) => Slug.safeParse(slug).success);
  const ids = under('findings').flatMap((id) => Id.safeParse(id).data ?? []);
  return { slugs: [...new Set(slugs)], findingIds: [...new Set(ids)] };
}

type Node = {
  readonly type: string;
  readonly marks?: readonly Mark[] | undefined;
  readonly content?: readonly Node[] | undefined;
};

function hrefsIn({ marks = [], content = [] }: Node): string[] {
  const own = marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []));
  return [...own, ...content.flatMap(hrefsIn)];
}

/** A path on the journal's reading site; null for any other address. */
function pathOf(href: string, origins: readonly string[]): string | null {
  const base = 'https://journal.invalid';
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  if (url === null) return null;
  return href.startsWith('/') || origins.includes(url.origin) ? url.pathname : null;
}
