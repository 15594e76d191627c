import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from './page-cache.ts';
import type { StaticFile } from './static-files.ts';

type Coding = 'br' | 'gzip' | 'identity';

/** Picks the smallest form that the request's `Accept-Encoding` allows. */
export function chooseCoding(header: string | undefined): Coding {
  const offers = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => offer.split(';'));
  const accepted = (name: string) =>
    offers.some(([coding, weight]) => {
      const refused = /^\s*q=0(?:\.0{0,3})?\s*$/.test(weight ?? '');
      return coding?.trim() === name && !refused;
    });
  if (accepted('br')) return 'br';
  return accepted('gzip') ? 'gzip' : 'identity';
}

/**
 * Sends a page. A browser keeps it but asks each time whether it still stands (`no-cache`), so
 * what was withdrawn is never shown from its own store; the answer is then a 304 without a body.
 */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const coding =
    page.gzip === page.body ? 'identity' : chooseCoding(request.headers['accept-encoding']);
  const tag = `"${page.etag}${coding === 'identity' ? '' : `-${coding}`}"`;
  response.setHeader('Cache-Control', page.status >= 500 ? 'no-store' : 'no-cache');
  if (page.gzip !== page.body) response.setHeader('Vary', 'Accept-Encoding');
  if (page.location !== undefined) response.setHeader('Location', page.location);
  if (page.status === 200) {
    response.setHeader('ETag', tag);
    if (matches(request.headers['if-none-match'], page.etag)) {
      response.writeHead(304).end();
      return;
    }
  }
  sendBody(request, response, page.status, page, coding);
}

/** Sends a file of the build. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
): void {
  response.setHeader(
    'Cache-Control',
    file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  );
  const coding =
    file.gzip === file.body ? 'identity' : chooseCoding(request.headers['accept-encoding']);
  if (file.gzip !== file.body) response.setHeader('Vary', 'Accept-Encoding');
  sendBody(request, response, 200, file, coding);
}

/** Sends a short plain answer: health, refused methods. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  forms: Pick<Page, 'type' | 'body' | 'gzip' | 'brotli'>,
  coding: Coding,
): void {
  const body = coding === 'br' ? forms.brotli : coding === 'gzip' ? forms.gzip : forms.body;
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.writeHead(status, { 'Content-Type': forms.type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Weak comparison over every tag given; our codings of one page count as the same page. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined || header.length > 2000) return false;
  return header.split(',').some((part) => {
    const tag = part.trim();
    if (tag === '*') return true;
    const bare = tag.replace(/^W\//, '').replace(/^"|"$/g, '');
    return bare.replace(/-(?:br|gzip)$/, '') === etag;
  });
}
