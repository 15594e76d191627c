import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { type BlockKind, partKind } from '../block-kind.ts';
import { inlines } from '../inline.ts';
import { markdownLines, prefixLines } from '../markdown-blocks.ts';
import { normaliseInlines } from '../normalise-inlines.ts';
import type { BulletList } from './list.ts';

/** How many points a reader takes in at a glance. */
export const maxKeyPoints = 12;

export const KeyPoint = z.strictObject({ type: z.literal('keyPoint'), content: inlines });
export type KeyPoint = z.infer<typeof KeyPoint>;

/** An article in a few points. */
export const KeyPoints = z.strictObject({
  type: z.literal('keyPoints'),
  content: z.array(KeyPoint).min(1),
});
export type KeyPoints = z.infer<typeof KeyPoints>;

const asList = (points: readonly KeyPoint[]): BulletList => ({
  type: 'bulletList',
  content: points.map(({ content }) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', ...(content && { content }) }],
  })),
});

export const keyPoints: BlockKind<KeyPoints, 'blocks', KeyPoints | BulletList> & {
  schema: typeof KeyPoints;
} = {
  schema: KeyPoints,
  name: 'list of key points',
  holds: 'blocks',
  /**
   * Points beyond the maximum become a list below. They are not refused, because two people who
   * write at once may exceed it together, and neither is to lose words.
   */
  normalise(block) {
    const points = block.content.flatMap((point): KeyPoint[] => {
      const content = normaliseInlines(point.content ?? []);
      return content.length > 0 ? [{ type: 'keyPoint', content }] : [];
    });
    const [kept, rest] = [points.slice(0, maxKeyPoints), points.slice(maxKeyPoints)];
    return [
      ...(kept.length > 0 ? [{ type: 'keyPoints' as const, content: kept }] : []),
      ...(rest.length > 0 ? [asList(rest)] : []),
    ];
  },
  html: (_, points, { words }) =>
    element(
      'aside',
      {},
      element('p', {}, element('strong', {}, escapeMarkup(words.keyPoints))) +
        element('ul', {}, points.join('')),
    ),
  /** Set apart as callouts are, under the name of the block, which Markdown has no form for. */
  markdown: (_, points) => prefixLines(`**Key points**\n\n${points.join('\n')}`, '> ', '> '),
};

export const keyPoint = partKind<KeyPoint>()({
  name: 'point',
  holds: 'inlines',
  html: (_, children) => element('li', {}, children.join('')),
  markdown: (_, children) => prefixLines(markdownLines(children), '- ', '  '),
});
