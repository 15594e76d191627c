import { CorrectionNotice } from '../../../components/corrections/corrections.tsx';
import { NothingHere } from '../../../components/shared/nothing-here.tsx';
import { markdownOf, PageHead } from '../../../components/shared/page-head.tsx';
import { PageHeading } from '../../../components/shared/page-heading.tsx';
import { Pager } from '../../../components/shared/pager.tsx';
import { findForPage } from '../../../next/reader-api.ts';
import { readQuery } from '../../../search-params.ts';

export default async function Corrections({ searchParams }: PageProps<'/corrections'>) {
  const query = await readQuery(searchParams, ['cursor']);
  const page = await findForPage((api) => api.corrections.list(query));
  if (page === null) return <NothingHere />;
  return (
    <main id="content" className="page">
      <PageHead
        title="Corrections"
        description="What we got wrong, what it is now, and why."
        path="/corrections"
        markdown={markdownOf('/corrections', query.cursor)}
        unlisted={query.cursor !== undefined}
      />
      <PageHeading title="Corrections">
        <p className="standfirst">
          What we got wrong, what it is now, and why. Every notice stays here and on the corrected
          article; earlier versions can still be read.
        </p>
      </PageHeading>
      {page.items.length === 0 ? (
        <p className="empty">Nothing has had to be corrected yet.</p>
      ) : null}
      <div className="correction-list">
        {page.items.map((correction) => (
          <CorrectionNotice key={correction.id} correction={correction} named level={2} />
        ))}
      </div>
      <Pager path="/corrections" cursor={query.cursor} nextCursor={page.nextCursor} />
    </main>
  );
}
