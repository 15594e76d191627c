'use client';

import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { ChartFigure } from '@viewpoints/ui/chart/chart-figure';
import type { ChartLabels } from '@viewpoints/ui/chart/chart-labels';
import '@viewpoints/ui/chart/chart.css';
import { useId } from 'react';
import './chart-preview.css';

const words: ChartLabels = {
  ...{ source: 'Source', noValue: 'No value', data: 'Data', embed: 'Embed this chart' },
  files: { csv: 'CSV', svg: 'SVG', png: 'Picture' },
  gaps: (labels) => `No value for ${labels.join('; ')}.`,
};

/** A chart as readers will see it, without a link that would lead away from what is being written. */
export function ChartPreview({ chart, language }: { chart: Chart['attrs']; language: string }) {
  const anchor = useId();
  return (
    <div className="chart-preview" lang={language}>
      <ChartFigure
        chart={{ ...chart, sourceUrl: null }}
        anchor={anchor}
        words={words}
        language={language}
      />
    </div>
  );
}
