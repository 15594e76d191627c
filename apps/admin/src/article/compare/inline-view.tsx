import type { Inline, Mark } from '@viewpoints/domain/document/inline';
import type { InlineDifference } from '@viewpoints/domain/document/node-difference';
import type { ReactNode } from 'react';
import { Added, Marked, Removed } from './change-marks.tsx';

/** The differences in a line: deleted words are struck through, new ones underlined. */
export function InlineView(props: { parts: readonly InlineDifference[] }) {
  return props.parts.map((part, index) => {
    const key = `${index} ${part.kind}`;
    if (part.kind === 'note')
      return (
        <Note key={key}>
          <InlineView parts={part.parts} />
        </Note>
      );
    if (part.kind === 'marked')
      return (
        <Marked
          key={key}
          href={hrefOf(part.before) === hrefOf(part.after) ? null : hrefOf(part.after)}
        >
          {inline(part.after)}
        </Marked>
      );
    if (part.kind === 'removed') return <Removed key={key}>{inline(part.inline)}</Removed>;
    if (part.kind === 'added') return <Added key={key}>{inline(part.inline)}</Added>;
    return <span key={key}>{inline(part.inline)}</span>;
  });
}

/** A footnote, shown at its number. */
function Note(props: { children: ReactNode }) {
  return (
    <span role="note" className="rounded-sm bg-sunken px-1 text-[0.8em]">
      <span lang="en" className="font-sans text-ink-faint">
        Footnote:{' '}
      </span>
      {props.children}
    </span>
  );
}

const hrefOf = (part: Inline): string => {
  const link = part.type === 'text' ? part.marks?.find(({ type }) => type === 'link') : undefined;
  return link?.type === 'link' ? link.attrs.href : '';
};

function inline(part: Inline): ReactNode {
  if (part.type === 'hardBreak') return <br />;
  if (part.type === 'footnote')
    return <Note>{part.content.map((each, index) => keyed(inline(each), index))}</Note>;
  return (part.marks ?? []).reduceRight<ReactNode>(marked, part.text);
}

const keyed = (node: ReactNode, index: number) => <span key={index}>{node}</span>;

function marked(inside: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{inside}</strong>;
    case 'emphasis':
      return <em>{inside}</em>;
    case 'smallCaps':
      return <span className="[font-variant-caps:small-caps]">{inside}</span>;
    case 'code':
      return <code>{inside}</code>;
    case 'language':
      return (
        <span lang={mark.attrs.lang} dir={mark.attrs.dir ?? undefined}>
          {inside}
        </span>
      );
    case 'link':
      return (
        <span title={mark.attrs.href} className="text-accent underline decoration-1">
          {inside}
        </span>
      );
  }
}
