import type { Id } from '../values.ts';
import type { Document } from './document.ts';

/**
 * Alternative text of a picture that has not been described yet, as an import leaves it. An article
 * with it cannot be published.
 */
export const undescribedPicture = 'Not described yet';

/** Ids of the pictures in a document that have no description. */
export function undescribedPictures({ content }: Document): Id[] {
  const figures = content.filter((block) => block.type === 'figure');
  return figures
    .filter(({ attrs }) => attrs.alt.trim() === undescribedPicture)
    .map(({ attrs }) => attrs.mediaId);
}
