import { findingInText } from '@viewpoints/domain/findings/finding-addresses';
import { findingFacts, registerWords } from '@viewpoints/domain/findings/finding-labels';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { useJournal, useJournalLanguage } from '../../next/journal.ts';
import { LooseDate } from '../shared/when.tsx';
import { FindingFlag } from './finding-flag.tsx';
import { Holders } from './holders.tsx';
import { StanceMark } from './stance-mark.tsx';

/*
 * The rows of a finding in every list: who holds it and how, above; where and when it was said and
 * on what terms, below.
 */

type Props = { finding: FindingView };

/** The stance, who holds it, and a mark if it was replaced or withdrawn. */
export function FindingHead({ finding }: Props) {
  const own = useJournalLanguage(finding.language);
  return (
    <p className="finding-card-head" {...own}>
      <StanceMark stance={finding.stance} /> <Holders holders={finding.holders} />
      <FindingFlag state={finding.state} />
    </p>
  );
}

/**
 * Where and how it was said, when it was held, and the terms: "Said in private, March 2025. Background".
 * @param props.undated if the date is shown next to it already
 */
export function FindingStatement({ finding, undated = false }: Props & { undated?: boolean }) {
  const own = useJournalLanguage(finding.language);
  const { register, asOf, attribution } = finding;
  const said = registerWords[register];
  const facts = findingFacts(finding, useJournal()).filter(({ isInRows }) => isInRows);
  const when = asOf === null ? 'date not known' : <LooseDate edtf={asOf} />;
  return (
    <p className="finding-said" {...own}>
      {said}
      {undated || (said === null && asOf === null) ? null : (
        <>
          {said === null ? 'Held ' : ', '}
          {when}
        </>
      )}
      {facts.map(({ sentence }) => ` ${sentence}`)}{' '}
      <a className="terms" href={`/about/attribution#${attribution.terms}`}>
        {attribution.termsLabel}
      </a>
    </p>
  );
}

/** The source, and the article. */
export function FindingFoot({ finding }: Props) {
  const own = useJournalLanguage(finding.language);
  return (
    <p className="finding-card-foot" {...own}>
      {finding.attribution.wording}. In{' '}
      <a href={findingInText(finding)} dir="auto">
        {finding.article.headline}
      </a>
    </p>
  );
}
