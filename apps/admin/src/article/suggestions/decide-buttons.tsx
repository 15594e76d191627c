'use client';

import type { Decision } from '@viewpoints/domain/refusal';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import type { Suggestions, Verdict } from './use-article-suggestions.ts';

const LABELS = {
  accept: { one: 'Accept', all: 'Accept all' },
  refuse: { one: 'Refuse', all: 'Refuse all' },
} as const;

/** Accept and Refuse, for one suggestion or for several, each where this person may. */
export function DecideButtons(props: {
  here: Suggestions;
  /** Whether they can be accepted as they are; undefined if that is known. */
  accepting: Decision | undefined;
  /** Names several: "all by Pia". */
  several?: string;
  onDecide: (verdict: Verdict) => Promise<void>;
}) {
  const { here, accepting, several, onDecide } = props;
  const [busy, setBusy] = useState<Verdict | null>(null);
  const button = (verdict: Verdict) => ({
    size: 'sm' as const,
    busy: busy === verdict,
    disabled: here.isOffline || busy !== null,
    onClick: async () => {
      setBusy(verdict);
      await onDecide(verdict);
      setBusy(null);
    },
    ...(several === undefined ? {} : { label: `${LABELS[verdict].one} ${several}` }),
    children: LABELS[verdict][several === undefined ? 'one' : 'all'],
  });
  return (
    <>
      {here.mayDecide('accept') ? (
        <Button {...button('accept')} icon={Check} decision={accepting} />
      ) : null}
      {here.mayDecide('refuse') ? <Button {...button('refuse')} icon={X} variant="quiet" /> : null}
    </>
  );
}
