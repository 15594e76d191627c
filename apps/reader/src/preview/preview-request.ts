import type { IncomingMessage } from 'node:http';
import { PreviewForm } from '@viewpoints/domain/articles/article-preview';
import { readForm } from '../http/read-form.ts';

const maxBytes = 1_000;

/** Reads the form of a preview from a request; null if it is none, or longer than one. */
export async function readPreviewForm(request: IncomingMessage): Promise<PreviewForm | null> {
  const fields = await readForm(request, maxBytes);
  const form = PreviewForm.safeParse(Object.fromEntries(fields ?? []));
  return form.success ? form.data : null;
}
