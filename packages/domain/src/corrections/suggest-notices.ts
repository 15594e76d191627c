import type { ArticleDifference, FindingDifference } from '../articles/compare-articles.ts';
import type { Document } from '../document/document.ts';
import { documentText } from '../document/document-text.ts';
import { type NodeDifference, nodesOf, type Side } from '../document/node-difference.ts';
import { diffWords } from '../text/diff-words.ts';
import type { CorrectionContent } from './correction.ts';

/** The longest that `was` and `now` may be. */
const LONGEST = 2000;

/** Notices that are suggested at most: what is more was rewritten, and no list of mistakes. */
const MOST = 20;

/**
 * Suggests notices of a correction, from the changes since the live version: one for each changed
 * finding, and one for each block of text with changed words, with the sentences concerned.
 * Additions and deletions are no mistakes by themselves. Why it was wrong is left to the editor.
 * @param language of the article, for where sentences end
 */
export function suggestNotices(
  { body, findings }: ArticleDifference,
  language: string,
): CorrectionContent[] {
  return [
    ...findings.flatMap(ofFinding),
    ...(body ?? []).flatMap((each) => ofBlock(each, language)),
  ]
    .filter(({ was, now }) => was.length <= LONGEST && now.length <= LONGEST)
    .slice(0, MOST);
}

const notice = (was: string, now: string, findingId: string | null): CorrectionContent => ({
  ...{ was, now, findingId, why: '', severity: 'correction' },
});

function ofFinding({ findingId, kind, parts }: FindingDifference): CorrectionContent[] {
  if (kind !== 'changed') return [];
  return parts.flatMap((each) =>
    each.part === 'proposition' ? [notice(each.before ?? '', each.after ?? '', findingId)] : [],
  );
}

function ofBlock(difference: NodeDifference, language: string): CorrectionContent[] {
  if (difference.kind !== 'changed') return [];
  const [was, now] = (['before', 'after'] as const).map((side) =>
    sentencesOf(textOf(difference, side), language),
  );
  if (was === undefined || now === undefined) return [];
  const [gone, come] = [without(was, now), without(now, was)];
  return gone === '' || come === '' || isSameWords(gone, come) ? [] : [notice(gone, come, null)];
}

const textOf = (difference: NodeDifference, side: Side): string => {
  const content = nodesOf([difference], side) as Document['content'];
  return documentText({ type: 'doc', content }).text;
};

const sentencesOf = (text: string, language: string): string[] =>
  Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), (each) =>
    each.segment.trim(),
  );

const without = (sentences: readonly string[], others: readonly string[]): string =>
  sentences.filter((sentence) => !others.includes(sentence)).join(' ');

const isSameWords = (was: string, now: string): boolean =>
  diffWords(was, now).every(({ kind, text }) => kind === 'same' || text.trim() === '');
