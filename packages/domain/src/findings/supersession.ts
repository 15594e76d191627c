import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import { edtfBounds } from '../text/edtf.ts';
import type { Finding, Supersession } from './finding.ts';
import { findingTransition } from './finding-workflow.ts';

export type Superseding = {
  supersession: Supersession;
  old: Finding;
  new: Finding;
  /** Every supersession recorded so far. */
  existing: readonly Supersession[];
};

/**
 * Whether one finding may replace another; otherwise every reason why not. A change of position is
 * the same actor's on the same issue, and certainly later: its as-of begins after the old one's has
 * ended. A correction of our mistake needs none of that.
 */
export function checkSupersession({
  supersession,
  old,
  new: next,
  existing,
}: Superseding): Decision {
  const at = `findings.${old.id}.supersession`;
  const reasons: Reason[] = [];
  const others = existing.filter(
    (each) => each.oldId !== supersession.oldId || each.newId !== supersession.newId,
  );
  if (old.id === next.id) {
    reasons.push(reason('supersedes_itself', 'A finding cannot replace itself.', at));
  } else if (leadsTo(next.id, old.id, others)) {
    reasons.push(
      reason('supersession_cycle', 'The new finding has itself been replaced by the old one.', at),
    );
  }
  const replaced = others.find(({ oldId }) => oldId === old.id);
  if (replaced) {
    reasons.push(
      reason('already_superseded', 'Another finding has replaced this one already.', at, {
        newId: replaced.newId,
      }),
    );
  }
  if (supersession.kind === 'position_change') reasons.push(...changeReasons(old, next, at));
  return decide(reasons);
}

/**
 * Whether a finding may replace a public one: it must be publishable itself, so that no unverified
 * finding replaces another, and the words of the old one must be verified, since a replaced finding
 * can no longer be edited.
 */
export function checkReplacement({
  old,
  new: next,
}: {
  old: Pick<Finding, 'id' | 'state' | 'verifiedAt'>;
  new: Pick<Finding, 'id' | 'state'>;
}): Decision {
  const reasons: Reason[] = [];
  if (!findingTransition(next.state, 'publish').ok) {
    const at = `findings.${next.id}.verified`;
    reasons.push(reason('replacement_not_verified', 'Have the new finding verified first.', at));
  }
  if (old.state === 'published' && old.verifiedAt === null) {
    reasons.push(
      reason(
        'not_verified',
        'This finding was changed and has to be verified again.',
        `findings.${old.id}.verified`,
      ),
    );
  }
  return decide(reasons);
}

function changeReasons(old: Finding, next: Finding, at: string): Reason[] {
  const reasons: Reason[] = [];
  const before = actorsOf(old);
  if (!actorsOf(next).some((id) => before.includes(id))) {
    reasons.push(
      reason(
        'different_actor',
        'A change of position is that of the same actor. Record a correction?',
        at,
      ),
    );
  }
  if (!next.issueIds.some((id) => old.issueIds.includes(id))) {
    reasons.push(reason('different_issue', 'A change of position is on the same issue.', at));
  }
  const [then, now] = [old, next].map(({ asOf }) => (asOf === null ? null : edtfBounds(asOf)));
  if (!then || !now) {
    reasons.push(reason('as_of_missing', 'Say of both findings when the position was held.', at));
  } else if (then.to === null || now.from === null || now.from <= then.to) {
    reasons.push(
      reason(
        'as_of_not_later',
        'The new position must have been held later than the old one. Give finer dates where they overlap.',
        at,
      ),
    );
  }
  return reasons;
}

const actorsOf = ({ holders }: Finding): string[] =>
  holders.flatMap(({ actorId }) => actorId ?? []);

/** Whether following replacements from one finding arrives at another. */
function leadsTo(from: string, target: string, supersessions: readonly Supersession[]): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...supersessions.filter(({ oldId }) => oldId === id).map(({ newId }) => newId));
  }
  return false;
}
