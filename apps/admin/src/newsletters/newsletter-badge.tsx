import type { NewsletterState } from '@viewpoints/domain/newsletters/newsletter';
import { Badge } from '../ui/badge.tsx';

const labels: Record<NewsletterState, string> = {
  draft: 'Draft',
  submitted: 'In review',
  approved: 'Approved',
  scheduled: 'Scheduled',
  sending: 'Sending',
  sent: 'Sent',
};
const tones = {
  draft: 'plain',
  submitted: 'plain',
  approved: 'ok',
  scheduled: 'plum',
  sending: 'plum',
  sent: 'ok',
} as const;

/** The state of a newsletter, and that it did not go out, or not to everybody. */
export function NewsletterBadge(props: {
  newsletter: { state: NewsletterState; stoppedAt: string | null };
}) {
  const { state, stoppedAt } = props.newsletter;
  return (
    <>
      <Badge tone={tones[state]}>{labels[state]}</Badge>
      {stoppedAt === null ? null : <Badge tone="danger">Stopped</Badge>}
    </>
  );
}
