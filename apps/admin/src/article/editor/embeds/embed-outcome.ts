import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';

/** How an address appears on the reading site, in a sentence. */
export function embedOutcome(href: string): string {
  const target = findEmbedTarget(href);
  if (target === null)
    return 'Readers get a link: no site is known here that shows this in a page.';
  const { name, owner, kind } = target;
  return `Readers get a button that shows the ${kind} from ${name}${owner === null ? '' : ` (${owner})`}, and a link.`;
}
