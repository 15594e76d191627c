import type { Converted } from './conversion.ts';
import { roleOf, type Targets } from './paragraph-role.ts';

/** Puts a paragraph with the style of captions under the picture next to it. */
export function withCaptions(converted: readonly Converted[], targets: Targets): Converted[] {
  const result: Converted[] = [];
  for (const [index, each] of converted.entries()) {
    const before = result.at(-1);
    const next = converted[index + 1];
    if (isCaption(each, targets) && each.block.type === 'paragraph') {
      const caption = each.block.content ?? [];
      if (before?.block.type === 'picture' && before.block.caption.length === 0) {
        result[result.length - 1] = {
          block: { ...before.block, caption },
          from: [...before.from, ...each.from],
        };
        continue;
      }
      if (next?.block.type === 'picture' && !isCaption(converted[index + 2], targets)) {
        next.block.caption = caption;
        next.from = [...each.from, ...next.from];
        continue;
      }
    }
    result.push(each);
  }
  return result;
}

const isCaption = (converted: Converted | undefined, targets: Targets): boolean => {
  const [paragraph] = converted?.from ?? [];
  return (
    converted?.block.type === 'paragraph' &&
    paragraph !== undefined &&
    roleOf(paragraph, targets) === 'caption'
  );
};
