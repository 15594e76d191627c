import { findingInText } from '@viewpoints/domain/findings/finding-addresses';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { Conditions } from './finding-facts.tsx';
import { FindingHead, FindingStatement } from './finding-row.tsx';

type Props = {
  finding: FindingView;
  level: 3 | 4;
  /** Whether it is shown with its article, so that the headline is left out. */
  bare?: boolean;
};

/** A finding in few words, hung from its seal: who, what exactly, on what conditions, said when and where. */
export function FindingLine({ finding, level, bare }: Props) {
  const Heading = `h${level}` as const;
  return (
    <article className="finding-line" lang={finding.language} dir={finding.direction}>
      <FindingHead finding={finding} />
      <Heading className="proposition">
        <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
      </Heading>
      <Conditions finding={finding} />
      <FindingStatement finding={finding} />
      {bare === true ? null : (
        <p className="finding-card-foot">
          <a href={findingInText(finding)}>{finding.article.headline}</a>
        </p>
      )}
    </article>
  );
}
