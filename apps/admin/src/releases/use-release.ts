import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';

export type ShownRelease = Outputs['editor']['releases']['get'];

/** Milliseconds between two readings: at any time, and where it goes out about now. */
const [idle, due] = [60_000, 2_000];

/** How soon a release is read again: who has it open at its time sees it go out. */
function refreshInterval({ release: { publishAt, releasedAt } }: ShownRelease): number {
  if (publishAt === null || releasedAt !== null) return idle;
  return Math.abs(Date.parse(publishAt) - Date.now()) < idle ? due : idle;
}

/** A release as it is now, and how something is done to it. */
export function useRelease(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['releases', 'one', id],
    queryFn: () => viewpoints.editor.releases.get.query({ id }),
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : refreshInterval(state.data),
  });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  /** Reads it again, and what shows its articles: they may have another state or time. */
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['releases'] });
    void queries.invalidateQueries({ queryKey: ['articles'] });
    void queries.invalidateQueries({ queryKey: ['article'] });
    void queries.invalidateQueries({ queryKey: ['desk'] });
  };
  /** Does it and shows what came of it; says whether it went through. */
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await act();
      return true;
    } catch (thrown) {
      setError(thrown);
      return false;
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  return { query, busy, error, run, refresh };
}
