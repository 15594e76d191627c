import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Next's build of a page, as its adapters call it. */
type Entry = {
  handler: (
    request: IncomingMessage,
    response: ServerResponse,
    context: { waitUntil: (work: Promise<unknown>) => void; requestMeta: object },
  ) => Promise<unknown>;
};

type Page = { pattern: RegExp; file: string };

/**
 * Renders the pages that Next built, each by its own entry, as Next's deployment adapters do.
 * Next's own server would route the request, which is done already, and handle files, redirects and
 * its own caches, which takes most of a cold start and of the memory.
 * @param dir directory of the app, where `.next` is
 */
export async function openNextPages(dir: string): Promise<NextHandler> {
  const require = createRequire(join(dir, 'package.json'));
  require('next/dist/build/adapter/setup-node-env.external.js');
  const built = join(dir, '.next', 'server');
  const pages = pagesOf(JSON.parse(await readFile(join(built, 'app-paths-manifest.json'), 'utf8')));
  const relativeProjectDir = relative(process.cwd(), dir) || '.';
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const page = pages.find(({ pattern }) => pattern.test(path));
    if (page === undefined) throw new Error(`Next has built no page for ${path}.`);
    const { handler }: Entry = require(join(built, page.file));
    await handler(request, response, {
      waitUntil: (work) => void work.catch(() => {}),
      requestMeta: { relativeProjectDir },
    });
  };
}

const rankOf = (address: string): number =>
  address.split('[').length + (address.includes('[...') ? 100 : 0);

/** Pages by their address: `/(site)/articles/[slug]/page` answers at `/articles/…`. */
function pagesOf(manifest: Record<string, string>): Page[] {
  return (
    Object.entries(manifest)
      .filter(([name]) => name.endsWith('/page'))
      .map(([name, file]) => {
        const address = name.slice(0, -'/page'.length).replace(/\/\([^/]*\)/g, '');
        return { address: address === '' ? '/' : address, file };
      })
      // A literal segment comes before a placeholder, and that before one for all the rest.
      .sort((a, b) => rankOf(a.address) - rankOf(b.address))
      .map(({ address, file }) => ({
        pattern: new RegExp(
          `^${address.replace(/\[\.\.\.[^/]+\]/g, '.+').replace(/\[[^/]+\]/g, '[^/]+')}$`,
        ),
        file,
      }))
  );
}
