import type { Judged } from './judge-blocks.ts';
import { countWords, endsSentence, isProse } from './words.ts';

const isKept = ({ verdict }: Judged) => verdict.kind === 'kept' || verdict.kind === 'doubtful';

/** Whether a block carries the text on: prose, or a list, table or quote that is not only links. */
const carriesText = ({ block, verdict }: Judged) =>
  verdict.kind === 'kept' &&
  block.block.type !== 'heading' &&
  block.linked < 0.8 &&
  (isProse(block.text) || (block.block.type !== 'paragraph' && countWords(block.text) >= 9));

/**
 * Judges what is below or within the text without being text: links to other pages, headings with
 * nothing under them, tags and other short lines.
 */
export function judgeTail(judged: Judged[]): Judged[] {
  const last = judged.findLastIndex(carriesText);
  const first = judged.findIndex(carriesText);
  return judged.map((each, index) => {
    if (!isKept(each)) return each;
    if (index > last && last >= 0) return underText(each);
    if (each.block.linked < 0.8) return each;
    return index < first || last < 0
      ? leftOut(each, 'links besides the text')
      : linked(each, judged[index + 1]);
  });
}

const leftOut = ({ block }: Judged, why: string): Judged => ({
  block,
  verdict: { kind: 'left_out', why },
});

function underText(each: Judged): Judged {
  const { block, verdict } = each;
  if (block.block.type === 'heading') return leftOut(each, 'a heading with nothing under it');
  if (block.linked >= 0.8) return leftOut(each, 'links besides the text');
  if (block.block.type !== 'paragraph' || verdict.kind !== 'kept') return each;
  if (endsSentence(block.text) || countWords(block.text) > 12) return each;
  return {
    block,
    verdict: {
      kind: 'doubtful',
      why: 'it stands under the text, like a tag or a caption',
      suggestion: 'leave_out',
    },
  };
}

/** Links within the text often lead to other articles; the editor is asked whether they belong. */
function linked(each: Judged, next: Judged | undefined): Judged {
  const { block } = each;
  const opensText = block.block.type === 'heading' && next !== undefined && carriesText(next);
  if (opensText || endsSentence(block.text)) return each;
  return {
    block,
    verdict: {
      kind: 'doubtful',
      why: 'it is nothing but links, perhaps to other pieces',
      suggestion: 'leave_out',
    },
  };
}
