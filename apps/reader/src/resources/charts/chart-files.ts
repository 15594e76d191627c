import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import type { ChartFiles } from '@viewpoints/ui/chart/chart-files';
import { currentRender } from '../../next/render-context.ts';
import { embedCode } from '../embed-address.ts';
import { chartPath } from './find-chart.ts';

/** Where the files of an article's charts are, and the markup that shows one on another site. */
export function chartFilesOf(slug: string) {
  const { siteUrl } = currentRender();
  return ({ id, title }: Chart['attrs']): ChartFiles => {
    const path = chartPath(slug, id);
    return { path, embed: embedCode(siteUrl, { path, title }) };
  };
}
