import { createViewpoints } from '@viewpoints/client';
import { attempt } from '@viewpoints/client/problem';

/** Answers with the headline of an article: the `fetch` of a worker at the edge. */
export async function answer(
  request: Request,
  { JOURNAL }: { JOURNAL: string },
): Promise<Response> {
  const viewpoints = createViewpoints({ url: JOURNAL });
  const slug = new URL(request.url).pathname.slice(1);
  const found = await attempt(viewpoints.articles.bySlug.query({ slug }));
  if (found.ok) return new Response(found.value.headline);
  const status = found.problem.code === 'not_found' ? 404 : 502;
  return new Response(found.problem.title, { status });
}
