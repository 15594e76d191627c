import type { HighlightSegment } from '@viewpoints/domain/document/document-highlights';
import type { Mark } from '@viewpoints/domain/document/inline';
import type { ReactNode } from 'react';
import type { DocumentLabels } from './document-labels.ts';
import type { MarkedQuote } from './marked-quote.ts';

/** Text in one of its marks. */
export function Marked({ mark, children }: { mark: Mark; children: ReactNode }): ReactNode {
  switch (mark.type) {
    case 'emphasis':
      return <em>{children}</em>;
    case 'strong':
      return <strong>{children}</strong>;
    case 'smallCaps':
      return <span className="small-caps">{children}</span>;
    case 'code':
      return <code>{children}</code>;
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
 * A link that an author or an editor wrote. The schema lets only web, mail and site addresses in;
 * they are checked again here, because a link is where a document could do harm.
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

/**
 * A segment of a marked passage. Where passages begin with it, it is the anchor of the first; of the
 * others, and of all other ids of these places, empty elements before it are.
 */
export function MarkedSegment(props: {
  segment: HighlightSegment;
  quotes: readonly MarkedQuote[];
}) {
  const { segment, quotes } = props;
  const begun = quotes.filter(({ id }) => segment.starts.includes(id));
  const [anchor, ...others] = begun.map(({ id }) => `finding-${id}`);
  const targets = [...others, ...begun.flatMap(({ aliases = [] }) => aliases)];
  return (
    <>
      {targets.length === 0 ? null : (
        <span className="targets">
          {targets.map((id) => (
            <span key={id} id={id} />
          ))}
        </span>
      )}
      <mark className="quoted" {...(anchor === undefined ? {} : { id: anchor })}>
        {segment.text}
      </mark>
    </>
  );
}

/** Links the end of a marked passage to what is shown next to it. */
export function FindingReference(props: { quote: MarkedQuote; words: DocumentLabels }) {
  const { words } = props;
  const { id, number } = props.quote;
  return (
    <a className="finding-ref" href={`#about-finding-${id}`} aria-label={words.finding(number)}>
      {number}
    </a>
  );
}
