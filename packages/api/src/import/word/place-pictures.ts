import type { DraftBlock, PictureBlock } from '@viewpoints/docx/convert/conversion';
import type { Block } from '@viewpoints/domain/document/blocks';
import { undescribedPicture } from '@viewpoints/domain/document/undescribed-pictures';
import type { WordItemCode } from '@viewpoints/domain/imports/word-items';
import type { WordItem, WordPlace, WordReport } from '@viewpoints/domain/imports/word-report';

/** A picture of the file that is in the library now, or why it is not. */
export type PlacedPicture =
  | { ok: true; mediaId: string; width: number; height: number }
  | { ok: false; why: WordItemCode; name: string };

/** Alternative text that Word proposes is marked as such, in the language of the program. */
const byProgram =
  /automatically generated|automatisch generiert|générée? automatiquement|AI-generated/i;

/**
 * The blocks of the article, with figures instead of pictures. A picture that is not in the library
 * leaves its caption, and a line in the report; the blocks after it are renumbered.
 */
export function placePictures(
  drafts: readonly DraftBlock[],
  pictures: readonly PlacedPicture[],
  report: WordReport,
): { blocks: Block[]; report: WordReport } {
  const blocks: Block[] = [];
  const items: WordItem[] = [];
  /** By the old number of a block, less one. */
  const numbers: number[] = [];
  let lost = 0;
  for (const draft of drafts) {
    if (draft.type !== 'picture') {
      blocks.push(draft);
      numbers.push(blocks.length);
      continue;
    }
    const picture = pictures[draft.picture];
    if (picture?.ok === true) blocks.push(figureOf(draft, picture));
    else {
      lost += 1;
      if (draft.caption.length > 0) blocks.push({ type: 'paragraph', content: draft.caption });
    }
    const block = Math.max(1, blocks.length);
    numbers.push(block);
    const item = itemOf(draft, picture);
    if (item !== null) items.push({ ...item, block, count: 1 });
  }
  const moved = renumberBlocks(report, numbers);
  return {
    blocks,
    report: {
      ...moved,
      counts: report.counts.map((count) =>
        count.part === 'pictures' ? { ...count, broughtIn: count.broughtIn - lost } : count,
      ),
      items: [...moved.items, ...items].toSorted((a, b) => (a.block ?? 0) - (b.block ?? 0)),
    },
  };
}

/** Renumbers the blocks of a report: `numbers[n - 1]` is the new number of block n. */
export function renumberBlocks(report: WordReport, numbers: readonly number[]): WordReport {
  const moved = <P extends { block: number | null }>(placed: P): P => ({
    ...placed,
    block: placed.block === null ? null : (numbers[placed.block - 1] ?? null),
  });
  const withPlace = <P extends { place: WordPlace }>(each: P): P => ({
    ...each,
    place: moved(each.place),
  });
  return {
    ...report,
    items: report.items.map(moved),
    changes: report.changes.map(withPlace),
    comments: report.comments.map(withPlace),
  };
}

function figureOf(
  { alt, caption }: PictureBlock,
  { mediaId, width, height }: Extract<PlacedPicture, { ok: true }>,
): Block {
  const described = alt.trim().slice(0, 1000).toWellFormed();
  const attrs = {
    ...{ mediaId, width, height, credit: null },
    alt: /[^\s\p{Cc}]/u.test(described) ? described : undescribedPicture,
  };
  return caption.length > 0
    ? { type: 'figure', attrs, content: caption }
    : { type: 'figure', attrs };
}

function itemOf(
  { alt }: PictureBlock,
  picture: PlacedPicture | undefined,
): Pick<WordItem, 'code' | 'words'> | null {
  const words = alt.slice(0, 300).toWellFormed();
  if (picture === undefined) return { code: 'picture_missing', words };
  if (!picture.ok) return { code: picture.why, words: words || picture.name };
  if (alt.trim() === '') return { code: 'picture_not_described', words: '' };
  return byProgram.test(alt) ? { code: 'picture_described_by_program', words } : null;
}
