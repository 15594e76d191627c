'use client';

import type { Confirmation } from '@viewpoints/domain/accounts/fresh-authentication';
import { useEffect, useState } from 'react';
import { dialogOnDemand } from '../ui/on-demand.tsx';
import { askToConfirm } from './session-fetch.ts';

const ConfirmIdentity = dialogOnDemand(
  async () => (await import('./confirm-identity.tsx')).ConfirmIdentity,
);

type Question = { by: Confirmation; answer: (given: boolean) => void };

/**
 * Prompts over the page for a password or a code, if a call needs a fresh authentication. The call
 * then goes on by itself; if the user cancels, it is refused and the page behind stays.
 */
export function ConfirmIdentityDialog() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => askToConfirm((by) => new Promise((answer) => setQuestion({ by, answer }))), []);
  const close = (given: boolean) => {
    question?.answer(given);
    setQuestion(null);
  };
  return question === null ? null : (
    <ConfirmIdentity
      by={question.by}
      onConfirmed={() => close(true)}
      onClose={() => close(false)}
    />
  );
}
