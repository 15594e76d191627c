import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { findingInText } from '../finding-addresses.ts';
import { useOwnWords } from '../journal.ts';
import { Conditions } from './finding-facts.tsx';
import { Holders } from './holders.tsx';
import { StanceMark } from './stance-mark.tsx';

type Props = {
  finding: FindingView;
  level: 3 | 4;
  /** Whether it stands beside its article, whose headline need not be said again. */
  bare?: boolean;
};

/** A finding in few words, hung from its seal: who, what exactly, on what conditions, where from. */
export function FindingLine({ finding, level, bare }: Props) {
  const Heading = `h${level}` as const;
  const own = useOwnWords(finding.language);
  return (
    <article className="finding-line" lang={finding.language} dir={finding.direction}>
      <p className="finding-card-head" {...own}>
        <StanceMark stance={finding.stance} /> <Holders holders={finding.holders} />
      </p>
      <Heading className="proposition">
        <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
      </Heading>
      {bare === true ? null : (
        <>
          <Conditions finding={finding} />
          <p className="finding-card-foot">
            <a href={findingInText(finding)}>{finding.article.headline}</a>
          </p>
        </>
      )}
    </article>
  );
}
