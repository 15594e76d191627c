'use client';

import type { Finding } from '@viewpoints/domain/findings/finding';
import { nameFields } from '@viewpoints/domain/findings/finding-authors';
import { useSession } from '../../../session/session-provider.tsx';
import { WhyNot } from '../../../ui/why-not.tsx';
import { oneOf } from '../../publish/whose-words.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';

/** Who wrote a finding that waits to be verified, and who can verify it. */
export function FindingWords(props: { finding: Finding; session: ArticleSession }) {
  const { me } = useSession();
  const { findingReviews, people } = props.session.data;
  const review = findingReviews[props.finding.id];
  if (!review) return null;
  const nameOf = (id: string) => (id === me.id ? 'You' : (people[id] ?? 'Somebody'));
  const written = review.authors
    .toSorted((a, b) => b.fields.length - a.fields.length)
    .map(({ id, fields }) => `${nameOf(id)} wrote ${nameFields(fields)}.`);
  const { verify } = review;
  // Users without the role learn who has it; the reason for one's own words says who wrote what.
  const lacksRole = !verify.ok && verify.reasons.every(({ code }) => code !== 'own_words');
  return (
    <div className="grid gap-1 text-ink-soft">
      {verify.ok || lacksRole ? <p>{written.join(' ')}</p> : null}
      {lacksRole && review.verifierIds.length > 0 ? (
        <p>{oneOf(review.verifierIds, people)} can verify it.</p>
      ) : null}
      {verify.ok || lacksRole ? null : <WhyNot reasons={verify.reasons} />}
    </div>
  );
}
