import type { Document } from '@viewpoints/domain/articles/document';
import { normaliseDocument } from '@viewpoints/domain/articles/normalise-document';
import { type HtmlPage, htmlPage } from './html-page.ts';
import type { Doubtful, PageBlock, PageDate, RecognisedPage, Suggestion } from './page.ts';
import { dateLine, judgeDate } from './page-dates.ts';
import { doubtOf, furnitureOf, isHeadingLike, isProse } from './page-furniture.ts';
import { textBlocks } from './text-blocks.ts';

type Verdict =
  | { kind: 'kept' }
  | { kind: 'left_out'; why: string }
  | { kind: 'date'; date: PageDate }
  | { kind: 'headline' }
  | { kind: 'doubtful'; why: string; suggestion: Suggestion };

type Judged = { block: PageBlock; verdict: Verdict };

/** Takes a saved page apart. Pure: the same text always gives the same answer. */
export function recognisePage(text: string, format: 'html' | 'text'): RecognisedPage {
  const page: HtmlPage =
    format === 'html'
      ? htmlPage(text)
      : { blocks: textBlocks(text), title: null, language: null, dates: [] };
  const judged = judgeTop(judgeEach(page.blocks));
  const headline = judged.find(({ verdict }) => verdict.kind === 'headline')?.block.text ?? null;
  return {
    ...collect(judged),
    headlineGuess: headline ?? page.title,
    language: page.language,
    dates: datesOf(judged, page),
  };
}

const datesOf = (judged: Judged[], page: HtmlPage): PageDate[] => [
  ...page.dates,
  ...judged.flatMap(({ verdict }) => (verdict.kind === 'date' ? [verdict.date] : [])),
];

/** What each block is by its own words and markup. */
function judgeEach(blocks: PageBlock[]): Judged[] {
  const firstProse = blocks.findIndex(
    (block) => block.furniture === null && isProse(block.text) && furnitureOf(block.text) === null,
  );
  return blocks.map((block, index) => {
    const judged = (verdict: Verdict): Judged => ({ block, verdict });
    if (block.block.type === 'divider') return judged({ kind: 'kept' });
    if (block.block.type === 'embed' && block.furniture === null) return judged({ kind: 'kept' });
    const date = dateLine(block.text);
    const before = blocks.slice(0, index);
    if (date !== null) {
      const onlyFurniture = before.every(
        (other) => other.furniture !== null || furnitureOf(other.text) !== null,
      );
      const overHeadline = date.weekday && blocks.findIndex(({ headline }) => headline) > index;
      const aboveAll = (firstProse < 0 || index < firstProse) && (onlyFurniture || overHeadline);
      const { kind, reason } = judgeDate(date, aboveAll);
      return judged({ kind: 'date', date: { text: block.text, kind, reason, line: block.line } });
    }
    if (block.furniture !== null) return judged({ kind: 'left_out', why: block.furniture });
    const why = block.block.type === 'heading' ? null : furnitureOf(block.text);
    if (why !== null) return judged({ kind: 'left_out', why });
    if (block.headline) return judged({ kind: 'headline' });
    const doubt = block.block.type === 'paragraph' ? doubtOf(block.text) : null;
    return judged(doubt === null ? { kind: 'kept' } : { kind: 'doubtful', ...doubt });
  });
}

const isParagraph = ({ block, verdict }: Judged) =>
  verdict.kind === 'kept' && block.block.type === 'paragraph';

const leaveOut = ({ block }: Judged, why: string): Judged => ({
  block,
  verdict: { kind: 'left_out', why },
});

/**
 * What the top of the page is, which only the blocks round it tell: what stands above the page's
 * own menu is its masthead, and a short line over the prose is the headline.
 */
function judgeTop(judged: Judged[]): Judged[] {
  const { rest, rendered } = withoutMasthead(judged);
  const prose = rest.findIndex((each) => each.verdict.kind === 'kept' && isProse(each.block.text));
  const top = prose < 0 ? rest.length : prose;
  let headline = rest.some(({ verdict }) => verdict.kind === 'headline');
  return rest.map((each, index) => {
    if (!isParagraph(each)) return each;
    const { block } = each;
    if (index >= top) return middle(each, rest[index + 1]);
    if (!headline && isHeadingLike(block.text)) {
      headline = true;
      return { block, verdict: { kind: 'headline' } };
    }
    return {
      block,
      verdict: {
        kind: 'doubtful',
        why: 'it stands over the text like part of a masthead, a standfirst or a heading',
        suggestion: index <= rendered + 2 && rendered >= 0 ? 'leave_out' : 'keep',
      },
    };
  });
}

/** How many blocks a masthead has at the most, its date and its tagline among them. */
const MASTHEAD = 4;

/** Leaves out what stands between the day of rendering, or the top, and the page's own menu. */
function withoutMasthead(judged: Judged[]): { rest: Judged[]; rendered: number } {
  const rendered = judged.findIndex(
    ({ verdict }) => verdict.kind === 'date' && verdict.date.kind === 'rendered',
  );
  const menu = judged.findIndex(({ verdict }) => verdict.kind === 'left_out');
  if (menu < 0 || menu > MASTHEAD) return { rest: judged, rendered };
  const hasHeadline = judged.some(({ verdict }) => verdict.kind === 'headline');
  const headlineBelow =
    hasHeadline ||
    judged.slice(menu).some((each) => isParagraph(each) && isHeadingLike(each.block.text));
  const rest = judged.map((each, index) => {
    if (index >= menu || !isParagraph(each)) return each;
    const underDate = rendered >= 0 && index > rendered && index <= rendered + 2;
    const isName = index === 0 && headlineBelow && isHeadingLike(each.block.text);
    return underDate || isName ? leaveOut(each, 'masthead') : each;
  });
  return { rest, rendered };
}

/** A short line without an end, on its own among paragraphs of plain text, is likely a heading. */
function middle(each: Judged, next: Judged | undefined): Judged {
  const { block } = each;
  const wasText = block.block.type === 'paragraph' && block.block.content?.length === 1;
  const nextIsProse = next?.verdict.kind === 'kept' && isProse(next.block.text);
  if (!wasText || !nextIsProse || !isHeadingLike(block.text) || /[!?]["”’]?$/.test(block.text))
    return each;
  return {
    block,
    verdict: {
      kind: 'doubtful',
      why: 'it stands alone like a heading',
      suggestion: 'heading',
    },
  };
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
  const leftOut = judged.flatMap(({ block, verdict }) =>
    verdict.kind === 'left_out' ? [{ text: block.text, why: verdict.why, line: block.line }] : [],
  );
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
