'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { RestoredPart } from '@viewpoints/domain/articles/restore-words';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { toast } from '../../ui/toast.ts';
import { articleKey } from '../article-data.ts';
import { suggestionsRemoved } from '../saving/merged-saves.ts';

type Offer = { label: string; busy: boolean; act: () => void };

export type Restoring = {
  /** A button that restores a part. */
  offer: (label: string, part: RestoredPart) => Offer;
  restore: (part: RestoredPart) => Promise<void>;
};

/** Restores words of a version in the working copy, and reloads what is shown. */
export function useRestore(id: string, from: string): Restoring {
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const restore = async (part: RestoredPart) => {
    const restored = await viewpoints.editor.articles.history.restore.mutate({ id, from, part });
    const { left, suggestionsGone } = restored;
    const also = [
      ...(left.length > 0 ? [leftOut(left.map(({ number }) => number))] : []),
      ...(suggestionsGone > 0 ? [suggestionsRemoved(suggestionsGone)] : []),
    ];
    toast.done('Restored into the working copy.', {
      ...(also.length > 0 ? { description: also.join(' ') } : {}),
    });
    await Promise.all([
      client.invalidateQueries({ queryKey: ['revision', 'comparison', id] }),
      client.invalidateQueries({ queryKey: ['revision', 'history', id] }),
      client.invalidateQueries({ queryKey: articleKey(id) }),
    ]);
  };
  return {
    restore,
    offer: (label, part) => {
      const key = JSON.stringify(part);
      const act = async () => {
        setBusy(key);
        try {
          await restore(part);
        } catch (error) {
          toast.failed(error, 'This could not be restored.');
        } finally {
          setBusy(null);
        }
      };
      return { label, busy: busy === key, act: () => busy === null && void act() };
    },
  };
}

const leftOut = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? `Finding ${numbers[0]} keeps the wording it has now.`
    : `Findings ${new Intl.ListFormat('en-GB').format(numbers.map(String))} keep the wording they have now.`;
