import type { IncomingMessage } from 'node:http';
import { PreviewForm } from '@viewpoints/domain/articles/article-preview';

const mostBytes = 1_000;

/** Reads the form of a preview from a request; null where it is none, or longer than one. */
export async function readPreviewForm(request: IncomingMessage): Promise<PreviewForm | null> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const form = PreviewForm.safeParse(Object.fromEntries(fields));
  return form.success ? form.data : null;
}
