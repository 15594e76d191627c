import { currentRender } from '../render-record.ts';
import type { DocumentRoute } from './document.ts';

/** What crawlers may ask for (RFC 9309). */
export const robots: DocumentRoute = {
  path: ['robots.txt'],
  make: async () => ({
    type: 'text/plain; charset=utf-8',
    body: `# ${currentRender().siteUrl}\nUser-agent: *\nAllow: /\n`,
  }),
};
