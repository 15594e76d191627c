import type { Path } from '@viewpoints/domain/document/block-kind';
import type { DocumentVisitor } from '@viewpoints/domain/document/document-tree';
import type { ReactNode } from 'react';
import { type BlockViewOptions, blockViews } from './block-views.tsx';
import { Footnotes, NoteReference } from './footnotes.tsx';
import { fragment, line, plain, type Run } from './line.ts';
import { FindingReference, Marked, MarkedSegment } from './marked.tsx';
import type { MarkedQuote } from './marked-quote.ts';

type Options = BlockViewOptions & {
  quotes: readonly MarkedQuote[];
  beside: (ids: string[]) => ReactNode;
};

const isWithin = (path: Path, start: Path) => start.every((index, at) => path[at] === index);

/** Says what each part of a document becomes; the domain's fold walks it. */
export function documentVisitor(options: Options): DocumentVisitor<Run, ReactNode, ReactNode> {
  const { words, quotes } = options;
  const begun: { id: string; path: Path }[] = [];

  /** A block with what is shown next to it, if marked passages begin in it. */
  const passage = (block: ReactNode, ids: string[]): ReactNode =>
    ids.length === 0 ? (
      block
    ) : (
      <div className="passage">
        {block}
        {options.beside(ids)}
      </div>
    );

  return {
    ...blockViews(options),
    text(segment, path) {
      for (const id of segment.starts) begun.push({ id, path });
      if (segment.ids.length === 0) return plain(segment.text);
      return {
        node: <MarkedSegment segment={segment} quotes={quotes} />,
        references: quotes
          .filter(({ id }) => segment.ends.includes(id))
          .map((quote) => <FindingReference key={quote.id} quote={quote} words={words} />),
      };
    },
    mark(mark, runs) {
      if (mark.type !== 'link') return plain(<Marked mark={mark}>{fragment(line(runs))}</Marked>);
      const text = runs.map(({ node }) => node);
      return {
        node: <Marked mark={mark}>{fragment(text)}</Marked>,
        references: runs.flatMap(({ references }) => references),
      };
    },
    hardBreak: () => plain(<br />),
    footnote: ({ number }) => plain(<NoteReference number={number} words={words} />),
    document(children, notes) {
      const inNotes = begun.filter(({ path }) => notes.some((note) => isWithin(path, note.path)));
      const inBlock = (index: number) =>
        begun.filter((mark) => mark.path[0] === index && !inNotes.includes(mark));
      const ids = (marks: typeof begun) => marks.map(({ id }) => id);
      const blocks = children.map((block, index) => passage(block, ids(inBlock(index))));
      const footnotes =
        notes.length === 0
          ? null
          : passage(
              <Footnotes
                notes={notes.map(({ number, children }) => ({
                  number,
                  text: fragment(line(children)),
                }))}
                words={words}
              />,
              ids(inNotes),
            );
      return fragment([...blocks, footnotes]);
    },
  };
}
