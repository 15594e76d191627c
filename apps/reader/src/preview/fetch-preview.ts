import { previewSignatureHeader, signPreviewCall } from '@viewpoints/config/preview-signature';
import { ArticlePreview } from '@viewpoints/domain/articles/article-preview';

/** Milliseconds in which the API has to compose the views. */
const timeout = 15_000;

/** Where previews are fetched, and the secret by which the API knows its reading sites. */
export type PreviewSource = { apiUrl: string; secret: string };

/**
 * Fetches what a pass shows, which uses the pass up; null where there is nothing to show for it. The
 * reading site's role of the database plays no part in this.
 * @throws where the API cannot be reached or fails
 */
export async function fetchPreview(
  { apiUrl, secret }: PreviewSource,
  pass: string,
): Promise<ArticlePreview | null> {
  const answer = await fetch(`${apiUrl}/internal/preview`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: {
      'content-type': 'application/json',
      [previewSignatureHeader]: signPreviewCall(secret, pass),
    },
    body: JSON.stringify({ pass }),
  });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  return ArticlePreview.parse(await answer.json());
}
