import { z } from 'zod';
import { Id } from '../values.ts';

/** What an article is: a piece of the journal, or a page about it. */
export const ArticleKind = z.enum(['article', 'page']);
export type ArticleKind = z.infer<typeof ArticleKind>;

/** What a page stands under: another page, the built-in index About, or nothing. */
export const PageParent = z.union([z.literal('about'), Id]).nullable();
export type PageParent = z.infer<typeof PageParent>;
