import type { FindingView } from './finding-view.ts';

/**
 * Gives the findings of one version of an article the figures that readers see next to them, from 1
 * without gaps, and puts them in that order: those whose words stand in its text in the order of
 * the text, then those that quote nothing. One whose words are not in this text, because the
 * finding was replaced and the sentence changed, has no figure (`null`) and comes last; so has one
 * of which nothing may be shown.
 *
 * The figure does not depend on whether a finding was replaced: a replacement that is under embargo
 * must not show in the figures of what it replaces.
 *
 * @param version.text the version's normalised plain text, as in `ArticleView`
 * @param version.findings what the version shows; those that quote nothing stay in this order
 */
export function numberFindings(version: {
  text: string;
  findings: readonly FindingView[];
}): FindingView[] {
  const { text, findings } = version;
  const inText = findings
    .filter((finding) => isInText(finding, text))
    .toSorted((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
  const unquoted = findings.filter((finding) => finding.quote === null && saysSomething(finding));
  const numbered = [...inText, ...unquoted];
  const others = findings.filter((finding) => !numbered.includes(finding));
  return [
    ...numbered.map((finding, index) => ({ ...finding, number: index + 1 })),
    ...others.map((finding) => ({ ...finding, number: null })),
  ];
}

/**
 * Whether a finding counts among those of the version it is shown with ("7 findings"): it was not
 * corrected, and its quote is in the text, or it quotes nothing and was not replaced.
 */
export function countsInVersion({ number, quote, state }: FindingView): boolean {
  if (number === null) return false;
  return state === 'published' || (state === 'superseded' && quote !== null);
}

function isInText({ quote }: FindingView, text: string): boolean {
  return quote !== null && text.slice(quote.start, quote.end) === quote.exact;
}

const saysSomething = ({ proposition, state }: FindingView) =>
  proposition !== '' && state !== 'withdrawn';

const startOf = ({ quote }: FindingView) => quote?.start ?? 0;
const endOf = ({ quote }: FindingView) => quote?.end ?? 0;
