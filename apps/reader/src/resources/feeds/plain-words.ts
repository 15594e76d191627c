import { escapeMarkup, sayableText } from '@viewpoints/domain/text/markup';
import { normaliseText } from '@viewpoints/domain/text/normalise';

/** A character reference in HTML: `&#60;`, `&lt;`, and `&lt` without its end. */
const REFERENCE = /&(?=#|[a-z][a-z0-9]*;|(?:lt|gt|amp|quot)\b)/gi;

/**
 * Plain words in one line, for a place that formats do not agree about: RSS does not say whether a
 * title is text or HTML, and many readers take every title for HTML. Nothing in it is markup then,
 * and "Q&A" stays as it is for those that take it for text.
 */
export const plainWords = (text: string): string =>
  oneLine(text).replace(REFERENCE, '&amp;').replaceAll('<', '&lt;');

/** The same where the format says that it is HTML, and every reader takes it for that. */
export const plainHtml = (text: string): string => escapeMarkup(oneLine(text));

const oneLine = (text: string): string => normaliseText(sayableText(text));
