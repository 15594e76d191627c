import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useChange } from '../data/use-change.ts';
import { viewpoints } from '../data/viewpoints.ts';

export type ShownNullResult = Outputs['editor']['nullResults']['get'];

/** A null result as it is now, and how something is done to it. */
export function useNullResult(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['nullResults', 'one', id],
    queryFn: () => viewpoints.editor.nullResults.get.query({ id }),
    refetchInterval: 60_000,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['nullResults'] });
  return { query, ...useChange(refresh), refresh };
}
