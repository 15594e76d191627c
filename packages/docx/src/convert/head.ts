import type { Heading } from '@viewpoints/domain/document/blocks/heading';
import type { Inline } from '@viewpoints/domain/document/inline';
import { type Conversion, type Converted, tell } from './conversion.ts';
import { plainWords } from './convert-inlines.ts';
import { roleOf } from './paragraph-role.ts';

/** The parts above a text. */
export type Head = { headline: string | null; standfirst: string | null };

/** Longest that an article takes. */
const maxHeadline = 200;
const maxStandfirst = 600;

/**
 * Takes headline, standfirst, author and date from the beginning of a file, and moves the headings up
 * where they begin below the first level of an article.
 */
export function arrangeHead(
  conversion: Conversion,
  converted: readonly Converted[],
): { head: Head; rest: Converted[] } {
  const head: Head = { headline: null, standfirst: null };
  const rest: Converted[] = [];
  for (const each of converted) {
    const role = roleAtTop(conversion, each);
    const inlines = each.block.type === 'paragraph' ? (each.block.content ?? []) : [];
    const words = plainWords(inlines);
    const at = each.from[0] ?? null;
    const isAtTop = rest.every(({ block }) => block.type === 'picture');
    const isPlain = inlines.every(({ type }) => type !== 'footnote');
    if (role === 'headline' && isAtTop && isPlain) {
      const joined = head.headline === null ? words : `${head.headline} ${words}`;
      if (joined.length <= maxHeadline) {
        head.headline = joined;
        tell(conversion, 'headline', at, words);
        continue;
      }
    }
    if (role === 'standfirst' && isAtTop && isPlain) {
      const joined = head.standfirst === null ? words : `${head.standfirst} ${words}`;
      if (joined.length <= maxStandfirst) {
        head.standfirst = joined;
        tell(conversion, 'standfirst', at, words);
        continue;
      }
    }
    if ((role === 'byline' || role === 'date') && isAtTop) {
      tell(conversion, role, at, words);
      continue;
    }
    // A title further down is that of a part.
    rest.push(role === 'headline' ? { ...each, block: heading(inlines) } : each);
  }
  return { head, rest: raised(conversion, head, rest) };
}

const heading = (content: Inline[]): Heading => ({ type: 'heading', attrs: { level: 2 }, content });

function roleAtTop({ targets }: Conversion, { block, from }: Converted) {
  const [paragraph] = from;
  return block.type === 'paragraph' && paragraph !== undefined ? roleOf(paragraph, targets) : null;
}

/** The only heading of the first level, at the top, is the headline of a file without a title. */
function raised(conversion: Conversion, head: Head, blocks: Converted[]): Converted[] {
  const [first] = blocks;
  const levels = blocks.flatMap(({ block }) =>
    block.type === 'heading' ? [block.attrs.level] : [],
  );
  const isOnly = levels.filter((level) => level === 2).length === 1;
  let rest = blocks;
  if (
    head.headline === null &&
    isOnly &&
    first?.block.type === 'heading' &&
    first.block.attrs.level === 2
  ) {
    const words = plainWords(first.block.content ?? []);
    const isPlain = (first.block.content ?? []).every(({ type }) => type === 'text');
    if (words.length <= maxHeadline && isPlain) {
      head.headline = words;
      tell(conversion, 'headline', first.from[0] ?? null, words);
      rest = blocks.slice(1);
    }
  }
  const highest = Math.min(
    ...rest.map(({ block }) =>
      block.type === 'heading' ? block.attrs.level : Number.POSITIVE_INFINITY,
    ),
  );
  if (highest === 2 || !Number.isFinite(highest)) return rest;
  tell(conversion, 'headings_raised', null);
  return rest.map((each) =>
    each.block.type === 'heading'
      ? {
          ...each,
          block: {
            ...each.block,
            attrs: { level: Math.max(2, each.block.attrs.level - highest + 2) as 2 | 3 | 4 },
          },
        }
      : each,
  );
}
