/** Labels in the HTML of a document, in the language of the page. */
export type HtmlLabels = {
  notes: string;
  backToText: string;
  /** Labels of the kinds of callout. */
  callout: { note: string; warning: string };
  /** The heading of an article's key points. */
  keyPoints: string;
  chart: { source: string; noValue: string };
};
