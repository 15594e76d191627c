import { unstatedConditions } from '@viewpoints/domain/findings/conditions-said';
import {
  conditionWords,
  findingFacts,
  modalityWords,
  registerNames,
  registerWords,
} from '@viewpoints/domain/findings/finding-labels';
import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { type ListedKind, listedKinds } from '@viewpoints/domain/kinds/listed-kinds';
import type { ReactNode } from 'react';
import { useJournal, useJournalLanguage } from '../../next/journal.ts';
import { LooseDate } from '../shared/when.tsx';

/**
 * Conditions that the proposition above does not say itself, one to a line: a position without them
 * would be another position.
 */
export function Conditions({
  finding,
}: {
  finding: Pick<FindingView, 'proposition' | 'conditions'>;
}) {
  const conditions = unstatedConditions(finding);
  if (conditions.length === 0) return null;
  return (
    <ul className="conditions">
      {conditions.map(({ kind, text }) => (
        <li key={kind + text}>
          <em>{conditionWords[kind]}</em> {text}
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** The same facts as `FindingFacts` in two sentences, for where there is little room. */
export function FindingInBrief({ finding }: { finding: FindingView }) {
  const own = useJournalLanguage(finding.language);
  const { language } = useJournal();
  const { asOf, attribution } = finding;
  const said = registerWords[finding.register];
  return (
    <>
      <p className="in-brief" {...own}>
        {said}
        {asOf === null ? null : (
          <>
            {said === null ? 'Held ' : ', '}
            <LooseDate edtf={asOf} />
          </>
        )}
        {said === null && asOf === null ? null : '.'}
        {findingFacts(finding, { language }).map(({ sentence }) => ` ${sentence}`)}
      </p>
      <p className="in-brief" {...own}>
        {attribution.named === null ? (
          attribution.wording
        ) : (
          <a href={`/sources/${attribution.named.slug}`}>{attribution.wording}</a>
        )}{' '}
        <a className="terms" href={`/about/attribution#${attribution.terms}`}>
          {attribution.termsLabel}
        </a>
      </p>
    </>
  );
}

/** The qualifications of a finding: where and when it was said, of what time it speaks, on whose word. */
export function FindingFacts({ finding }: { finding: FindingView }) {
  const { language } = useJournal();
  const { asOf, attribution, locators } = finding;
  const said = registerNames[finding.register];
  return (
    <dl className="facts">
      {asOf === null ? null : (
        <Fact name="As of">
          <LooseDate edtf={asOf} />
        </Fact>
      )}
      {said === null ? null : <Fact name="Said">{said}</Fact>}
      {findingFacts(finding, { language }).map(({ name, text }) => (
        <Fact key={name} name={name}>
          {text}
        </Fact>
      ))}
      <Fact name="Source">
        {attribution.named === null ? (
          attribution.wording
        ) : (
          <a href={`/sources/${attribution.named.slug}`}>{attribution.wording}</a>
        )}
        {locators.length === 0 ? null : <>, {locators.map(({ locator }) => locator).join('; ')}</>}
      </Fact>
      <Fact name="Terms">
        <a href={`/about/attribution#${attribution.terms}`}>{attribution.termsLabel}</a>
      </Fact>
      {finding.modality !== 'actual' ? (
        <Fact name="Certainty">{modalityWords[finding.modality]}</Fact>
      ) : null}
      {listedKinds.map(({ kind, plural }) => (
        <ListedFact key={kind} kind={kind} names={finding[plural]} />
      ))}
    </dl>
  );
}

/** What the finding is about, of one kind, with links to the pages. */
function ListedFact({ kind, names }: { kind: ListedKind; names: readonly Named[] }) {
  if (names.length === 0) return null;
  const { label, path } = kinds[kind];
  const links = names.map(({ slug, name }, index) => (
    <span key={slug}>
      {index === 0 ? null : ', '}
      <a href={`/${path}/${slug}`}>{name}</a>
    </span>
  ));
  return <Fact name={names.length === 1 ? label.one : label.many}>{links}</Fact>;
}
