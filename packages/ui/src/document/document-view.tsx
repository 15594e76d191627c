import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { Document } from '@viewpoints/domain/articles/document';
import { documentHeadings } from '@viewpoints/domain/articles/document-headings';
import { documentHighlights } from '@viewpoints/domain/articles/document-highlights';
import { foldDocument } from '@viewpoints/domain/articles/document-tree';
import type { Quote } from '@viewpoints/domain/findings/finding';
import type { ReactNode } from 'react';
import { documentVisitor } from './document-visitor.tsx';
import type { EmbedWords } from './embed-view.tsx';
import type { PictureSources } from './figure-view.tsx';

/** Words that a document brings along, in the language of the page. */
export type DocumentWords = {
  notes: string;
  note: (number: number) => string;
  backToText: string;
  finding: (number: number) => string;
  closeNote: (number: number) => string;
  table: (number: number) => string;
  embed: EmbedWords;
};

/** A passage to mark: a finding by its number, and where its quote stands in the text. */
export type MarkedQuote = { number: number; quote: Pick<Quote, 'exact' | 'start' | 'end'> };

export type DocumentProps = {
  document: Document;
  words: DocumentWords;
  quotes?: readonly MarkedQuote[];
  /** What stands beside a block in which marked passages begin, e.g. the findings themselves. */
  beside?: (numbers: number[]) => ReactNode;
  pictures?: readonly PictureView[];
  /** Where pictures are to be had in several widths. */
  sourcesOf?: (picture: PictureView) => PictureSources;
};

/**
 * Shows a document as React elements, never as a string of HTML: what the schema does not know
 * cannot be shown. A marked passage is `#finding-{n}` and links to `#about-finding-{n}`; headings
 * have the anchors of `documentHeadings`; footnotes stand at the end as `#note-{n}` and open beside
 * their reference.
 */
export function DocumentView(props: DocumentProps) {
  const { document, words, quotes, beside = () => null, pictures = [], sourcesOf } = props;
  const marked = (quotes ?? []).map(({ number, quote }) => ({ id: String(number), quote }));
  return foldDocument(
    document,
    documentVisitor({
      ...{ words, beside, pictures, sourcesOf },
      headings: documentHeadings(document),
    }),
    documentHighlights(document, marked),
  );
}
