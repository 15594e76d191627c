import { ArticlePreview } from '@viewpoints/domain/articles/article-preview';
import { type ApiSource, callApi } from '../http/call-api.ts';

/** Milliseconds in which the API has to compose the views. */
const timeout = 15_000;

/**
 * Fetches the content of a pass, which consumes it; null if there is nothing to show for it. The
 * reading site's role of the database plays no part in this.
 * @throws if the API cannot be reached or fails
 */
export async function fetchPreview(
  source: ApiSource,
  pass: string,
): Promise<ArticlePreview | null> {
  const answer = await callApi(source, '/internal/preview', { pass }, timeout);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  return ArticlePreview.parse(await answer.json());
}
