import type { Block } from '@viewpoints/domain/document/blocks';
import type { Nested } from '@viewpoints/domain/document/blocks/list';
import { classesOf } from './html-names.ts';
import type { HtmlElement } from './html-tree.ts';

/** A block of the article that a page sets apart from the text: how it is recognised and read. */
type SetApart = {
  is: (element: HtmlElement) => boolean;
  /** The block; null where there is nothing in it. */
  read: (element: HtmlElement, nested: (element: HtmlElement) => Nested[]) => Block | null;
};

const pullQuote: SetApart = {
  is: (element) => classesOf(element).some((name) => name === 'pullquote' || name === 'pull'),
  read(element, nested) {
    const content = nested(element);
    if (content.length === 0) return null;
    const inlines = content.flatMap((block) =>
      block.type === 'paragraph' ? (block.content ?? []) : [],
    );
    return { type: 'pullQuote', content: inlines };
  },
};

/** The block of the article that an element is, set apart from the text; null for none. */
export const setApartAs = (element: HtmlElement): SetApart | null =>
  [pullQuote].find(({ is }) => is(element)) ?? null;
