import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const prefix = '/_next/static/';

/** A year, in seconds: names of these files change with their contents. */
const maxAge = 365 * 24 * 60 * 60;

/**
 * Answers for the scripts, styles and fonts of the build in the smallest form that a browser takes.
 * Next would compress them for each request, and with gzip alone.
 * @param dir directory of this app
 * @returns a function that answers whether it has answered
 */
export function createStaticFiles(
  dir: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const serve = sirv(join(dir, '.next', 'static'), {
    ...{ brotli: true, gzip: true, extensions: [] },
    ...{ maxAge, immutable: true },
  });
  return (request, response) => {
    const address = request.url ?? '/';
    if (!address.startsWith(prefix)) return false;
    let isAnswered = true;
    request.url = address.slice(prefix.length - 1);
    serve(request, response, () => {
      isAnswered = false;
    });
    request.url = address;
    return isAnswered;
  };
}
