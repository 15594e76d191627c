import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { FindingsPage } from '../../../components/finding/findings-page.tsx';
import { NothingHere } from '../../../components/shared/nothing-here.tsx';
import { findForPage } from '../../../next/reader-api.ts';
import { readQuery } from '../../../search-params.ts';

export default async function Findings({ searchParams }: PageProps<'/findings'>) {
  const { stance, ...query } = await readQuery(searchParams, [
    'actor',
    'issue',
    'stance',
    'cursor',
  ]);
  const filter = { ...query, ...(stance === undefined ? {} : { stance: Stance.parse(stance) }) };
  const found = await findForPage(async ({ findings, navigation }) => {
    const [page, menus] = await Promise.all([findings.list(filter), navigation.findingFilters()]);
    return { page, ...menus };
  });
  return found === null ? <NothingHere /> : <FindingsPage {...found} filter={filter} />;
}
