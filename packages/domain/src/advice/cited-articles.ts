import { citedAddresses } from '../document/cited-addresses.ts';
import type { Document } from '../document/document.ts';
import type { Reason } from '../refusal.ts';
import { reasonsOfLinks } from './reasons-of-links.ts';

/** An article that a text links to, by the slug in the link, and whether readers can open it. */
export type CitedArticle = {
  slug: string;
  /** Approved or scheduled is `coming`: it may go out at the same moment. */
  state: 'public' | 'retracted' | 'coming' | 'draft';
};

/** Links to articles that readers cannot open, which block publication. */
export const draftLinkReasons = (
  document: Document,
  cited: readonly CitedArticle[],
  origins: readonly string[],
): Reason[] =>
  linkReasons(document, cited, origins, 'draft', (slug) => [
    'link_to_draft',
    'This link leads to an article that is not public. Take the link away, or publish that article first.',
    { slug },
  ]);

/** Links to what was retracted: a person has to look whether they are meant. */
export const retractedLinkReasons = (
  document: Document,
  cited: readonly CitedArticle[],
  origins: readonly string[],
): Reason[] =>
  linkReasons(document, cited, origins, 'retracted', (slug) => [
    'link_to_retracted',
    'This link leads to an article that was retracted. Say so in the text, or take the link away.',
    { slug },
  ]);

function linkReasons(
  document: Document,
  cited: readonly CitedArticle[],
  origins: readonly string[],
  state: CitedArticle['state'],
  describe: (slug: string) => [code: string, message: string, details: { slug: string }],
): Reason[] {
  const slugs = new Set(cited.filter((each) => each.state === state).map(({ slug }) => slug));
  if (slugs.size === 0) return [];
  return reasonsOfLinks(document, (href) => {
    const [slug] = citedAddresses(linkTo(href), origins).slugs;
    return slug === undefined || !slugs.has(slug) ? null : describe(slug);
  });
}

const linkTo = (href: string): Document => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '.', marks: [{ type: 'link', attrs: { href } }] }],
    },
  ],
});
