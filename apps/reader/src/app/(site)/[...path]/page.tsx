import { AboutPage } from '../../../components/about/about-page.tsx';
import { NothingHere } from '../../../components/shared/nothing-here.tsx';
import { findForPage, sendOnIfMoved } from '../../../next/reader-api.ts';

/** A page of the journal about itself, at an address that the server has found one at. */
export default async function Page({ params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const slug = path.at(-1) ?? '';
  const found = await findForPage((api) => api.pages.bySlug({ slug }));
  if (found === null) return <NothingHere />;
  sendOnIfMoved(path.join('/'), found.path, (now) => `/${now}`);
  return <AboutPage page={found} />;
}
