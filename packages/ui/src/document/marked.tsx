import type { Mark } from '@viewpoints/domain/articles/document';
import type { HighlightPiece } from '@viewpoints/domain/articles/document-highlights';
import type { ReactNode } from 'react';
import type { DocumentWords } from './document-view.tsx';

/** Text in one of its marks. */
export function Marked({ mark, children }: { mark: Mark; children: ReactNode }): ReactNode {
  switch (mark.type) {
    case 'emphasis':
      return <em>{children}</em>;
    case 'strong':
      return <strong>{children}</strong>;
    case 'smallCaps':
      return <span className="small-caps">{children}</span>;
    case 'language':
      return (
        <span lang={mark.attrs.lang} {...(mark.attrs.dir === null ? {} : { dir: mark.attrs.dir })}>
          {children}
        </span>
      );
    case 'link':
      return <SafeLink href={mark.attrs.href}>{children}</SafeLink>;
  }
}

/**
 * A link that an author or an editor wrote. The schema lets only web, mail and site addresses
 * in; they are looked at once more here, because a link is where a document could do harm.
 */
export function SafeLink({ href, children }: { href: string; children: ReactNode }): ReactNode {
  if (/^https?:\/\//i.test(href))
    return (
      <a href={href} rel="external noopener">
        {children}
      </a>
    );
  if (/^mailto:/i.test(href) || /^\/(?![/\\])/.test(href)) return <a href={href}>{children}</a>;
  return children;
}

/** A piece of a marked passage; where the passage begins, it is the passage's anchor. */
export function MarkedPiece({ piece }: { piece: HighlightPiece }) {
  const [anchor, ...others] = piece.starts;
  return (
    <>
      {others.map((number) => (
        <span key={number} id={`finding-${number}`} />
      ))}
      <mark className="quoted" {...(anchor === undefined ? {} : { id: `finding-${anchor}` })}>
        {piece.text}
      </mark>
    </>
  );
}

/** Leads from the end of a marked passage to what stands beside it. */
export function FindingReference({ number, words }: { number: number; words: DocumentWords }) {
  return (
    <a className="finding-ref" href={`#about-finding-${number}`} aria-label={words.finding(number)}>
      {number}
    </a>
  );
}
