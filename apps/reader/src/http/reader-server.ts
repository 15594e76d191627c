import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ReaderCaller } from '@viewpoints/api/reader-caller';
import { bringsBearerToken } from '@viewpoints/config/bearer-token';
import { createNetworkLimit, type Trust } from '@viewpoints/config/caller-network';
import { answerClientErrors } from '@viewpoints/config/client-errors';
import { limitConcurrency } from '@viewpoints/config/concurrency-limit';
import { closingOf } from '@viewpoints/config/server-closing';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import type { SharedSizes } from '@viewpoints/pictures/store/s3-store';
import type { Logger } from 'pino';
import { EdgeCaches } from '../cache/edge-caches.ts';
import { listFirstPages } from '../cache/first-pages.ts';
import { type Page, PageCache } from '../cache/page-cache.ts';
import { createPageSender } from '../cache/page-sender.ts';
import { SharedAnswers } from '../cache/shared-answers.ts';
import { startDevelopment } from '../next/next-development.ts';
import { openNextPages } from '../next/next-pages.ts';
import { renderPage } from '../next/render-page.ts';
import { VariantStore } from '../pictures/variant-store.ts';
import { answerPreview, previewPath } from '../preview/answer-preview.ts';
import { answerQuoteCheck, isQuoteCheck } from '../quote-check/answer-quote-check.ts';
import { aboutMarkdown } from '../resources/markdown.ts';
import type { Resource } from '../resources/resource.ts';
import { answerSharedPreview, isSharedPreview } from '../shared-preview/answer-shared-preview.ts';
import { answerSubscription, isSubscription } from '../subscriptions/answer-subscription.ts';
import { Visits } from '../visits/visits.ts';
import { type Address, isOfFormerSite, readAddress } from './address.ts';
import type { ApiSource } from './call-api.ts';
import { isKeptRedirect, readPageRequest, redirectFrom, sendOn, whereTo } from './found-address.ts';
import { acceptsRequest, guardConnections, serverTimeouts } from './hardening.ts';
import { listen } from './http-server.ts';
import { readMediaAddress, sendMedia } from './media.ts';
import { addressOfPage } from './page-address.ts';
import { createReaderMetrics } from './reader-metrics.ts';
import { securityHeaders } from './security-headers.ts';
import { sendFile, sendText } from './send.ts';
import {
  fontAddresses,
  readStaticFiles,
  type StaticFile,
  scriptAddresses,
  watchOwnScripts,
} from './static-files.ts';

export type ReaderServerOptions = {
  /** Directory of the app: where `.next` and `public` are. */
  dir: string;
  dev: boolean;
  /** The public address of the site, without a slash at its end. */
  siteUrl: string;
  caller: Pick<
    ReaderCaller,
    'calls' | 'findAddress' | 'findRedirect' | 'findMedia' | 'listen' | 'countVisits'
  >;
  /** Pictures, and the directory of smaller ones, which machines may share; null if none are served. */
  media: { store: MediaStore; sizes: string; sharedSizes: SharedSizes | null } | null;
  /** Proxies whose word on where a request came from is taken. */
  trust: Trust;
  /** Maximum renders for one network per minute; cached pages cost nothing. */
  networkLimit: number;
  /** The source of previews, and the admin, which alone shows them; null if there are none. */
  previews: { source: ApiSource; adminUrl: string } | null;
  /** Edge caches of this site, which are notified of changes. */
  purgeUrls: readonly string[];
  /** Opens `/metrics` to who brings it; null: nothing is measured. */
  metricsToken: string | null;
  /** Whether responses say if their page was cached. */
  showsCacheStatus?: boolean;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  cache?: { maxBytes: number; maxMissing: number };
};

export type ReaderServer = {
  /** Resolves to the port, once listening. */
  listen: (port: number, host?: string) => Promise<number>;
  close: () => Promise<void>;
  readonly cache: PageCache;
  /**
   * Resolves once it is known whether the database may be used: to a sentence that says what is
   * wrong with it, or to null if all is well or it cannot be reached.
   */
  readonly fit: Promise<string | null>;
};

