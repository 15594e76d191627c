import type { Block } from '@viewpoints/domain/document/blocks';
import { CalloutKind } from '@viewpoints/domain/document/blocks/callout';
import type { KeyPoint } from '@viewpoints/domain/document/blocks/key-points';
import type { Nested } from '@viewpoints/domain/document/blocks/list';
import { classesOf } from './html-names.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  oneLine,
  rawText,
} from './html-tree.ts';

/** A block of the article that a page sets apart from the text: how it is recognised and read. */
type SetApart = {
  is: (element: HtmlElement) => boolean;
  /** The block; null if there is nothing in it. */
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

/** The form in which a page of a journal like this one has a note or a warning to the reader. */
const callout: SetApart = {
  is: (element) =>
    element.tagName === 'aside' &&
    classesOf(element).includes('callout') &&
    attribute(element, 'data-kind') !== null,
  read(element, nested) {
    const isTitle = (node: HtmlNode): node is HtmlElement =>
      isElement(node) && classesOf(node).join(' ') === 'callout title';
    const content = nested({
      ...element,
      childNodes: element.childNodes.filter((node) => !isTitle(node)),
    });
    if (content.length === 0) return null;
    const kind = CalloutKind.safeParse(attribute(element, 'data-kind')).data ?? 'note';
    const about = element.childNodes
      .find(isTitle)
      ?.childNodes.find((node) => isElement(node) && node.tagName === 'span');
    const title = about === undefined ? '' : oneLine(rawText(about)).slice(0, 120);
    return { type: 'callout', attrs: { kind, title: title || null }, content };
  },
};

/** The form in which a page of a journal like this one has its key points. */
const keyPoints: SetApart = {
  is: (element) => element.tagName === 'section' && classesOf(element).join(' ') === 'key points',
  read(element, nested) {
    const content = nested(element)
      .flatMap((block) => (block.type === 'bulletList' ? block.content : []))
      .flatMap((item) => item.content)
      .flatMap((block): KeyPoint[] =>
        block.type === 'paragraph' && block.content
          ? [{ type: 'keyPoint', content: block.content }]
          : [],
      );
    return content.length === 0 ? null : { type: 'keyPoints', content };
  },
};

/** The block of the article that an element is, set apart from the text; null for none. */
export const setApartAs = (element: HtmlElement): SetApart | null =>
  [pullQuote, callout, keyPoints].find(({ is }) => is(element)) ?? null;
