'use client';

import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { BookOpenText, MessageSquareText, Plus } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { TermsBadge } from '../ui/state-badges.tsx';
import { Time } from '../ui/time.tsx';
import { sourceKinds } from '../words.ts';
import { DescribeSourceDialog } from './describe-source-dialog.tsx';
import { NewSourceDialog } from './new-source-dialog.tsx';

export function SourcesScreen() {
  const filters = useFilters();
  const q = filters.get('q') ?? '';
  const mayCreate = useMay('source.create');
  const mayView = useMay('source.view');
  const mayDescribe = useMay('source.describe');
  const pages = usePages(['sources', 'list', q], (cursor) =>
    viewpoints.editor.sources.list.query({
      limit: 40,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const describes = !mayCreate.ok && mayDescribe.ok;
  const create = (
    <Button
      variant="primary"
      icon={describes ? MessageSquareText : Plus}
      decision={describes ? mayDescribe : mayCreate}
      onClick={() => filters.set({ new: '1' })}
    >
      {describes ? 'Describe a source' : 'New source'}
    </Button>
  );
  return (
    <Page
      title="Sources"
      description={
        describes
          ? 'Those that may be named, and those that your own work rests on. An editor enters what is missing: describe it.'
          : 'Reports, events, interviews, releases and web pages, with the terms under which each may be used.'
      }
      actions={create}
    >
      <SearchField
        label="Search titles and publishers"
        value={q}
        onChange={(next) => filters.set({ q: next })}
        className="mb-3 sm:max-w-80"
      />
      <RecordList
        label="Sources"
        pages={pages}
        filtered={q !== ''}
        onClear={() => filters.set({ q: null })}
        icon={BookOpenText}
        empty={{
          title: 'No sources yet',
          text: 'Every finding comes from somewhere. Record the report, the meeting or the interview, and what may be said of it.',
          action: create,
        }}
        row={(source) => (
          <ListRow
            key={source.id}
            {...(mayView.ok ? { href: `/sources/${source.id}` } : {})}
            title={source.title}
            badges={<TermsBadge terms={source.terms} />}
            meta={
              <>
                <span>{sourceKinds[source.kind]}</span>
                {source.publisher ? <span dir="auto">{source.publisher}</span> : null}
                {source.issued ? <span>{looseDateInWords(source.issued, 'en')}</span> : null}
                {source.articleCount === null || source.findingCount === null ? null : (
                  <span>
                    {count(source.articleCount, 'article')}, {count(source.findingCount, 'finding')}
                  </span>
                )}
              </>
            }
            end={<Time at={source.updatedAt} />}
          />
        )}
      />
      {filters.get('new') === '1' && mayCreate.ok ? (
        <NewSourceDialog onClose={() => filters.set({ new: null })} />
      ) : null}
      {filters.get('new') === '1' && describes ? (
        <DescribeSourceDialog onClose={() => filters.set({ new: null })} />
      ) : null}
    </Page>
  );
}

const count = (n: number, word: string) => `${n} ${n === 1 ? word : `${word}s`}`;
