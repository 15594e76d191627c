import { ArchivePage } from '../../../components/archive/archive-page.tsx';
import { NothingHere } from '../../../components/shared/nothing-here.tsx';
import { findForPage } from '../../../next/reader-api.ts';
import { readQuery } from '../../../search-params.ts';

export default async function Archive({ searchParams }: PageProps<'/archive'>) {
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async ({ articles }) => ({
    page: await articles.list({ cursor, translations: 'together' }),
    months: await articles.months({ translations: 'together' }),
  }));
  return found === null ? <NothingHere /> : <ArchivePage {...found} cursor={cursor} />;
}
