import type { EmbedTarget } from '@viewpoints/domain/document/embed-target';
import type { HtmlLabels } from '@viewpoints/domain/document/html-labels';
import type { ChartLabels } from '../chart/chart-labels.ts';

/** Labels of a document's elements, in the language of the page. */
export type DocumentLabels = HtmlLabels & {
  note: (number: number) => string;
  finding: (number: number) => string;
  closeNote: (number: number) => string;
  table: (number: number) => string;
  chart: ChartLabels;
  embed: EmbedLabels;
};

/** Labels of embeds, in the language of the page. */
export type EmbedLabels = {
  /** On the button: "Show the video". */
  show: (target: EmbedTarget) => string;
  /** Who learns what when it is pressed. */
  learns: (target: EmbedTarget) => string;
  /** Label of the box that remembers the choice. */
  always: (target: EmbedTarget) => string;
  /** Label of the button that takes that choice back. */
  askAgain: (target: EmbedTarget) => string;
  /** The site it is on: "on YouTube". */
  on: (name: string) => string;
};
