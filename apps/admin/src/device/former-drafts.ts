/** The database in which earlier versions stored copies of articles. */
export const formerDatabase = 'viewpoints-article-copies';

/** Keys of `localStorage` under which they stored findings: the article, and which finding. */
export const formerKey = /^viewpoints-finding (\S+) (\S+)$/;

export async function hasFormerDatabase(): Promise<boolean> {
  const known = await indexedDB.databases();
  return known.some(({ name }) => name === formerDatabase);
}
