import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import { stableJson } from '../text/stable-json.ts';
import { fieldLabel } from '../validation/field-label.ts';
import type { ArticleContent } from './article.ts';
import { type ArticleSnapshot, compareArticles } from './compare-articles.ts';

/** Fields that a minor change may touch: slips of the pen, and what an article is filed under. */
const minorFields: ReadonlySet<keyof ArticleContent> = new Set([
  'headline',
  'standfirst',
  'section',
  'body',
  'topicIds',
  'pickIds',
  'note',
]);

/**
 * Whether the changes since the live version are so small that no notifications are needed: no
 * finding changed, nor a quote, the words around it, the byline or the sources.
 * @param live the live version; null if none is published
 */
export function checkMinor(live: ArticleSnapshot | null, next: ArticleSnapshot): Decision {
  if (live === null)
    return decide([
      reason('minor_needs_live', 'Only a next version can be a minor change.', 'minor'),
    ]);
  const difference = compareArticles(live, next, { participants: true });
  const touched = new Set([
    ...difference.findings.map(({ findingId }) => findingId),
    ...quotesTouched(live, next),
  ]);
  const numberOf = (id: string) =>
    [...next.findings, ...live.findings].find((finding) => finding.id === id)?.number ?? 0;
  const findings = [...touched].map(
    (id): Reason =>
      reason(
        'minor_touches_finding',
        `Finding ${numberOf(id)} or words that it rests on were changed. That is no minor change.`,
        `findings.${id}`,
        { findingId: id },
      ),
  );
  const fields = difference.fields
    .filter(({ field }) => !minorFields.has(field))
    .map(({ field }) =>
      reason(
        'minor_changes_field',
        `${fieldLabel([field])} was changed. That is no minor change.`,
        field,
      ),
    );
  const links =
    difference.links.length === 0
      ? []
      : [
          reason(
            'minor_changes_links',
            'Links between findings were changed. That is no minor change.',
          ),
        ];
  return decide([...findings, ...fields, ...links]);
}

/** Findings whose quote has other words before or after it than readers see there. */
function quotesTouched(live: ArticleSnapshot, next: ArticleSnapshot): string[] {
  return next.findings.flatMap(({ id, evidence: { quote } }) => {
    const was = live.findings.find((finding) => finding.id === id)?.evidence.quote ?? null;
    return stableJson(wordsRound(was)) === stableJson(wordsRound(quote)) ? [] : [id];
  });
}

const wordsRound = (quote: ArticleSnapshot['findings'][number]['evidence']['quote']) =>
  quote && [quote.prefix, quote.exact, quote.suffix];
