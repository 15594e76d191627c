'use client';

import type { Reason } from '@viewpoints/domain/refusal';
import { UserRoundPlus } from 'lucide-react';
import Link from 'next/link';
import { useMay } from '../session/use-may.ts';

const link = 'rounded-sm text-accent underline underline-offset-2 hover:text-accent-strong';

/**
 * Why something cannot be done, in words next to its button, each sentence once. If nobody else
 * could do it either, with the ways to get a second person, for those who may use them.
 */
export function WhyNot(props: { reasons: readonly Reason[] }) {
  const sentences = [...new Set(props.reasons.map(({ message }) => message))];
  if (sentences.length === 0) return null;
  const hasNobodyElse = props.reasons.some(
    ({ code, details }) =>
      code === 'own_words' && Array.isArray(details.people) && details.people.length === 0,
  );
  return (
    <div className="grid gap-1 text-ink-soft">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {hasNobodyElse ? <SecondPersonLinks /> : null}
    </div>
  );
}

/** Links to get a second person, or to work without one: none for users who may do neither. */
export function SecondPersonLinks() {
  const mayInvite = useMay('people.invite').ok;
  const mayRelax = useMay('settings.save').ok;
  if (!mayInvite && !mayRelax) return <p>An admin of the journal can do either.</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <UserRoundPlus aria-hidden className="size-4 text-ink-faint" />
      {mayInvite ? (
        <Link href="/people" className={link}>
          Invite somebody
        </Link>
      ) : null}
      {mayRelax ? (
        <Link href="/settings" className={link}>
          Open the settings
        </Link>
      ) : null}
    </p>
  );
}
