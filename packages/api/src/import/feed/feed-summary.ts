import { oneLine } from '@viewpoints/domain/text/normalise';
import { plainText } from '../core/plain-text.ts';
import type { Points } from '../core/points.ts';
import { elementsOf, type HtmlElement, isElement, textOfElement } from '../html-tree.ts';
import type { FeedEntry, FeedWords } from './feed-parts.ts';

/** What WordPress adds to the texts of a feed, so that copies of it lead back. */
const feedLine = /(?:^| )The post .{1,400} (?:appeared first|first appeared) on .{1,200}$/;

/** How a program marks that it cut a text off. */
const ellipsis = /\s*\[?(?:…|\.\.\.)\]?.{0,80}$/;

const wordsOf = ({ text, isMarkup }: FeedWords) => (isMarkup ? plainText(text) : oneLine(text));

/** The words of a text or a summary without what was added to them; empty for none. */
const writtenWords = (words: FeedWords | null): string =>
  words === null ? '' : wordsOf(words).replace(feedLine, '');

/**
 * The standfirst of an entry: its summary, where somebody wrote one. What is only the beginning of the text
 * is none, since programs that make feeds cut it off; the whole of its first paragraph is one, which is
 * then taken from the text.
 */
export function takeStandfirst(entry: FeedEntry, body: HtmlElement): string {
  const written = writtenWords(entry.summary);
  // The text is parsed for this alone: not where nothing is to be compared.
  const text = written === '' ? '' : writtenWords(entry.content);
  if (text === '' || text === written) return '';
  const first = [...elementsOf(body)].find(({ tagName }) => tagName === 'p');
  if (first !== undefined && textOfElement(first) === written) {
    remove(first);
    return written;
  }
  const beginning = written.replace(ellipsis, '');
  return beginning === '' || text.startsWith(beginning) ? '' : written;
}

/** Removes the line that leads back to the site from the end of a text. */
export function removeFeedLine(body: HtmlElement, points: Points): void {
  const last = [...elementsOf(body)].findLast(({ tagName }) => tagName === 'p');
  const words = last === undefined ? '' : textOfElement(last);
  if (last === undefined || !words.startsWith('The post ') || !feedLine.test(words)) return;
  remove(last);
  points.add('feed_line', words);
}

function remove(element: HtmlElement): void {
  const siblings = element.parentNode?.childNodes ?? [];
  const at = siblings.findIndex((node) => isElement(node) && node === element);
  if (at >= 0) siblings.splice(at, 1);
}
