import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (url: string) => readFileSync(fileURLToPath(url), 'utf8');

/** The reading site's colours and sizes, and this page's own styles. */
export const docsStyles =
  read(import.meta.resolve('@viewpoints/ui/tokens.css')) +
  read(new URL('docs.css', import.meta.url).href);
