import { lockNewsletter, type NewsletterRow } from '@viewpoints/db/editorial/newsletters';
import type { Newsletter } from '@viewpoints/domain/newsletters/newsletter';
import {
  checkNewsletterStep,
  type NewsletterStep,
} from '@viewpoints/domain/newsletters/newsletter-workflow';
import { reason } from '@viewpoints/domain/refusal';
import { allow, type Command } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';

/** Locks a newsletter for a step, which its state has to allow; `seen` is the save that the caller has read. */
export async function lockForStep(
  { tx }: Command,
  step: NewsletterStep,
  { id, seen }: { id: string; seen?: number },
): Promise<NewsletterRow> {
  const newsletter = await lockNewsletter(tx, id);
  if (newsletter === null) throw notFound('newsletter');
  allow(checkNewsletterStep(newsletter.state, step));
  const { save } = newsletter;
  if (seen !== undefined && seen !== save)
    throw new ProblemError('stale', [
      reason('stale', 'Somebody changed the newsletter since you opened it.', null, { save, seen }),
    ]);
  return newsletter;
}

/** A newsletter as callers get it. */
export function shownNewsletter({ approvedDigest: _, ...newsletter }: NewsletterRow): Newsletter {
  return newsletter;
}
