import type { PictureView } from '@viewpoints/domain/articles/article-view';
import type { Path } from '@viewpoints/domain/document/block-kind';
import type { NodeVisitor } from '@viewpoints/domain/document/blocks';
import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { headerScope } from '@viewpoints/domain/document/blocks/table';
import type { DocumentHeading } from '@viewpoints/domain/document/document-headings';
import { fileFacts, filePath } from '@viewpoints/domain/document/file-facts';
import { createElement, type ReactNode } from 'react';
import { ChartFigure } from '../chart/chart-figure.tsx';
import type { ChartFiles } from '../chart/chart-files.ts';
import type { DocumentLabels } from './document-labels.ts';
import { EmbedView } from './embed-view.tsx';
import { FigureView, type PictureSources } from './figure-view.tsx';
import { fragment, line, type Run } from './line.ts';
import { TableView } from './table-view.tsx';

export type BlockViewOptions = {
  words: DocumentLabels;
  pictures: readonly PictureView[];
  sourcesOf?: ((picture: PictureView) => PictureSources) | undefined;
  headings: readonly DocumentHeading[];
  /** Of the text: charts have its digits. */
  language: string;
  /** Where the files of a chart are; left out where it has none, as in an older version. */
  chartFiles?: ((chart: Chart['attrs']) => ChartFiles) | undefined;
};

/** Pictures among so many blocks from the top are likely to be seen at once. */
const FIRST_BLOCKS = 2;

/** An element whose children have a fixed order, so that they need no keys. */
const element = (
  name: 'p' | 'h2' | 'h3' | 'h4' | 'ul' | 'ol' | 'li' | 'blockquote' | 'tr' | 'th' | 'td',
  children: readonly ReactNode[],
  props: object = {},
): ReactNode => createElement(name, props, ...children);

/** The view of each kind of block: the only list of them in this package. */
export function blockViews(options: BlockViewOptions): NodeVisitor<Run, ReactNode> {
  const { words } = options;
  const pictures = new Map(options.pictures.map((picture) => [picture.mediaId, picture]));
  let tables = 0;
  const charts = new Set<string>();

  const shown = (mediaId: string | null, path: Path) => {
    const picture = mediaId === null ? undefined : pictures.get(mediaId);
    const sources = picture === undefined ? undefined : options.sourcesOf?.(picture);
    return { picture, sources, isFirst: (path[0] ?? 0) < FIRST_BLOCKS };
  };

  return {
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
    file: ({ attrs }) => (
      <p className="file">
        <a href={filePath(attrs.mediaId)} download={fileName(attrs.title)}>
          {attrs.title}
        </a>{' '}
        <span>{fileFacts(attrs)}</span>
      </p>
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
    callout: ({ attrs: { kind, title } }, children) => {
      const label = words.callout[kind];
      return (
        <aside
          className="callout"
          role="note"
          data-kind={kind}
          aria-label={title === null ? label : `${label}: ${title}`}
        >
          <p className="callout-title">
            <strong>{label}</strong>
            {title === null ? null : ': '}
            {title === null ? null : <span>{title}</span>}
          </p>
          {fragment(children)}
        </aside>
      );
    },
    keyPoints: (_, points) => (
      <section className="key-points" aria-label={words.keyPoints}>
        <p className="key-points-title">{words.keyPoints}</p>
        {element('ul', points)}
      </section>
    ),
    keyPoint: (_, children) => element('li', line(children)),
    bulletList: (_, items) => element('ul', items),
    orderedList: (node, items) => element('ol', items, { start: node.attrs.start }),
    listItem: (_, children) => element('li', children),
    table(node, rows) {
      tables += 1;
      return <TableView table={node} rows={rows} label={words.table(tables)} />;
    },
    chart({ attrs }, _, [place]) {
      // A copy of a chart keeps its id until it is changed; addresses lead to the first.
      const isCopy = charts.has(attrs.id);
      charts.add(attrs.id);
      return (
        <ChartFigure
          chart={attrs}
          anchor={`chart-${attrs.id}${isCopy ? `-${place}` : ''}`}
          words={words.chart}
          language={options.language}
          files={isCopy ? null : (options.chartFiles?.(attrs) ?? null)}
        />
      );
    },
    tableRow: (_, cells) => element('tr', cells),
    tableHeader(node, children, path, row) {
      const scope = headerScope(path, row);
      return scope === null
        ? element('td', [], spans(node.attrs))
        : element('th', children, { scope, ...spans(node.attrs) });
    },
    tableCell: (node, children) => element('td', children, spans(node.attrs)),
  };
}

/** The name under which a browser saves a file: its title, without characters that systems forbid. */
const fileName = (title: string): string =>
  `${title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'file'}.pdf`;

function spans({ colspan, rowspan }: { colspan: number; rowspan: number }): object {
  return {
    ...(colspan > 1 ? { colSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
  };
}
