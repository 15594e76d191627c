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
