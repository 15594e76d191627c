import type { Judged } from './judge-blocks.ts';
import type { PageBlock } from './page.ts';
import { countWords, isHeadingLike, isProse } from './words.ts';

const isParagraph = ({ block, verdict }: Judged) =>
  verdict.kind === 'kept' && block.block.type === 'paragraph';

const leaveOut = ({ block }: Judged, why: string): Judged => ({
  block,
  verdict: { kind: 'left_out', why },
});

/** A word or two, or nothing but links, are no lead. */
const isScrap = ({ text, linked }: PageBlock) => countWords(text) <= 4 || linked > 0.8;

/**
 * Judges the top of the page, which depends on neighbouring blocks: what is above the page's own
 * menu is its masthead, and a short line over the prose is the headline.
 */
export function judgeTop(judged: Judged[], title: string | null): Judged[] {
  const { rest, rendered } = withoutMasthead(judged);
  const prose = rest.findIndex((each) => each.verdict.kind === 'kept' && isProse(each.block.text));
  const top = prose < 0 ? rest.length : prose;
  // If the page's head names the headline, no other line is it.
  let headline = title !== null || rest.some(({ verdict }) => verdict.kind === 'headline');
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
        suggestion:
          (index <= rendered + 2 && rendered >= 0) || isScrap(block) ? 'leave_out' : 'keep',
      },
    };
  });
}

/** How many blocks a masthead has at the most, its date and its tagline among them. */
const MASTHEAD = 4;

/** Leaves out what is between the day of rendering, or the top, and the page's own menu. */
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
