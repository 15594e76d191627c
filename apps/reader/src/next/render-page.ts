import type { ReaderCalls } from '@viewpoints/api/reader-caller';
import { everythingTag, saysNotFound } from '@viewpoints/api/reader-caller';
import { finishPage } from '../cache/finish-page.ts';
import type { Rendering } from '../cache/page-cache.ts';
import type { Resource } from '../resources/resource.ts';
import { captureResponse } from './captured-response.ts';
import { removeFrameworkScripts } from './framework-scripts.ts';
import type { NextHandler } from './next-pages.ts';
import { type RenderContext, withRender } from './render-context.ts';

type Options = {
  handler: NextHandler;
  key: string;
  /** Renders a resource that is not a page of Next's. */
  make?: (() => Promise<Resource | null>) | undefined;
  /** Addresses of the site's own scripts, by name. */
  scripts: ReadonlyMap<string, string>;
  caller: { calls: (show: (tags: readonly string[]) => void) => ReaderCalls };
  /** Where readers are sent on to from an address at which nothing is. */
  findRedirect?: ((key: string) => Promise<string | null>) | undefined;
  siteUrl: string;
  keepScripts: boolean;
};

/** Renders the page of `key` and says what it shows. Throws if it could not be rendered. */
export async function renderPage(options: Options): Promise<Rendering> {
  const { handler, key, keepScripts } = options;
  const tags = new Set<string>([everythingTag]);
  const record: RenderContext = {
    calls: options.caller.calls((shown) => {
      for (const tag of shown) tags.add(tag);
    }),
    saysNotFound,
    now: new Date(),
    path: key.split('?', 1)[0] ?? '/',
    siteUrl: options.siteUrl,
    scripts: options.scripts,
    tags,
    frames: new Set(),
    status: 200,
    until: Number.POSITIVE_INFINITY,
    movedTo: null,
    failure: null,
  };
  const { status, type, body, links, dated } = await withRender(record, async () => {
    const resource = await options.make?.();
    if (resource) return { status: 200, links: undefined, dated: undefined, ...resource };
    const page = options.make === undefined ? key : '/nothing-here';
    const captured = await captureResponse(handler, page);
    return { ...captured, links: undefined, dated: undefined };
  });
  if (record.status === 404 && record.failure === null && options.findRedirect !== undefined) {
    tags.add('list:redirects');
    record.movedTo = await options.findRedirect(key);
  }
  if (record.movedTo !== null) return sendingOn(record.movedTo, tags, record.until);
  if (record.failure !== null) throw record.failure;
  if (status >= 400) throw new Error(`The page answered ${status}.`);
  const isPage = type.startsWith('text/html') && !keepScripts;
  const html = isPage ? removeFrameworkScripts(body.toString('utf8')) : body;
  const page = finishPage(record.status, type, record.status === 404 ? sameAnywhere(html) : html);
  const { searchWithoutResults } = record;
  const whole = {
    ...page,
    tags,
    ...(links === undefined ? {} : { links }),
    ...(dated === undefined ? {} : { made: record.now.getTime() }),
    ...(searchWithoutResults === undefined ? {} : { searchedInVain: searchWithoutResults }),
    ...(record.isEmbed === true ? { isEmbed: true } : {}),
    ...(record.frames.size === 0 ? {} : { frames: [...record.frames] }),
  };
  return { page: whole, tags, until: record.until };
}

/** What says that nothing is here, the same at every address: in no section of the menus. */
const sameAnywhere = (html: string | Buffer): string | Buffer =>
  typeof html === 'string' ? html.replaceAll(/ aria-current="(?:page|true)"/g, '') : html;

/** The page that sends readers on. */
export function sendingOn(location: string, tags: ReadonlySet<string>, until: number): Rendering {
  const page = finishPage(308, 'text/plain; charset=utf-8', 'Moved.\n');
  return { page: { ...page, tags, location }, tags, until };
}
