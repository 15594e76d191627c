import type { NullResultState } from '@viewpoints/domain/null-results/null-result';
import { Badge } from '../ui/badge.tsx';

export const nullResultStates: Record<NullResultState, string> = {
  proposed: 'Proposed',
  published: 'Published',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};
const tones = {
  proposed: 'plain',
  published: 'ok',
  rejected: 'danger',
  withdrawn: 'plain',
} as const;

/** The state of a null result, and that readers have earlier words of it. */
export function NullResultBadge(props: { state: NullResultState; isPublic: boolean }) {
  const { state, isPublic } = props;
  return (
    <>
      <Badge tone={tones[state]}>{nullResultStates[state]}</Badge>
      {isPublic && state !== 'published' ? <Badge tone="ok">Earlier words public</Badge> : null}
    </>
  );
}