/** The page of every address at which nothing is. */
const NOTHING = '/nothing-here';
/** Preloaded with the page: the fonts of every page. */
const FONTS = ['literata', 'source-sans'];
const MEGABYTE = 1024 * 1024;
const NO_TAGS: ReadonlySet<string> = new Set();
/** Most pages that are rendered again by themselves after one change. */
const MAX_WARMED = 12;
/** Milliseconds after a start in which an instance renders only requested pages. */
const WARM_UP_DELAY = 2_000;
/**
 * Pages are rendered in turn: one while another waits for the database. Begun all at once, each is
 * done when the last is; one after another, half of them are by half of that time.
 */
const TURNS = { atOnce: 2, maxWaiting: 1_000 };
/** Subscriptions that one network may ask for: each may be a message to somebody. */
const SUBSCRIBERS = { max: 10, seconds: 600 };

/** The reading site as one server: Next renders, the page cache in front of it answers. */
export async function createReaderServer(options: ReaderServerOptions): Promise<ReaderServer> {
  const { dev, dir, log, caller, siteUrl, media, trust } = options;
  const development = dev ? await startDevelopment(dir) : null;
  const handler = development?.handler ?? (await openNextPages(dir));
  const files = dev ? new Map<string, StaticFile>() : await readStaticFiles(dir);
  const scripts = scriptAddresses(files);
  const stopScripts = dev ? await watchOwnScripts(dir, files, scripts) : null;
  const cache = new PageCache({
    ...(options.cache ?? { maxBytes: 128 * MEGABYTE, maxMissing: 20_000 }),
    now: Date.now,
  });
  const shared = new SharedAnswers(
    (show) => caller.calls(show),
    () => cache.isFresh,
  );
  const { metricsToken } = options;
  const metrics =
    metricsToken === null
      ? null
      : createReaderMetrics(() => ({ ...cache.size, isFresh: cache.isFresh }), {
          readsProcess: true,
        });
  const runLimited = limitConcurrency(TURNS);
  const render = (key: string, make?: () => Promise<Resource | null>) =>
    renderPage({
      ...{ handler, key, make, caller: shared, siteUrl, scripts, keepScripts: dev },
      findRedirect: key === NOTHING ? undefined : caller.findRedirect,
    });

  const headers = securityHeaders({ secure: siteUrl.startsWith('https:'), dev });
  const fonts = fontAddresses(files, FONTS)
    .map((path) => `<${path}>; rel=preload; as=font; type="font/woff2"; crossorigin`)
    .join(', ');
  const sendPage = createPageSender(
    headers,
    fonts === '' ? [] : [['Link', fonts]],
    options.showsCacheStatus ?? false,
  );
  const unavailable = { ...(await render('/unavailable')).page, status: 503 };
  const busy = { ...(await render('/busy')).page, status: 429 };
  const limitRenders = createNetworkLimit({ max: options.networkLimit, trust });
  const limitLookups = createNetworkLimit({ max: options.networkLimit, trust });

  const limitSubscribers = createNetworkLimit({ ...SUBSCRIBERS, trust });

  let first: NodeJS.Timeout | undefined;
  const fit = Promise.withResolvers<string | null>();
  /** The problem of the database, while there is one. */
  let trouble: string | null = null;
  const edgeCaches = new EdgeCaches({ urls: options.purgeUrls, log });
  const stopListening = await caller.listen({
    onUp: () => {
      // Development renders each time: a cached page would hide an edit of its code.
      if (!dev) cache.open();
    },
    onTrouble: (error) => {
      fit.resolve(error?.message ?? null);
      if (error !== null && error.message !== trouble)
        log.error({ code: error.code }, error.message);
      trouble = error?.message ?? null;
    },
    onHeartbeat: (holds) => {
      fit.resolve(null);
      trouble = null;
      cache.renew(holds);
      if (!dev) first ??= setTimeout(renderFirst, WARM_UP_DELAY).unref();
    },
    onDown: () => {
      cache.close();
      clearTimeout(first);
      first = undefined;
      shared.clear();
      log.warn('announcements are lost: every page is rendered until they are back');
    },
    onChange: (tags) => {
      shared.drop(tags);
      const { dropped, hot } = cache.drop(tags);

      log.info({ tags, dropped }, 'changed');
      void renderAgain(hot);
      return edgeCaches.refresh(tags);
    },
  });

  const pictures =
    media === null
      ? null
      : {
          caller,
          store: media.store,
          variants: new VariantStore({
            directory: media.sizes,
            shared: media.sharedSizes,
            maxBytes: 1024 * MEGABYTE,
          }),
          onFailure: (err: unknown) => log.warn({ err }, 'could not make a picture smaller'),
        };
  await pictures?.variants
    .prepare()
    .catch((err: unknown) => log.warn({ err }, 'the directory of smaller pictures cannot be made'));
  const visits = new Visits({ siteUrl, count: caller.countVisits, log });
  visits.start();
  const showPage = (
    request: IncomingMessage,
    response: ServerResponse,
    { key, page, kept }: { key: string; page: Page; kept: boolean },
  ) => {
    if (page.status === 200 && page.type.startsWith('text/html')) visits.read(request, key);
    if (page.searchWithoutResults !== undefined)
      visits.countSearchWithoutResults(request, page.searchWithoutResults);
    // Edge caches may store for a moment what is certain to be purged when it changes, but only
    // under its canonical address, which is the one that is purged.
    const { tags = NO_TAGS } = page;
    const edgeCacheable =
      !edgeCaches.isEmpty &&
      request.url === key &&
      page.status < 400 &&
      (kept || cache.find(key) === page) &&
      edgeCaches.mayCache(tags);
    if (edgeCacheable) edgeCaches.noteSent(key, tags);
    // Set for every answer before it is known what is sent.
    if (page.isEmbed === true) response.removeHeader('X-Frame-Options');
    sendPage(request, response, page, kept, edgeCacheable);
    metrics?.countPage(kept, page.status);
  };

  const pageAt = (address: Extract<Address, { key: string }>) => {
    const { key } = address;
    const work = async () => {
      const start = performance.now();
      try {
        return await render(key, address.kind === 'resource' ? address.make : undefined);
      } finally {
        metrics?.countRender((performance.now() - start) / 1000);
      }
    };
    const made =
      address.kept === false
        ? work().then(({ page }) => page)
        : cache.make(key, () => runLimited(work));
    return made.catch((err: unknown) => {
      // Without its query: what readers search for is private.
      log.error({ err, page: key.split('?', 1)[0] }, 'could not render');
      return unavailable;
    });
  };

  /** Renders what readers come for before they come, a few at a time; the rest waits for them. */
  const renderAgain = async (keys: readonly string[]) => {
    for (const key of keys.slice(0, MAX_WARMED)) {
      const address = readAddress(key);
      if ('key' in address && cache.find(key) === null) await pageAt(address);
    }
  };

  const renderFirst = () =>
    listFirstPages(caller.calls())
      .then(renderAgain)
      .catch((err: unknown) => log.warn({ err }, 'could not render the first pages'));

  const isTooMany = (request: IncomingMessage) => limitRenders(request) > 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (request.method === 'POST' && request.url === previewPath && options.previews !== null) {
      if (limitRenders(request) > 0) return sendPage(request, response, busy, false);
      return answerPreview(request, response, {
        ...{ handler, scripts, siteUrl, dev, headers, log, ...options.previews },
        ...{ calls: () => caller.calls(), pictures },
      });
    }
    const target = request.url ?? '/';
    const path = target.split('?', 1)[0] ?? '/';
    if (isQuoteCheck(request.method, path) && options.previews !== null)
      return answerQuoteCheck(request, response, {
        ...{ source: options.previews.source, log },
        journal: () => caller.calls().journal.get(),
        isTooMany,
      });
    if (isSubscription(request.method, path) && options.previews !== null)
      return answerSubscription(request, response, {
        ...{ source: options.previews.source, log, isTooMany },
        journal: () => caller.calls().journal.get(),
        asksTooOften: (each) => limitSubscribers(each) > 0,
      });
    if (isSharedPreview(request.method, path) && options.previews !== null)
      return answerSharedPreview(request, response, {
        ...{ handler, scripts, siteUrl, dev, headers, log, pictures, isTooMany },
        ...{ source: options.previews.source, calls: () => caller.calls() },
      });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(request, response, 405, 'This site can be read, not written to.\n');
    }
    if (path === '/healthz') {
      if (trouble === null) return sendText(request, response, 200, 'ok\n');
      return sendText(request, response, 503, 'The database must not be used: see the log.\n');
    }
    if (path === '/metrics' && metrics !== null && metricsToken !== null) {
      // Who does not bring it learns nothing, not even that there are metrics.
      if (bringsBearerToken(request.headers.authorization, metricsToken)) {
        const { text, contentType } = await metrics.render();
        return sendText(request, response, 200, text, contentType);
      }
    }
    const file = files.get(path);
    if (file !== undefined) return sendFile(request, response, file);
    if (dev && path.startsWith('/_next/')) return handler(request, response);
    const picture = pictures === null ? null : readMediaAddress(path);
    if (picture !== null && pictures !== null) {
      if (await sendMedia(request, response, picture, pictures)) return;
    }
    const address = readAddress(target);
    if (address.kind === 'redirect') return sendOn(response, address.to);
    const pageRequest = readPageRequest(address, target);
    let page: Extract<Address, { key: string }> | null = null;
    if (pageRequest !== null) {
      const key = addressOfPage(pageRequest.path, pageRequest);
      const kept = path === key ? cache.find(key) : null;
      if (kept !== null) return showPage(request, response, { key, page: kept, kept: true });
    }
    if (isOfFormerSite(address, target)) {
      // What is not here is a page from the cache: finding out what was there before costs more.
      if (limitLookups(request) > 0) return sendPage(request, response, busy, false);
      const found = await caller.findAddress(target, pageRequest?.path ?? null);
      const to = whereTo(found, pageRequest);
      if (found.page !== null && to === path)
        page =
          pageRequest?.markdown === true
            ? { kind: 'resource', key: to, make: () => aboutMarkdown(pageRequest.path) }
            : { kind: 'page', key: to };
      else if (to !== null) {
        if (to !== found.redirect || !isKeptRedirect(target)) return sendOn(response, to);
        const kept = await cache.make(target, () => redirectFrom(caller, target, pageRequest));
        return showPage(request, response, { key: target, page: kept, kept: false });
      }
    }
    const nothing = { kind: 'page' as const, key: NOTHING };
    const requested = page ?? (address.kind === 'unknown' ? nothing : address);
    const { key } = requested;
    const kept = cache.find(key);
    if (kept === null && limitRenders(request) > 0) return sendPage(request, response, busy, false);
    const shown = kept ?? (await pageAt(requested));
    showPage(request, response, { key, page: shown, kept: kept !== null });
  };

  const server = createServer(serverTimeouts, (request, response) => {
    if (!acceptsRequest(request, response))
      return sendText(request, response, 505, 'This site speaks HTTP/1.1.\n');
    // Nearly every request is for a cached page under its canonical address: that is the cache key,
    // so the address need not be parsed.
    if (request.method === 'GET') {
      const key = request.url ?? '';
      const page = cache.find(key);
      if (page !== null) return showPage(request, response, { key, page, kept: true });
    }
    answer(request, response).catch((err: unknown) => {
      log.error({ err }, 'could not answer');
      if (response.headersSent) response.destroy();
      else sendText(request, response, 503, 'Something went wrong here. Please try again.\n');
    });
  });
  answerClientErrors(server);
  guardConnections(server, trust);
  const closeServer = closingOf(server, dev ? 500 : 5000);
  if (development !== null) server.on('upgrade', development.upgrade);

  return {
    cache,
    fit: fit.promise,
    listen: (port, host) => listen(server, port, host),
    close: async () => {
      await Promise.all([stopListening(), closeServer()]);
      await visits.stop();
      await stopScripts?.();
      await development?.close();
    },
  };
}
