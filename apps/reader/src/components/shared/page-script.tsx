import { currentRender } from '../../next/render-context.ts';

/**
 * Puts one of the site's own scripts (`src/scripts/<name>.ts`) on a page. What it does must be an
 * addition: the page is whole without it.
 */
export function PageScript({ name }: { name: string }) {
  const src = currentRender().scripts.get(name);
  return src === undefined ? null : <script type="module" async src={src} />;
}
