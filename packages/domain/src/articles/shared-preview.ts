import { z } from 'zod';
import { type Decision, decide, type Reason } from '../refusal.ts';
import { Instant, line, text } from '../values.ts';
import { ArticlePreview } from './article-preview.ts';

/** The secret of a link. */
export const PreviewLinkToken = z.string().regex(/^[\w-]{43}$/);

/** For how many days a link works. */
export const previewLinkDays = { default: 7, most: 30 } as const;

/** How many links an article has at most, and how many comments can come by one. */
export const MAX_PREVIEW_LINKS = 20;
export const MAX_LINK_COMMENTS = 50;

/**
 * Longest comment by a link and longest words it is on, in UTF-16 units: in any script its form is
 * within the 16 kB that proxies pass on.
 */
export const MAX_LINK_COMMENT_LENGTH = 1000;
export const MAX_COMMENTED_LENGTH = 300;

/** The recipient of a link, as the desk names them. Shown as the author of its comments. */
export const PreviewLinkLabel = line(80);

/** The target of a comment by a link: the whole, a block of text by its index, or selected words. */
export const LinkCommentTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article') }),
  z.strictObject({ kind: z.literal('block'), index: z.int().min(0).max(10_000) }),
  z.strictObject({
    kind: z.literal('words'),
    exact: z.string().min(1).max(MAX_COMMENTED_LENGTH),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
  }),
]);
export type LinkCommentTarget = z.infer<typeof LinkCommentTarget>;

/** A comment by a link: plain text. For the desk only, and protected as any comment is. */
export const LinkComment = z.strictObject({
  text: text(MAX_LINK_COMMENT_LENGTH).min(1, 'write something here'),
  on: LinkCommentTarget,
});
export type LinkComment = z.infer<typeof LinkComment>;

/** The content of a link: the page as it would be published, and how many comments were made by it. */
export const SharedPreview = z.strictObject({
  preview: ArticlePreview,
  /** Blocks of the text, which a comment can be on. */
  blocks: z.array(z.string()),
  expiresAt: Instant,
  comments: z.int().min(0),
});
export type SharedPreview = z.infer<typeof SharedPreview>;

/** Reasons that stop a preview from being shared. Other reasons against publishing do not. */
const keepingInside: ReadonlySet<string> = new Set([
  'protected_mention',
  'possible_protected_mention',
  'participants_missing',
  'off_record',
  'disclosure_limited',
  'attribution_missing',
  'descriptor_missing',
  'descriptor_not_allowed',
  'source_unknown',
]);

/** Whether a revision may be shown outside the desk, by the reasons that publishing it would have. */
export const checkShareable = (publishable: Decision): Decision =>
  decide(
    publishable.ok ? [] : publishable.reasons.filter(({ code }: Reason) => keepingInside.has(code)),
  );
