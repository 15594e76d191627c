import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useChange } from '../data/use-change.ts';
import { viewpoints } from '../data/viewpoints.ts';

export type ShownNewsletter = Outputs['editor']['newsletters']['get'];

/** Milliseconds between two readings of a newsletter: at any time, and while it goes out. */
const [idle, due] = [60_000, 3_000];

function refreshInterval({ newsletter: { state, sendAt } }: ShownNewsletter): number {
  if (state === 'sending') return due;
  if (state !== 'scheduled' || sendAt === null) return idle;
  return Date.parse(sendAt) - Date.now() < idle ? due : idle;
}

/** A newsletter as it is now, and how something is done to it. */
export function useNewsletter(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['newsletters', 'one', id],
    queryFn: () => viewpoints.editor.newsletters.get.query({ id }),
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : refreshInterval(state.data),
  });
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['newsletters'] });
    void queries.invalidateQueries({ queryKey: ['desk'] });
  };
  return { query, ...useChange(refresh), refresh };
}
