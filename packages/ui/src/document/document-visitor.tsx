import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { DocumentHeading } from '@viewpoints/domain/document/document-headings';
import type { DocumentVisitor, Path } from '@viewpoints/domain/document/document-tree';
import { createElement, Fragment, type ReactNode } from 'react';
import type { DocumentLabels } from './document-labels.ts';
import { EmbedView } from './embed-view.tsx';
import { FigureView, type PictureSources } from './figure-view.tsx';
import { Footnotes, NoteReference } from './footnotes.tsx';
import { FindingReference, Marked, MarkedSegment } from './marked.tsx';
import type { MarkedQuote } from './marked-quote.ts';
import { TableView } from './table-view.tsx';

type Options = {
  words: DocumentLabels;
  quotes: readonly MarkedQuote[];
  beside: (ids: string[]) => ReactNode;
  pictures: readonly PictureView[];
  sourcesOf?: ((picture: PictureView) => PictureSources) | undefined;
  headings: readonly DocumentHeading[];
};

/** Pictures among so many blocks from the top are likely to be seen at once. */
const FIRST_BLOCKS = 2;

/** An element whose children stand in a fixed order, so that they need no keys. */
const element = (
  name: 'p' | 'h2' | 'h3' | 'h4' | 'ul' | 'ol' | 'li' | 'blockquote' | 'tr' | 'th' | 'td',
  children: readonly ReactNode[],
  props: object = {},
): ReactNode => createElement(name, props, ...children);
const fragment = (children: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, null, ...children);

/**
 * Something in a line, and the references to findings that end with it: they are links, so they
 * wait until a link that they end in is closed.
 */
type Run = { node: ReactNode; references: ReactNode[] };
const plain = (node: ReactNode): Run => ({ node, references: [] });
const line = (runs: readonly Run[]): ReactNode[] =>
  runs.flatMap(({ node, references }) => [node, ...references]);

const isWithin = (path: Path, start: Path) => start.every((index, at) => path[at] === index);

/** Says what each part of a document becomes; the domain's fold walks it. */
export function documentVisitor(options: Options): DocumentVisitor<Run, ReactNode, ReactNode> {
  const { words, quotes } = options;
  const pictures = new Map(options.pictures.map((picture) => [picture.mediaId, picture]));
  let tables = 0;
  const begun: { id: string; path: Path }[] = [];

  const shown = (mediaId: string | null, path: Path) => {
    const picture = mediaId === null ? undefined : pictures.get(mediaId);
    const sources = picture === undefined ? undefined : options.sourcesOf?.(picture);
    return { picture, sources, isFirst: (path[0] ?? 0) < FIRST_BLOCKS };
  };

  /** A block with what stands beside it, where marked passages begin in it. */
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
    text(piece, path) {
      for (const id of piece.starts) begun.push({ id, path });
      if (piece.ids.length === 0) return plain(piece.text);
      return {
        node: <MarkedSegment piece={piece} quotes={quotes} />,
        references: quotes
          .filter(({ id }) => piece.ends.includes(id))
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
    paragraph: (_, children) => element('p', line(children)),
    heading(_, children, path) {
      const shown = options.headings.find(({ index }) => index === path[0]);
      return element(`h${shown?.level ?? 2}`, line(children), { id: shown?.id });
    },
    pullQuote: (_, children) => (
      <aside className="pull-quote">{element('p', line(children))}</aside>
    ),
    figure: (node, caption, path) => (
      <FigureView figure={node} {...shown(node.attrs.mediaId, path)}>
        {caption.length === 0 ? null : fragment(line(caption))}
      </FigureView>
    ),
    embed: (node, caption, path) => (
      <EmbedView embed={node} words={words.embed} {...shown(node.attrs.mediaId, path)}>
        {caption.length === 0 ? null : fragment(line(caption))}
      </EmbedView>
    ),
    codeBlock: (_, code) => (
      // Long lines scroll sideways, which a keyboard can only do with the focus on them.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    ),
    divider: () => <hr />,
    blockQuote: (_, children) => element('blockquote', children),
    bulletList: (_, items) => element('ul', items),
    orderedList: (node, items) => element('ol', items, { start: node.attrs.start }),
    listItem: (_, children) => element('li', children),
    table(node, rows) {
      tables += 1;
      return <TableView table={node} rows={rows} label={words.table(tables)} />;
    },
    tableRow: (_, cells) => element('tr', cells),
    tableHeader: (node, children, heads) =>
      heads === null
        ? element('td', [], spans(node.attrs))
        : element('th', children, { scope: heads, ...spans(node.attrs) }),
    tableCell: (node, children) => element('td', children, spans(node.attrs)),
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

function spans({ colspan, rowspan }: { colspan: number; rowspan: number }): object {
  return {
    ...(colspan > 1 ? { colSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
  };
}
