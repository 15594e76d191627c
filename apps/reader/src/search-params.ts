import { ActorSlugs, IssueBoardFilters } from '@viewpoints/domain/positions/board-filters';

/** The query as a page gets it: the server lets only known keys and valid values through. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Reads single values out of a page's query, leaving out what is not there. */
export async function readQuery<Name extends string>(
  searchParams: SearchParams,
  names: readonly Name[],
): Promise<{ [name in Name]?: string | undefined }> {
  const all = await searchParams;
  const found: { [name in Name]?: string | undefined } = {};
  for (const name of names) {
    const value = all[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

const boardKeys = ['on', 'stance', 'register', 'actorKind', 'actors', 'and'] as const;

/**
 * What a stance board is narrowed to; a form without a script gives a second actor apart (`and`), which
 * is left out where there are as many as there may be.
 */
export async function readBoardQuery(searchParams: SearchParams): Promise<IssueBoardFilters> {
  const { and, actors, ...rest } = await readQuery(searchParams, boardKeys);
  const both = ActorSlugs.safeParse([actors, and].filter((each) => each !== undefined).join(','));
  return IssueBoardFilters.parse({ ...rest, actors: both.success ? both.data : actors });
}
