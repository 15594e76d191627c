import { ArchivePage } from '../../../../components/archive/archive-page.tsx';
import { NothingHere } from '../../../../components/shared/nothing-here.tsx';
import { findForPage } from '../../../../next/reader-api.ts';
import { readQuery } from '../../../../search-params.ts';

export default async function Year({ params, searchParams }: PageProps<'/archive/[year]'>) {
  const { year: within } = await params;
  const { cursor } = await readQuery(searchParams, ['cursor']);
  const found = await findForPage(async ({ articles }) => ({
    page: await articles.list({ within, cursor, translations: 'together' }),
    months: await articles.months({ translations: 'together' }),
  }));
  if (found === null || found.page.items.length === 0) return <NothingHere />;
  return <ArchivePage {...found} within={within} cursor={cursor} />;
}
