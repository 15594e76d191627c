/** Longer than any address that is looked for. */
const MAX_LENGTH = 2000;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The form in which addresses of a journal's former site are compared: the path without a slash at
 * its end, decoded and in lower case; where there is none, the number of a post (`/?p=7`). Other keys
 * of the query tell where a reader came from. Null for the front page, and for what is no address.
 */
export function formerPath(target: string): string | null {
  if (target.length > MAX_LENGTH) return null;
  const url = URL.parse(target, 'https://former.example');
  if (url === null) return null;
  const path = decoded(url.pathname)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/{1,50}$/, '');
  if (path !== '') return path;
  const number = url.searchParams.get('p') ?? url.searchParams.get('page_id') ?? '';
  return /^\d{1,20}$/.test(number) ? `/?p=${number}` : null;
}
