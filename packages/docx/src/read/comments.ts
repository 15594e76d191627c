import type { Part } from '../archive/office-parts.ts';
import { descendantsOf, elementsIn, textIn, type XmlElement } from '../archive/parse-xml.ts';
import { readAuthor, readTime } from './changes.ts';

/** A comment as the file has it; its place is in the text. */
export type FileComment = {
  id: string;
  author: string | null;
  at: string | null;
  text: string;
  resolved: boolean;
  /** The comment that it answers. */
  parent: string | null;
};

/** Reads `comments.xml`, with `commentsExtended.xml` for what is a reply and what is resolved. */
export function readComments(comments: Part | null, extended: Part | null): FileComment[] {
  const states = new Map(
    (extended === null ? [] : elementsIn(extended.root)).map(({ attributes }) => [
      (attributes['w15:paraId'] ?? '').toUpperCase(),
      {
        parent: attributes['w15:paraIdParent']?.toUpperCase() ?? null,
        done: /^(?:1|true|on)$/.test(attributes['w15:done'] ?? ''),
      },
    ]),
  );
  const all =
    comments === null ? [] : elementsIn(comments.root).filter(({ name }) => name === 'w:comment');
  const idOfParagraph = new Map(
    all.flatMap((comment) =>
      [...descendantsOf(comment, 'w:p')].map(({ attributes }) => [
        (attributes['w14:paraId'] ?? '').toUpperCase(),
        comment.attributes['w:id'] ?? '',
      ]),
    ),
  );
  return all.map((comment) => {
    const { 'w:id': id = '', 'w:author': author = '', 'w:date': date = '' } = comment.attributes;
    const paragraphs = [...descendantsOf(comment, 'w:p')];
    const state = paragraphs
      .map(({ attributes }) => states.get((attributes['w14:paraId'] ?? '').toUpperCase()))
      .findLast((found) => found !== undefined);
    return {
      id,
      author: readAuthor(author),
      at: readTime(date),
      text: paragraphs.map(wordsOf).join('\n').trim(),
      resolved: state?.done ?? false,
      parent: idOfParagraph.get(state?.parent ?? '-') ?? null,
    };
  });
}

/** The words of a comment's paragraph. */
const wordsOf = (paragraph: XmlElement): string =>
  elementsIn(paragraph)
    .map((child) => {
      if (child.name === 'w:t') return textIn(child);
      if (child.name === 'w:tab') return ' ';
      return child.name === 'w:br' ? '\n' : wordsOf(child);
    })
    .join('');
