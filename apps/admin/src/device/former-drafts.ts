/** Where versions before kept copies of articles. */
export const formerDatabase = 'viewpoints-article-copies';

/** Under which keys of `localStorage` they kept findings: the article, and which finding. */
export const formerKey = /^viewpoints-finding (\S+) (\S+)$/;

export async function hasFormerDatabase(): Promise<boolean> {
  const known = await indexedDB.databases();
  return known.some(({ name }) => name === formerDatabase);
}
