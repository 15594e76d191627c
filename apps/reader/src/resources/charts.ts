import { chartRecords } from '@viewpoints/domain/document/chart-records';
import { stringify } from 'csv-stringify/sync';
import { id as isId, slug as isSlug } from '../http/route.ts';
import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import { documentLabels } from '../words/document-labels.ts';
import { drawChart } from './charts/draw-chart.ts';
import { type FoundChart, findChart } from './charts/find-chart.ts';
import { writeLinks } from './links.ts';
import type { Resource, ResourceRoute } from './resource.ts';

type Form = (chart: FoundChart) => Promise<Omit<Resource, 'links'>>;

/** The forms of a chart in addition to that in its article, by the end of their addresses. */
const forms: Readonly<Record<string, Form>> = {
  csv: async ({ attrs }) => {
    const [head = [], ...rows] = chartRecords(attrs);
    // A label that begins like a formula is escaped, or a spreadsheet would run it. Numbers stay numbers.
    const safe = (cell: string) => (/^\s*[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell);
    return {
      type: 'text/csv; charset=utf-8; header=present',
      body: stringify(
        [head.map(safe), ...rows.map(([label = '', ...values]) => [safe(label), ...values])],
        { bom: true, record_delimiter: 'windows' },
      ),
    };
  },
  svg: async (chart) => ({
    type: 'image/svg+xml; charset=utf-8',
    body: await drawingOf(chart),
  }),
  png: async (chart) => ({
    type: 'image/png',
    body: await makePicture({ kind: 'drawing', svg: await drawingOf(chart) }),
  }),
};

async function drawingOf({ attrs, article }: FoundChart): Promise<string> {
  const { name } = await readerApi().journal.get();
  const { siteUrl } = currentRender();
  return drawChart(attrs, {
    language: article.language,
    words: documentLabels.chart,
    from: `${name}. ${siteUrl}/articles/${article.slug}`,
  });
}

/** Charts of articles as files: for a spreadsheet, as a drawing and as a picture. */
export const charts: readonly ResourceRoute[] = Object.entries(forms).map(([end, make]) => ({
  path: ['articles', isSlug, 'charts', (name) => name.endsWith(`.${end}`) && isId(stemOf(name))],
  make: async ({ segments: [, slug = '', , name = ''] }) => {
    const chart = await findChart(slug, stemOf(name), (path) => `${path}.${end}`);
    if (chart === null) return null;
    const to = `${currentRender().siteUrl}/articles/${chart.article.slug}`;
    return {
      ...(await make(chart)),
      links: writeLinks([{ to, rel: 'canonical', type: 'text/html' }]),
    };
  },
}));

const stemOf = (name: string): string => name.slice(0, name.lastIndexOf('.'));
