import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import { findingItems, listData } from '../../structured-data/list-data.ts';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { FindingCard } from './finding-note.tsx';

type Props = {
  page: PageOf<FindingView>;
  actors: Named[];
  issues: Named[];
  filter: {
    actor?: string | undefined;
    issue?: string | undefined;
    stance?: Stance | undefined;
    cursor?: string | undefined;
  };
};

/** Every finding, newest first, narrowed by who, on what and how. */
export function FindingsPage({ page, actors, issues, filter }: Props) {
  const { cursor, ...filters } = filter;
  const filtered = Object.keys(filters).length > 0;
  const stances = Stance.options.map((slug) => ({ slug, name: stanceLabels[slug] }));
  return (
    <main id="content" className="page">
      <PageHead
        title="Findings"
        description="Reported positions: who holds them, on what conditions, on whose word."
        path="/findings"
        markdown={filtered ? undefined : markdownOf('/findings', cursor)}
        unlisted={filtered || cursor !== undefined}
        data={(siteUrl) => [
          listData(
            { title: 'Findings', path: '/findings', items: findingItems(page.items) },
            siteUrl,
          ),
        ]}
      />
      <PageHeading title="Findings">
        <p className="standfirst">
          Every position our articles report: who holds it, on what conditions, and on whose word.
          The newest come first.
        </p>
      </PageHeading>
      <form className="filters" action="/findings" method="get">
        <Choice name="actor" label="Holder" options={actors} chosen={filter.actor} />
        <Choice name="issue" label="Issue" options={issues} chosen={filter.issue} />
        <Choice name="stance" label="Stance" options={stances} chosen={filter.stance} />
        <button type="submit">Show</button>
        {filtered ? <a href="/findings">Show all</a> : null}
      </form>
      {page.items.length === 0 ? (
        <p className="empty">
          {filtered ? (
            <>
              No findings match. <a href="/findings">Show all of them.</a>
            </>
          ) : (
            'Nothing has been reported yet.'
          )}
        </p>
      ) : (
        <div className="finding-list">
          {page.items.map((finding) => (
            <FindingCard key={finding.id} finding={finding} level={2} />
          ))}
        </div>
      )}
      <Pager path="/findings" query={filters} cursor={cursor} nextCursor={page.nextCursor} />
    </main>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: readonly { slug: string; name: string }[];
  chosen: string | undefined;
};

function Choice({ name, label, options, chosen }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">Any</option>
        {options.map((option) => (
          <option key={option.slug} value={option.slug}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
