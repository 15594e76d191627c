'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, Signature } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { AuthorDialog } from './author-dialog.tsx';

export function AuthorsScreen() {
  const filters = useFilters();
  const q = filters.get('q') ?? '';
  const opened = filters.get('open');
  const mayCreate = useMay('author.create');
  const pages = usePages(['authors', 'list', q], (cursor) =>
    viewpoints.editor.authors.list.query({
      limit: 50,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const record = useQuery({
    queryKey: ['authors', 'one', opened],
    queryFn: () => viewpoints.editor.authors.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });
  const close = () => filters.set({ open: null });
  const create = (
    <Button
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => filters.set({ open: 'new' })}
    >
      New author
    </Button>
  );

  return (
    <Page
      title="Authors"
      description="Who may be named in a byline. An author need not have an account."
      actions={create}
    >
      <SearchField
        label="Search authors"
        value={q}
        onChange={(next) => filters.set({ q: next })}
        className="mb-3 sm:max-w-80"
      />
      <RecordList
        label="Authors"
        pages={pages}
        filtered={q !== ''}
        onClear={() => filters.set({ q: null })}
        icon={Signature}
        empty={{
          title: 'No authors yet',
          text: 'An article needs a byline or a reason for none. Add the people who write for the journal.',
          action: create,
        }}
        row={(author) => (
          <ListRow
            key={author.id}
            title={author.name}
            onOpen={() => filters.set({ open: author.id })}
            meta={author.about ? <span className="line-clamp-1">{author.about}</span> : null}
          />
        )}
      />
      <OpenedRecord kind="author" opened={opened} query={record} onClose={close}>
        {(author) => <AuthorDialog key={author?.id ?? 'new'} author={author} onClose={close} />}
      </OpenedRecord>
    </Page>
  );
}
