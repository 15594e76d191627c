import type { HtmlLabels } from '@viewpoints/domain/document/html-labels';

/** Labels of charts, in the language of the page. */
export type ChartLabels = HtmlLabels['chart'] & {
  /** Of the table behind a chart. */
  data: string;
  /** Of the markup to show it on another site. */
  embed: string;
  files: { csv: string; svg: string; png: string };
  /** Says where lines have gaps: "No value for March." */
  gaps: (labels: readonly string[]) => string;
};
