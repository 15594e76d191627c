import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ContentEncoding, chooseEncoding } from './content-encoding.ts';
import type { StaticFile } from './static-files.ts';

/** Sends a file of the build. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
): void {
  response.setHeader(
    'Cache-Control',
    file.immutable
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600, stale-while-revalidate=86400',
  );
  const coding =
    file.gzip === file.body ? 'identity' : chooseEncoding(request.headers['accept-encoding']);
  if (file.gzip !== file.body) response.setHeader('Vary', 'Accept-Encoding');
  sendBody(request, response, 200, file, coding);
}

/** Sends a short plain answer: health, refused methods, metrics. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  forms: StaticFile,
  coding: ContentEncoding,
): void {
  const body = coding === 'br' ? forms.brotli : coding === 'gzip' ? forms.gzip : forms.body;
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.writeHead(status, { 'Content-Type': forms.type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
