import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { documentVersion } from '@viewpoints/working-copy/document-version';

/** Something written that stays on this device, since the article cannot have it. */
export type HeldCopy = {
  /** Where it is on the device. */
  name: readonly string[];
  why: WhyHeld;
  /** Texts that are in it and not in the article. */
  words: readonly string[];
};

/**
 * Why a copy is not put into the article: written by a page that knows more than this one, which would
 * delete that; refused by the schema; or built on changes that the server does not have any more.
 */
export type WhyHeld = 'newer' | 'refused' | 'incomplete';

/** Whether this page may not even look at whether a copy fits. Copies without a version are older. */
export const isNewer = (copy: { version?: number }): boolean =>
  (copy.version ?? 0) > documentVersion;

/** Whether the schema has to be asked, since the page that wrote a copy had another one. */
export const isOlder = (copy: { version?: number }): boolean =>
  (copy.version ?? 0) < documentVersion;

/** The texts of a saved copy that its base does not have, in any block and field. */
export function wordsOfContent(base: unknown, content: unknown): string[] {
  const before = new Set(textsIn(base));
  return textsIn(content).filter((text) => !before.has(text));
}

type Content = Partial<Pick<ArticleContent, 'headline' | 'standfirst' | 'section'>> & {
  body?: unknown;
};

function textsIn(content: unknown): string[] {
  const { headline = '', standfirst = '', section = '', body } = (content ?? {}) as Content;
  return [headline, standfirst, section, ...textsOfNode(body)].filter((text) => text !== '');
}

type Node = { text?: unknown; content?: unknown };

function textsOfNode(value: unknown): string[] {
  const { content } = (value ?? {}) as Node;
  const children = (Array.isArray(content) ? content : []) as Node[];
  const own = children.map(({ text }) => (typeof text === 'string' ? text : '')).join('');
  return [own.trim(), ...children.flatMap(textsOfNode)];
}
