import type { Document } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { distinctBylines } from './html-bylines.ts';
import { type HtmlPage, htmlPage, OUTSIDE_ARTICLE } from './html-page.ts';
import { type Judged, judgeEach } from './judge-blocks.ts';
import { judgeTail } from './judge-tail.ts';
import { judgeTop } from './judge-top.ts';
import type { Doubtful, PageByline, PageDate, RecognisedPage, Suggestion } from './page.ts';
import { bylineIn, isBylineAlone, isPersonName, namesIn } from './page-bylines.ts';
import { textBlocks } from './text-blocks.ts';
import { sameWords } from './words.ts';

/** Takes a saved page apart. Pure: the same text always gives the same answer. */
export function recognisePage(text: string, format: 'html' | 'text'): RecognisedPage {
  const page: HtmlPage =
    format === 'html'
      ? htmlPage(text)
      : { blocks: textBlocks(text), title: null, language: null, dates: [], bylines: [] };
  const judged = judgeTail(judgeTop(judgeEach(page), page.title));
  const headline = judged.find(({ verdict }) => verdict.kind === 'headline')?.block.text ?? null;
  return {
    ...collect(judged),
    headlineGuess: headline ?? page.title,
    language: page.language,
    dates: datesOf(judged, page),
    bylines: bylinesOf(judged, page),
  };
}

/** Dates in the page's markup, then in its lines: labelled ones before others. */
function datesOf(judged: Judged[], page: HtmlPage): PageDate[] {
  const inLines = judged.flatMap(({ verdict }) => (verdict.kind === 'date' ? [verdict.date] : []));
  const order: PageDate['kind'][] = ['published', 'unknown', 'rendered'];
  return [
    ...page.dates,
    ...inLines.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
  ];
}

/** How many blocks over the headline and under the text may name who wrote it. */
const NEAR = 4;

/** Those the page marks, and those its lines name over and under the text. */
function bylinesOf(judged: Judged[], page: HtmlPage): PageByline[] {
  const headline = judged.findIndex(({ verdict }) => verdict.kind === 'headline');
  const last = judged.findLastIndex(({ verdict }) => verdict.kind === 'kept');
  const near = judged.slice(Math.max(0, headline - NEAR), last + NEAR);
  const inLines = near.flatMap(({ block, verdict }) => {
    if (verdict.kind === 'kept' || verdict.kind === 'headline') return [];
    const isBeside = block.furniture !== null && block.furniture !== OUTSIDE_ARTICLE;
    if (isBeside || (verdict.kind === 'left_out' && !isBylineAlone(block.text))) return [];
    const words = bylineIn(block.text);
    return namesIn(words ?? '')
      .filter(isPersonName)
      .map((name) => ({ name, reason: 'a line of the page says so', line: block.line }));
  });
  const isHeadline = (name: string) => page.title !== null && sameWords(name, page.title);
  return distinctBylines([...page.bylines, ...inLines]).filter(({ name }) => !isHeadline(name));
}

function collect(judged: Judged[]): Pick<RecognisedPage, 'leftOut' | 'doubtful' | 'kept'> {
  const doubtful: Doubtful[] = [];
  const kept: RecognisedPage['kept'] = [];
  for (const { block, verdict } of judged) {
    if (verdict.kind === 'kept') kept.push({ block: block.block, doubt: null });
    if (verdict.kind !== 'doubtful') continue;
    kept.push({ block: block.block, doubt: doubtful.length });
    const { why, suggestion } = verdict;
    doubtful.push({ text: block.text, why, line: block.line, suggestion });
  }
  const leftOut = judged.flatMap(({ block: { text, line }, verdict }) => {
    if (verdict.kind === 'byline')
      return [{ text, why: 'byline: authors are recorded apart', line }];
    return verdict.kind === 'left_out' ? [{ text, why: verdict.why, line }] : [];
  });
  return { leftOut, doubtful, kept };
}

/**
 * The article's body: what stays, with `answers` (by index of `doubtful`) applied to what was
 * doubtful. Without an answer a doubtful block stays: too much can be cut, too little is lost.
 */
export function pageDocument(
  page: RecognisedPage,
  answers: ReadonlyMap<number, Suggestion> = new Map(),
): Document {
  const blocks = page.kept.flatMap(({ block, doubt }) => {
    const answer = doubt === null ? 'keep' : (answers.get(doubt) ?? 'keep');
    if (answer === 'leave_out') return [];
    if (answer === 'heading' && block.type === 'paragraph')
      return [{ type: 'heading' as const, attrs: { level: 2 as const }, content: block.content }];
    return [block];
  });
  return normaliseDocument({ type: 'doc', content: withoutLooseDividers(blocks) });
}

type Blocks = Document['content'];

/** Dividers at the ends and in a row come from the page's furniture. */
function withoutLooseDividers(blocks: Blocks): Blocks {
  const inner = blocks.filter(
    (block, index) => block.type !== 'divider' || blocks[index - 1]?.type !== 'divider',
  );
  while (inner[0]?.type === 'divider') inner.shift();
  while (inner.at(-1)?.type === 'divider') inner.pop();
  return inner.length > 0 ? inner : [{ type: 'paragraph' }];
}
