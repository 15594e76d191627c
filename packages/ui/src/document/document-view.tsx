import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { Document } from '@viewpoints/domain/document/document';
import { documentHeadings } from '@viewpoints/domain/document/document-headings';
import { documentHighlights } from '@viewpoints/domain/document/document-highlights';
import { foldDocument } from '@viewpoints/domain/document/document-tree';
import type { ReactNode } from 'react';
import type { BlockViewOptions } from './block-views.tsx';
import type { DocumentLabels } from './document-labels.ts';
import { documentVisitor } from './document-visitor.tsx';
import type { PictureSources } from './figure-view.tsx';
import type { MarkedQuote } from './marked-quote.ts';

export type DocumentProps = {
  document: Document;
  words: DocumentLabels;
  /** The language of the text. */
  language: string;
  quotes?: readonly MarkedQuote[];
  /** What is shown next to a block in which passages of these ids begin, e.g. the findings themselves. */
  beside?: (ids: string[]) => ReactNode;
  pictures?: readonly PictureView[];
  /** Returns the sources of a picture in several widths. */
  sourcesOf?: (picture: PictureView) => PictureSources;
  chartFiles?: BlockViewOptions['chartFiles'];
};

/**
 * Shows a document as React elements, never as a string of HTML: what the schema does not know
 * cannot be shown. A marked passage is `#finding-{id}` and links to `#about-finding-{id}`; headings
 * have the anchors of `documentHeadings`; footnotes are at the end as `#note-{n}` and open next to
 * their reference.
 */
export function DocumentView(props: DocumentProps) {
  const {
    document,
    words,
    language,
    chartFiles,
    quotes = [],
    beside = () => null,
    pictures = [],
    sourcesOf,
  } = props;
  return foldDocument(
    document,
    documentVisitor({
      ...{ words, language, chartFiles, quotes, beside, pictures, sourcesOf },
      headings: documentHeadings(document),
    }),
    documentHighlights(document, quotes),
  );
}
