/** Labels in the HTML of a document, in the language of the page. */
export type HtmlLabels = {
  notes: string;
  backToText: string;
  /** What kind of callout one is. */
  callout: { note: string; warning: string };
  /** The heading of an article's key points. */
  keyPoints: string;
};
