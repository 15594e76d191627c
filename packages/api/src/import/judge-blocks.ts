import { type HtmlPage, OUTSIDE_ARTICLE } from './html-page.ts';
import type { PageBlock, PageDate, Suggestion } from './page.ts';
import { bylineIn, isPersonName, namesIn } from './page-bylines.ts';
import { dateAmongWords, dateLine, judgeDate } from './page-dates.ts';
import { doubtOf, furnitureOf } from './page-furniture.ts';
import { countWords, endsSentence, isProse, lettersOf, sameWords } from './words.ts';

export type Verdict =
  | { kind: 'kept' }
  | { kind: 'left_out'; why: string }
  | { kind: 'date'; date: PageDate }
  | { kind: 'byline' }
  | { kind: 'headline' }
  | { kind: 'doubtful'; why: string; suggestion: Suggestion };

export type Judged = { block: PageBlock; verdict: Verdict };

/** The end of a page's top: the headline, or null, and the first block of prose. */
type Top = { headline: number | null; prose: number };

const isText = (block: PageBlock) =>
  block.furniture === null && isProse(block.text) && furnitureOf(block.text) === null;

/** Judges each block by its own words and markup, and by its place above the text. */
export function judgeEach(page: HtmlPage): Judged[] {
  const { blocks } = page;
  const found = blocks.findIndex((block) => block.headline);
  // A heading that has text over it is over a part of it only, for the top of the page.
  const headline = blocks.slice(0, Math.max(0, found)).some(isText) ? -1 : found;
  const first = blocks.findIndex((block, index) => index > headline && isText(block));
  const top: Top = {
    headline: headline < 0 ? null : headline,
    prose: first < 0 ? blocks.length : first,
  };
  return blocks.map((block, index) => ({ block, verdict: verdictOf(block, index, page, top) }));
}

function verdictOf(block: PageBlock, index: number, page: HtmlPage, top: Top): Verdict {
  if (block.block.type === 'divider') return { kind: 'kept' };
  if (block.block.type === 'embed' && block.furniture === null) return { kind: 'kept' };
  if (block.headline) return { kind: 'headline' };
  const date = dateOf(block, index, page, top);
  if (date !== null) return { kind: 'date', date };
  if (overText(index, top) && isByline(block.text, page)) return { kind: 'byline' };
  if (block.furniture !== null) {
    const over =
      top.headline !== null && index < top.headline && block.furniture === OUTSIDE_ARTICLE;
    return { kind: 'left_out', why: over ? 'masthead' : block.furniture };
  }
  const why = block.block.type === 'heading' ? null : furnitureOf(block.text);
  if (why !== null) return { kind: 'left_out', why };
  const placed = byPlace(block, index, page, top);
  if (placed !== null) return placed;
  const doubt = block.block.type === 'paragraph' ? doubtOf(block.text) : null;
  return doubt === null ? { kind: 'kept' } : { kind: 'doubtful', ...doubt };
}

/** Pages print who wrote and when between the headline and the text, or just over the headline. */
const overText = (index: number, { headline, prose }: Top) =>
  index < prose && index >= (headline ?? 0) - 4;

/** A chronology has days for headings, in its text. */
const isChronology = ({ blocks, language }: HtmlPage, { prose }: Top) =>
  blocks
    .slice(prose)
    .some(({ block, text }) => block.type === 'heading' && dateLine(text, language) !== null);

function dateOf(block: PageBlock, index: number, page: HtmlPage, top: Top): PageDate | null {
  const { blocks, language } = page;
  const near = overText(index, top);
  const named = block.furniture !== null && block.furniture !== OUTSIDE_ARTICLE;
  if (block.block.type === 'heading' && index > (top.headline ?? -1) && isChronology(page, top))
    return null;
  // Text outside the article has dates of its own.
  if ((block.furniture !== null && index > top.prose) || (named && !near && index > 12))
    return null;
  const alone = dateLine(block.text, language);
  const line = alone ?? (near ? dateAmongWords(block.text, language) : null);
  if (line === null) return null;
  const before = blocks.slice(0, index);
  const onlyFurniture = before.every(
    (other) => other.furniture !== null || furnitureOf(other.text) !== null,
  );
  const overHeadline = line.weekday && top.headline !== null && top.headline > index;
  const aboveAll = index < top.prose && (onlyFurniture || overHeadline);
  const under = top.headline !== null && index > top.headline && near;
  const marked = new Set(page.dates.flatMap(({ day }) => day ?? []));
  const judged = judgeDate(line, { aboveAll: alone !== null && aboveAll && !under, marked });
  return { text: block.text, ...judged, line: block.line, day: line.day };
}

/** Whether a line only names the page's authors. */
function isByline(text: string, { bylines }: HtmlPage): boolean {
  if (text.length > 160 || countWords(text) > 16 || endsSentence(text)) return false;
  const known = bylines.filter(({ name }) => lettersOf(text).includes(lettersOf(name)));
  const rest = known.reduce((left, { name }) => left.replace(lettersOf(name), ''), lettersOf(text));
  if (known.length > 0 && rest.length <= 30) return true;
  const named = namesIn(bylineIn(text) ?? '');
  return known.length > 0 && named.every(isPersonName) && named.length > 0;
}

/** Judges what is above the text without being text: the headline again, and what precedes that. */
function byPlace(
  { text, block }: PageBlock,
  index: number,
  { blocks, title }: HtmlPage,
  { headline, prose }: Top,
): Verdict | null {
  const words = headline === null ? title : (blocks[headline]?.text ?? null);
  if (headline !== null && index <= prose && words !== null && sameWords(words, text))
    return { kind: 'left_out', why: 'the headline again' };
  if (headline === null && words !== null && sameWords(words, text) && index <= prose)
    return blocks.slice(0, index).some((other) => sameWords(other.text, words))
      ? { kind: 'left_out', why: 'the headline again' }
      : { kind: 'headline' };
  if (headline !== null && index < headline && !isProse(text) && block.type !== 'table')
    return { kind: 'left_out', why: 'masthead' };
  return null;
}
