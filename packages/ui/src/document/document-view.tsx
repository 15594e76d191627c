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

/** A passage to mark: a finding, and where its quote stands in the text. */
export type MarkedQuote = {
  /** The finding's id, of which its anchor is made. */
  id: string;
  /** The figure that readers see where the passage ends. */
  number: number;
  /** Other ids of the place where it begins, to which links already lead. */
  aliases?: readonly string[];
  quote: Pick<Quote, 'exact' | 'start' | 'end'>;
};

export type DocumentProps = {
  document: Document;
  words: DocumentWords;
  quotes?: readonly MarkedQuote[];
  /** What stands beside a block in which passages of these ids begin, e.g. the findings themselves. */
  beside?: (ids: string[]) => ReactNode;
  pictures?: readonly PictureView[];
  /** Where pictures are to be had in several widths. */
  sourcesOf?: (picture: PictureView) => PictureSources;
};

/**
 * Shows a document as React elements, never as a string of HTML: what the schema does not know
 * cannot be shown. A marked passage is `#finding-{id}` and links to `#about-finding-{id}`; headings
 * have the anchors of `documentHeadings`; footnotes stand at the end as `#note-{n}` and open beside
 * their reference.
 */
export function DocumentView(props: DocumentProps) {
  const { document, words, quotes = [], beside = () => null, pictures = [], sourcesOf } = props;
  return foldDocument(
    document,
    documentVisitor({
      ...{ words, quotes, beside, pictures, sourcesOf },
      headings: documentHeadings(document),
    }),
    documentHighlights(document, quotes),
  );
}
