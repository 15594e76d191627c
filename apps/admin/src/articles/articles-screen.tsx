'use client';

import { useQuery } from '@tanstack/react-query';
import { ArticleState, Genre } from '@viewpoints/domain/articles/article';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { FilePlus2, FileText, FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { oneOf, useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { ImportWordDialog } from '../imports/on-demand.tsx';
import { dropOutline, useWordFile } from '../imports/use-word-file.tsx';
import { RecordList } from '../records/record-list.tsx';
import { searchTopics } from '../records/record-options.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { articleStates, optionsOf } from '../words.ts';
import { ArticleRow } from './article-row.tsx';
import { useNewArticle } from './use-new-article.ts';

const anyState = { value: null, label: 'Any state' };
const anyGenre = { value: null, label: 'Any genre' };

export function ArticlesScreen() {
  const filters = useFilters();
  const { me } = useSession();
  const mayCreate = useMay('article.create');
  const q = filters.get('q') ?? '';
  const state = oneOf(ArticleState.options, filters.get('state'));
  const genre = oneOf(Genre.options, filters.get('genre'));
  const mine = filters.get('mine') === '1';
  const assigned = filters.get('assigned') === '1';
  const topic = filters.get('topic');
  const filtered =
    q !== '' || state !== null || genre !== null || mine || assigned || topic !== null;

  const pages = usePages(
    ['articles', 'list', { q, state, genre, mine, assigned, topic }],
    (cursor) =>
      viewpoints.editor.articles.list.query({
        limit: 30,
        ...(q ? { q } : {}),
        ...(state ? { state } : {}),
        ...(genre ? { genre } : {}),
        ...(mine ? { mine } : {}),
        ...(assigned ? { assignee: me.id } : {}),
        ...(topic ? { topic } : {}),
        ...(cursor ? { cursor } : {}),
      }),
  );
  const chosenTopic = useQuery({
    queryKey: ['topics', 'one', topic],
    queryFn: () => viewpoints.editor.topics.get.query({ id: topic ?? '' }),
    enabled: topic !== null,
  });
  const { begin, busy } = useNewArticle();
  const mayImport = useMay('article.import');
  const [file, setFile] = useState<File | null>(null);
  const word = useWordFile(mayImport.ok, setFile);
  const router = useRouter();
  const newArticle = (
    <Button variant="primary" icon={FilePlus2} decision={mayCreate} busy={busy} onClick={begin}>
      New article
    </Button>
  );

  const actions = (
    <>
      <Button icon={FileUp} decision={mayImport} onClick={word.choose}>
        Import from Word
      </Button>
      {newArticle}
    </>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same.
    <div {...word.dropHandlers} className={word.isOver ? dropOutline : undefined}>
      <Page title="Articles" actions={actions}>
        {word.input}
        {file ? (
          <ImportWordDialog
            file={file}
            articleId={null}
            onClose={() => setFile(null)}
            onOpen={(id) => router.push(`/articles/${id}`)}
          />
        ) : null}
        <div className="mb-3 flex flex-wrap gap-2">
          <SearchField
            label="Search headlines"
            value={q}
            onChange={(next) => filters.set({ q: next })}
            className="min-w-48 flex-1 basis-60 sm:max-w-80"
          />
          <Select
            label="State"
            labelHidden
            compact
            value={state}
            onChange={(next) => filters.set({ state: next })}
            options={[anyState, ...optionsOf(articleStates)]}
          />
          <Select
            label="Genre"
            labelHidden
            compact
            value={genre}
            onChange={(next) => filters.set({ genre: next })}
            options={[anyGenre, ...optionsOf(genreLabels)]}
          />
          <Combobox
            label="Topic"
            labelHidden
            placeholder="Any topic"
            className="w-40"
            search={searchTopics}
            value={topic ? { id: topic, label: chosenTopic.data?.name ?? '…' } : null}
            onChange={(option) => filters.set({ topic: option?.id ?? null })}
          />
          <Select
            label="Owner"
            labelHidden
            compact
            value={assigned ? 'assigned' : mine ? 'mine' : 'all'}
            onChange={(next) =>
              filters.set({
                mine: next === 'mine' ? '1' : null,
                assigned: next === 'assigned' ? '1' : null,
              })
            }
            options={[
              { value: 'all', label: 'Everybody’s' },
              { value: 'mine', label: 'Mine' },
              { value: 'assigned', label: 'Assigned to me' },
            ]}
          />
        </div>
        <RecordList
          label="Articles"
          pages={pages}
          filtered={filtered}
          onClear={() =>
            filters.set({
              ...{ q: null, state: null, genre: null, mine: null, assigned: null, topic: null },
            })
          }
          icon={FileText}
          empty={{
            title: 'No articles yet',
            text: 'Begin with a headline; everything else can follow. An article is written here, its findings are marked in the text, and a second person approves it.',
            action: newArticle,
          }}
          row={(article) => <ArticleRow key={article.id} article={article} />}
        />
      </Page>
    </div>
  );
}
