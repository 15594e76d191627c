import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useChange } from '../data/use-change.ts';
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
  /** Reads it again, and what shows its articles: they may have another state or time. */
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['releases'] });
    void queries.invalidateQueries({ queryKey: ['articles'] });
    void queries.invalidateQueries({ queryKey: ['article'] });
    void queries.invalidateQueries({ queryKey: ['desk'] });
  };
  return { query, ...useChange(refresh), refresh };
}
