/** Words that a document brings along as HTML, in the language of the page. */
export type HtmlLabels = {
  notes: string;
  backToText: string;
};
