import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ContentEncoding, chooseEncoding } from '../http/content-encoding.ts';
import { isAmong } from '../http/etag.ts';
import { EDGE_CACHEABLE, surrogateKey } from './edge-caches.ts';
import type { Page } from './page-cache.ts';
import { headersOfPage } from './page-headers.ts';

type Header = readonly [name: string, value: string];

/** The response for a page in one case: its headers and its bytes, ready. */
type Answer = {
  status: number;
  /** Names and values in turn, as `writeHead` takes them. */
  headers: string[];
  body: Buffer | undefined;
  /** The head that Node wrote of them in `second`, counted from 1970. */
  head: string;
  second: number;
};

/**
 * Sends a page; `kept` says whether it came from the cache, `front` whether edge caches may store
 * it until they have to revalidate.
 */
export type PageSender = (
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  kept: boolean,
  edgeCacheable?: boolean,
) => void;

/**
 * A date has a resolution of seconds, and clocks of several instances differ. So a page gets
 * `Last-Modified` only once it is this old, in milliseconds: longer than a lease and than the difference
 * of clocks. Other pages rendered in the same second, by any instance, were sent without a date.
 */
const STOOD = 10_000;

const isDated = ({ status, made }: Page, now: number): boolean =>
  status === 200 && made !== undefined && now >= made + STOOD;

/** Requested with exactly this date, the page is unchanged; an earlier or later date proves nothing. */
const dateOf = ({ made = 0 }: Page): string => new Date(made).toUTCString();

const CODINGS: readonly ContentEncoding[] = ['br', 'gzip', 'identity'];

/**
 * Creates the function that sends pages. A browser stores a page but revalidates it each time
 * (`no-cache`), so a withdrawn page is never shown from its own cache; an unchanged page is a 304
 * without a body. All that is sent is computed once for each page, encoding and case.
 * @param always headers of every response
 * @param ofPages further ones of those that are HTML
 * @param showsCacheStatus whether each response says if the page was cached: readers must not
 *   learn what others requested, so this is for operators
 * @param now the time in milliseconds
 */
export function createPageSender(
  always: readonly Header[],
  ofPages: readonly Header[],
  showsCacheStatus: boolean,
  now: () => number = Date.now,
): PageSender {
  const answers = new WeakMap<Page, Answer[]>();
  return (request, response, page, kept, edgeCacheable = false) => {
    const { packs } = page.forms;
    const coding = packs ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    const known = request.headers['if-none-match'];
    const dated = isDated(page, now());
    const unchanged =
      page.status === 200 &&
      (known === undefined
        ? dated && request.headers['if-modified-since'] === dateOf(page)
        : isAmong(known, page.etag));
    const which =
      CODINGS.indexOf(coding) * 16 +
      (dated ? 8 : 0) +
      (unchanged ? 4 : 0) +
      (kept ? 2 : 0) +
      (edgeCacheable ? 1 : 0);
    let cases = answers.get(page);
    if (cases === undefined) {
      cases = [];
      answers.set(page, cases);
    }
    let answer = cases[which];
    if (answer === undefined) {
      answer = answerOf(page, coding, {
        dated,
        unchanged,
        kept,
        edgeCacheable,
        always,
        ofPages,
        showsCacheStatus,
      });
      cases[which] = answer;
    }
    if (request.method === 'HEAD') response.writeHead(answer.status, answer.headers).end();
    else {
      writeHead(response, answer);
      response.end(answer.body);
    }
  };
}

function answerOf(
  page: Page,
  coding: ContentEncoding,
  how: {
    dated: boolean;
    unchanged: boolean;
    kept: boolean;
    edgeCacheable: boolean;
    always: readonly Header[];
    ofPages: readonly Header[];
    showsCacheStatus: boolean;
  },
): Answer {
  const headers: Header[] = [
    ...headersOfPage(how.always, page),
    // Before Cache-Control: nginx obeys the one that comes first.
    ...(how.edgeCacheable ? edgeCacheHeaders(page) : []),
    ...cacheStatus(how),
    ['Cache-Control', page.status >= 429 ? 'no-store' : 'no-cache'],
  ];
  if (page.type.startsWith('text/html')) headers.push(...how.ofPages);
  if (page.status === 503) headers.push(['Retry-After', '5']);
  if (page.status === 429) headers.push(['Retry-After', '30']);
  if (page.forms.packs) headers.push(['Vary', 'Accept-Encoding']);
  if (page.links !== undefined) headers.push(['Link', page.links]);
  if (page.location !== undefined) headers.push(['Location', page.location]);
  if (page.status === 200)
    headers.push(['ETag', `"${page.etag}${coding === 'identity' ? '' : `-${coding}`}"`]);
  if (how.dated) headers.push(['Last-Modified', dateOf(page)]);
  const body = how.unchanged ? undefined : page.forms.in(coding);
  if (body !== undefined) {
    if (coding !== 'identity') headers.push(['Content-Encoding', coding]);
    headers.push(['Content-Type', page.type], ['Content-Length', String(body.length)]);
  }
  return {
    status: how.unchanged ? 304 : page.status,
    headers: headers.flat(),
    body,
    head: '',
    second: Number.NaN,
  };
}

/** RFC 9211: whether the page was cached, if that is shown, and whether edge caches may store it. */
function cacheStatus(how: {
  kept: boolean;
  edgeCacheable: boolean;
  showsCacheStatus: boolean;
}): Header[] {
  const parameters = [
    ...(how.showsCacheStatus ? [how.kept ? 'hit' : 'fwd=miss'] : []),
    ...(how.edgeCacheable ? [EDGE_CACHEABLE] : []),
  ];
  return parameters.length === 0
    ? []
    : [['Cache-Status', ['viewpoints', ...parameters].join('; ')]];
}

/** Headers for edge caches, which remove them. */
const edgeCacheHeaders = ({ tags }: Page): Header[] => [
  ['X-Accel-Expires', '1'],
  ['Surrogate-Control', 'max-age=1'],
  ['Surrogate-Key', surrogateKey(tags ?? new Set())],
];

/**
 * Node builds the head of each response from scratch: checks each name and value, and joins them.
 * For a cached page that is a sixth of all the work, and only the second in `Date` differs; so
 * within a second the head that Node wrote is given to it again. Node has it in `_header`, which is
 * not documented, and no documented way saves the work; should the field go, `headersSent` stays
 * false and the head is written as usual.
 */
function writeHead(response: ServerResponse & { _header?: unknown }, answer: Answer): void {
  const second = Math.floor(Date.now() / 1000);
  if (response.shouldKeepAlive && answer.second === second) {
    response.statusCode = answer.status;
    response._header = answer.head;
    if (response.headersSent) return;
  }
  response.writeHead(answer.status, answer.headers);
  if (!response.shouldKeepAlive || typeof response._header !== 'string') return;
  answer.head = response._header;
  answer.second = second;
}
