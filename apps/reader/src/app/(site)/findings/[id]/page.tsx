import { FindingPage } from '../../../../components/finding/finding-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage } from '../../../../next/reader-api.ts';

export default async function Finding({ params }: PageProps<'/findings/[id]'>) {
  const { id } = await params;
  const page = await findForPage((api) => api.findings.byId({ id }));
  return page === null ? <NothingHere /> : <FindingPage page={page} />;
}
