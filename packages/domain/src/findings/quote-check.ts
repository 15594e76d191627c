import { z } from 'zod';
import type { Article } from '../articles/article.ts';
import { participantReasons } from '../articles/publishable.ts';
import type { Clearance } from '../attribution/clearance.ts';
import { effectiveTerms } from '../attribution/effective-terms.ts';
import { mentionReasons } from '../attribution/mention-reasons.ts';
import { protectedStrings } from '../attribution/protected-strings.ts';
import { AttributionTerms, type Waiver } from '../attribution/terms.ts';
import { wordAttribution } from '../attribution/wording.ts';
import { documentText } from '../document/document-text.ts';
import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import type { Source } from '../sources/source.ts';
import { Direction, Instant, Language, text } from '../values.ts';
import { isQuoteIntact } from './anchor.ts';
import type { Finding } from './finding.ts';
import { needsItsQuote } from './finding-workflow.ts';

/** The answers that a source can give about its passage. */
export const QuoteAnswerKind = z.enum(['agrees', 'objects', 'proposes']);
export type QuoteAnswerKind = z.infer<typeof QuoteAnswerKind>;

/** Longest answer, in UTF-16 units: in any script its form is within the 16 kB that proxies pass on. */
export const MAX_SAID_LENGTH = 1500;

/** The answer to a quote check. What was said is protected, as the note of the finding is. */
export const QuoteAnswer = z
  .strictObject({ kind: QuoteAnswerKind, said: text(MAX_SAID_LENGTH).default('') })
  .refine(({ kind, said }) => kind !== 'proposes' || said !== '', {
    message: 'write the wording that you propose',
    path: ['said'],
  });
export type QuoteAnswer = z.infer<typeof QuoteAnswer>;

/** The secret of a link. */
export const QuoteCheckToken = z.string().regex(/^[\w-]{43}$/);

/** For how many days a link can be opened. */
export const quoteCheckDays = { default: 14, most: 60 } as const;

/** How many links a finding has at most, and how often one can be answered. */
export const MAX_QUOTE_CHECKS = 20;
export const MAX_QUOTE_ANSWERS = 20;

/** The content of a quote check: the source's own passage, and nothing else of the article. */
export const QuotePassage = z.strictObject({
  quote: z.string().nullable(),
  proposition: z.string(),
  /** The public wording for its source. */
  wording: z.string(),
  terms: AttributionTerms,
  language: Language,
  direction: Direction,
});
export type QuotePassage = z.infer<typeof QuotePassage>;

/** The response to an opened link. */
export const ShownQuoteCheck = z.strictObject({
  passage: QuotePassage,
  expiresAt: Instant,
  /** Whether there is an answer, which is not shown: others may have the link. */
  isAnswered: z.boolean(),
});
export type ShownQuoteCheck = z.infer<typeof ShownQuoteCheck>;

export type QuotePassageInput = {
  article: Pick<Article, 'id' | 'state' | 'body' | 'language' | 'direction' | 'sourceIds'>;
  finding: Finding;
  /** The article's findings in every state, on whose word other names are protected. */
  findings: readonly Finding[];
  /** The sources of the article and of its findings, with what bears on them. */
  sources: readonly Source[];
  waivers: readonly Waiver[];
  clearances: readonly Clearance[];
  /** The language of the journal, in which sources are worded. */
  locale: string;
};

/**
 * The passage of a finding for its source, and every reason if it may not leave the desk. Returned then too,
 * to be compared with the one a link was made for. It may contain no more than what could be public: anybody
 * may get hold of the link, so the source's own protected name is searched for as all others are.
 */
export function quotePassageOf(input: QuotePassageInput): Decision & { passage: QuotePassage } {
  const { article, finding, findings, sources, waivers, clearances, locale } = input;
  const at = (field: string) => `findings.${finding.id}.${field}`;
  const { quote } = finding.evidence;
  const source = sources.find(({ id }) => id === finding.attribution.sourceId) ?? null;
  const worded = wordAttribution(finding.attribution, source, waivers, locale);
  const terms = effectiveTerms(finding.attribution, source, waivers);
  const words = {
    quote: quote?.exact ?? null,
    proposition: finding.proposition,
    wording: worded.ok ? worded.source.wording : '',
  };
  const decision = decide([
    ...stateReasons(input),
    ...(worded.ok ? [] : worded.reasons.map((each) => ({ ...each, at: at(each.at ?? '') }))),
    ...(quote === null || isQuoteIntact(documentText(article.body).text, quote)
      ? []
      : [
          reason(
            'quote_missing',
            'The quote does not occur in the text as it is saved. Anchor it again.',
            at('quote'),
          ),
        ]),
    // A participant who was not entered cannot be searched for.
    ...participantReasons(
      article,
      findings.filter(({ state }) => needsItsQuote(state)),
      { sources, waivers, clearances },
    ),
    ...mentionReasons(
      [
        { text: words.quote ?? '', at: at('quote') },
        { text: words.proposition, at: at('proposition') },
        { text: words.wording, at: at('attribution.descriptor') },
      ].filter((each) => each.text !== ''),
      protectedStrings(sources, waivers, findings),
      { articleId: article.id, clearances },
    ),
  ]);
  return {
    ...decision,
    passage: {
      ...words,
      terms: terms?.attribution ?? 'deep_background',
      ...{ language: article.language, direction: article.direction },
    },
  };
}

/** A quote check is of words that can still go out. */
function stateReasons({ article, finding }: QuotePassageInput): Reason[] {
  if (article.state === 'retracted' || article.state === 'archived')
    return [
      reason('quote_check_over', 'An article that is retracted or archived has no quote check.'),
    ];
  if (!needsItsQuote(finding.state))
    return [
      reason('quote_check_over', `A finding that is ${finding.state} has no quote check.`, null, {
        state: finding.state,
      }),
    ];
  return [];
}
