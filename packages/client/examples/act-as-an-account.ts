import { createViewpoints } from '@viewpoints/client';
import { attempt } from '@viewpoints/client/problem';

/** Makes a draft: an access token with the scope `write` is enough. */
export async function makeDraft(url: string, token: string, headline: string): Promise<string> {
  const viewpoints = createViewpoints({ url, token });
  const made = await attempt(viewpoints.editor.articles.create.mutate({ headline }));
  if (made.ok) return made.value.id;
  throw new Error(made.problem.reasons.map(({ message }) => message).join(' '));
}
