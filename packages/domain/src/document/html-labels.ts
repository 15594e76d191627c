/** Words that a document brings along as HTML, in the language of the page. */
export type HtmlLabels = {
  notes: string;
  backToText: string;
  /** What kind of callout one is. */
  callout: { note: string; warning: string };
  /** What stands over the key points of an article. */
  keyPoints: string;
};
