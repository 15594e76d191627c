import { type LinkComment, SharedPreview } from '@viewpoints/domain/articles/shared-preview';
import { type ApiSource, callApi } from '../http/call-api.ts';

/** Milliseconds in which the API has to answer. */
const timeout = 15_000;

/**
 * The content of a link; null if it shows nothing.
 * @throws if the API cannot be reached or fails
 */
export async function fetchSharedPreview(
  source: ApiSource,
  token: string,
): Promise<SharedPreview | null> {
  const answer = await callApi(source, '/internal/shared-preview', { token }, timeout);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  return SharedPreview.parse(await answer.json());
}

/**
 * Submits a comment: whether it was stored, the link no longer exists, or it takes no more comments.
 * @throws if the API cannot be reached or fails
 */
export async function sendLinkComment(
  source: ApiSource,
  call: { token: string; comment: LinkComment },
): Promise<'kept' | 'over' | 'too_many'> {
  const answer = await callApi(source, '/internal/shared-preview/comment', call, timeout);
  if (answer.ok) return 'kept';
  if (answer.status === 404) return 'over';
  if (answer.status < 500) return 'too_many';
  throw new Error(`The API answered ${answer.status}.`);
}
