import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import { type Link, symmetricLinks } from './finding.ts';

/** A link as it is stored: one that reads the same both ways has its lower id first. */
export function canonicalLink(link: Link): Link {
  const isReversed = symmetricLinks.includes(link.kind) && link.to < link.from;
  return isReversed ? { from: link.to, kind: link.kind, to: link.from } : link;
}

export function sameLink(a: Link, b: Link): boolean {
  const [x, y] = [canonicalLink(a), canonicalLink(b)];
  return x.from === y.from && x.kind === y.kind && x.to === y.to;
}

/** Whether a link may be added to the existing ones; otherwise every reason why not. */
export function checkLink(link: Link, existing: readonly Link[]): Decision {
  const at = `findings.${link.from}.links`;
  const reasons: Reason[] = [];
  if (link.from === link.to) {
    reasons.push(reason('linked_to_itself', 'A finding cannot be linked to itself.', at));
  }
  if (existing.some((each) => sameLink(each, link))) {
    reasons.push(reason('already_linked', 'These two are linked in this way already.', at));
  }
  return decide(reasons);
}
