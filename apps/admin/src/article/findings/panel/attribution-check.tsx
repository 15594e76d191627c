'use client';

import { useQuery } from '@tanstack/react-query';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { viewpoints } from '../../../data/viewpoints.ts';
import { disclosures } from '../../../form-labels.ts';
import { terms as termWords } from '../../../labels.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';

/**
 * For the verifier: the terms on which it was said, and the public wording. Without the right to
 * see the source, only the public wording is shown.
 */
export function AttributionCheck(props: { finding: Finding; session: ArticleSession }) {
  const { finding, session } = props;
  const shown = session.data.attributions[finding.id];
  const { sourceId } = finding.attribution;
  const source = useQuery({
    queryKey: ['source', sourceId],
    queryFn: () => viewpoints.editor.sources.get.query({ id: sourceId ?? '' }),
    enabled: sourceId !== null,
    retry: false,
  });
  if (!shown) return null;
  const own = finding.attribution.terms;
  const recorded = source.data ? termWords[source.data.terms.attribution].label : null;
  const disclosure = source.data?.terms.disclosure ?? 'clear';
  return (
    <section aria-label="Terms and readers" className="grid gap-3 rounded-md bg-sunken p-3">
      <div className="grid gap-3 min-[480px]:grid-cols-2">
        <div className="grid content-start gap-1">
          <h3 className="text-sm font-semibold">At the desk</h3>
          {source.data ? (
            <p className="break-words" dir="auto">
              {source.data.title}
            </p>
          ) : null}
          <p>
            {recorded ??
              (own ? termWords[own].label : sourceId ? 'A source of the desk' : 'No terms')}
            {recorded && own ? `; for this, ${termWords[own].label.toLowerCase()}` : ''}
          </p>
          {disclosure === 'clear' ? null : <p>{disclosures[disclosure].label}</p>}
        </div>
        <div className="grid content-start gap-1">
          <h3 className="text-sm font-semibold">For readers</h3>
          {shown.holders.map((holder) => (
            <p key={holder} className="break-words" dir="auto">
              {holder}
            </p>
          ))}
          {shown.source ? (
            <p className="break-words" dir="auto">
              {shown.source.wording}{' '}
              <span className="text-ink-soft">({shown.source.termsLabel})</span>
            </p>
          ) : (
            shown.reasons.map(({ message }) => (
              <p key={message} className="text-danger">
                {message}
              </p>
            ))
          )}
        </div>
      </div>
    </section>
  );
}
