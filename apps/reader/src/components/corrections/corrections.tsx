import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { severityLabels } from '@viewpoints/domain/corrections/severity-labels';
import { Day } from '../shared/when.tsx';

/** One notice: what was corrected and why and, where it says so, what it was and what it is now. */
export function CorrectionNotice(props: {
  correction: CorrectionView;
  named?: boolean;
  level?: 2 | 3;
}) {
  const { correction, named, level = 3 } = props;
  const Heading = `h${level}` as const;
  // Without a title of its own it is a part of the article above it.
  const Notice = named === true ? 'article' : 'div';
  const kind =
    correction.kind === 'retraction' || correction.severity === null
      ? 'Retraction'
      : severityLabels[correction.severity];
  return (
    <Notice className="correction" data-kind={correction.kind} id={`correction-${correction.id}`}>
      <p className="rubric">
        <span>{kind}</span>
        <Day at={correction.at} />
      </p>
      {named === true ? (
        <Heading className="correction-title">
          <a href={`/articles/${correction.article.slug}`}>{correction.article.headline}</a>
        </Heading>
      ) : null}
      <p>{correction.why}</p>
      {correction.kind === 'retraction' ||
      (correction.was === '' && correction.now === '') ? null : (
        <dl className="was-now">
          {correction.was === '' ? null : (
            <div>
              <dt>Original</dt>
              <dd>
                <del>{correction.was}</del>
              </dd>
            </div>
          )}
          {correction.now === '' ? null : (
            <div>
              <dt>Corrected</dt>
              <dd>
                <ins>{correction.now}</ins>
              </dd>
            </div>
          )}
        </dl>
      )}
      {correction.findingId === null ? null : (
        <p>
          <a href={`/findings/${correction.findingId}`}>The corrected finding</a>
        </p>
      )}
    </Notice>
  );
}
