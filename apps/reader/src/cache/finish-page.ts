import { createHash } from 'node:crypto';
import { EncodedBody } from './encoded-body.ts';
import type { Page } from './page-cache.ts';

/** Pictures are compressed already. */
const PACKED = /^(?:image\/(?!svg)|font\/)/;

/** Makes a page of what was rendered. */
export function finishPage(status: number, type: string, content: string | Buffer): Page {
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { status, type, etag, forms: new EncodedBody(body, !PACKED.test(type)) };
}
