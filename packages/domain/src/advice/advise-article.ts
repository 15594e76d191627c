import type { ArticleContent } from '../articles/article.ts';
import type { Document } from '../document/document.ts';
import { blockTexts, documentText } from '../document/document-text.ts';
import type { LinkOutcome } from '../link-checks/link-outcome.ts';
import { type Reason, reason } from '../refusal.ts';
import { brokenLinkReasons } from './broken-links.ts';
import { type CitedArticle, retractedLinkReasons } from './cited-articles.ts';
import { findHouseRules, type HouseRule } from './house-style.ts';
import { findNearNames } from './near-names.ts';
import { findRepeatedWords } from './repeated-words.ts';

/** The journal's data that advice depends on. */
export type KnownToJournal = {
  rules: readonly HouseRule[];
  /** Names of actors, authors and places, with their other names. */
  names: readonly string[];
  /** The articles that the text links to. */
  cited: readonly CitedArticle[];
  /** Results of checks of links to other sites, by address. */
  linkOutcomes: ReadonlyMap<string, LinkOutcome>;
  /** Origins of the reading site. */
  origins: readonly string[];
};

/** Maximum number of hints: a text with more has another problem. */
const maxHints = 200;

/**
 * What a person should look at before an article is published, and may leave as it is: each with
 * its place, the words, and what to do. The order is that of the text.
 */
export function adviseArticle(
  content: Pick<ArticleContent, 'headline' | 'standfirst' | 'body' | 'language'>,
  { rules, names, cited, linkOutcomes, origins }: KnownToJournal,
): Reason[] {
  const { body, language } = content;
  const inTexts = [
    { at: 'headline', text: content.headline, from: 0 },
    { at: 'standfirst', text: content.standfirst, from: 0 },
    ...blocksWithPlaces(body),
  ].flatMap(({ at, text, from }) => {
    const reasonAt = (code: string, message: string, words: string, start: number) =>
      reason(code, message, at, { words, start: from + start });
    return [
      ...findHouseRules(text, language, rules).map(({ rule, words, start }) =>
        reasonAt('house_style', houseSentence(rule, words), words, start),
      ),
      ...findRepeatedWords(text, language).map(({ words, start }) =>
        reasonAt('repeated_word', `“${words}” has a word twice.`, words, start),
      ),
      ...findNearNames(text, names).map(({ words, start, name }) =>
        reasonAt(
          'name_nearly_known',
          `“${words}” is nearly “${name}”. Check the spelling.`,
          words,
          start,
        ),
      ),
    ];
  });
  return [
    ...inTexts,
    ...headingReasons(body),
    ...retractedLinkReasons(body, cited, origins),
    ...brokenLinkReasons(body, linkOutcomes),
  ]
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .slice(0, maxHints);
}

const houseSentence = ({ instead, why }: HouseRule, words: string): string =>
  `House style: “${instead}” instead of “${words}”.${why === '' ? '' : ` ${why}`}`;

/** The text block by block, so that no words of two cells or paragraphs are taken together. */
function blocksWithPlaces(document: Document) {
  const { text } = documentText(document);
  let end = 0;
  return blockTexts(document).map((block) => {
    const from = Math.max(end, text.indexOf(block, end));
    end = from + block.length;
    return { at: 'body', text: block, from };
  });
}

const order = ['headline', 'standfirst', 'body'];

const placeOf = ({ at, details }: Reason): number =>
  order.indexOf(at ?? '') * 10_000_000 + (typeof details.start === 'number' ? details.start : 0);

/** Headings that leave out a level: who reads by headings looks for what is missing. */
function headingReasons(document: Document): Reason[] {
  const { text, positions } = documentText(document);
  let before = 1;
  return document.content.flatMap((block, index) => {
    if (block.type !== 'heading') return [];
    const { level } = block.attrs;
    const isSkipped = level > before + 1;
    const expected = before + 1;
    before = level;
    if (!isSkipped) return [];
    const first = block.content?.findIndex(({ type }) => type === 'text') ?? -1;
    const start = first < 0 ? null : positions.toText({ path: [index, first], offset: 0 });
    const node = block.content?.[first];
    const words = node?.type === 'text' ? node.text.trim() : '';
    return [
      reason(
        'heading_level_skipped',
        `This heading of level ${level} follows ${expected === 2 ? 'the headline' : `one of level ${expected - 1}`}. Make it level ${expected}.`,
        'body',
        start === null || !text.startsWith(words, start) ? {} : { words, start },
      ),
    ];
  });
}
