'use client';

import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { FilePlus2, FileText, FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { authorField, dayFields, personField, topicField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { ImportWordDialog } from '../imports/on-demand.tsx';
import { dropOutline, useWordFile } from '../imports/use-word-file.tsx';
import { articleStates, terms } from '../labels.ts';
import { BulkBar } from '../queues/bulk-bar.tsx';
import { useChosen } from '../queues/use-chosen.ts';
import { RecordList } from '../records/record-list.tsx';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { ArticleRow } from './article-row.tsx';
import { useNewArticle } from './use-new-article.ts';

/** `whose` is a person's own; the others are filters of the API. */
function useArticleFilters() {
  const mayAssign = useMay('article.assign').ok;
  return useListFilters(
    'articles',
    {
      state: { ...choice('State', 'Any state', articleStates), isMain: true },
      genre: { ...choice('Genre', 'Any genre', genreLabels), isMain: true },
      topic: { ...topicField, isMain: true },
      whose: {
        ...choice('Whose', 'Everybody’s', { mine: 'Mine', assigned: 'Assigned to me' }),
        isMain: true,
      },
      author: authorField,
      ...(mayAssign
        ? {
            owner: personField('Owner', 'Any owner'),
            assignee: personField('Assigned to', 'Assigned to anybody'),
          }
        : {}),
      terms: choice('Terms', 'Any terms', terms),
      ...dayFields('Saved'),
    },
    ListOrder.options,
  );
}

export function ArticlesScreen() {
  const { me } = useSession();
  const mayCreate = useMay('article.create');
  const filters = useArticleFilters();
  const { query, order, filtered } = filters;
  const { whose, ...narrowed } = query;
  const pages = usePages(['articles', 'list', query, order], (cursor) =>
    viewpoints.editor.articles.list.query({
      ...{ limit: 30, order, ...narrowed },
      ...(whose === 'mine' ? { mine: true } : {}),
      ...(whose === 'assigned' ? { assignee: me.id } : {}),
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );
  // Articles that the user sees only as published cannot be changed here.
  const own = pages.items.filter(({ savedBy }) => savedBy !== null);
  const mayChoose = useMay('article.assign').ok;
  const { chosen, all, none, choiceOf } = useChosen(own);
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
      <VerbButton icon={FileUp} decision={mayImport} onClick={word.choose}>
        Import from Word
      </VerbButton>
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
        <FilterBar
          filters={filters}
          searchLabel="Search headlines"
          count={pages.count}
          noun={{ one: 'article', many: 'articles' }}
        />
        {mayChoose && own.length > 0 ? (
          <div className="mb-2">
            <BulkBar articles={chosen} onAll={all} onNone={none} hasTrash />
          </div>
        ) : null}
        <RecordList
          label="Articles"
          pages={pages}
          filtered={filtered}
          onClear={filters.clear}
          icon={FileText}
          empty={{
            title: 'No articles yet',
            text: 'Begin with a headline; everything else can follow. An article is written here, its findings are marked in the text, and a second person approves it.',
            action: newArticle,
          }}
          row={(article) => (
            <ArticleRow
              key={article.id}
              article={article}
              {...(mayChoose && article.savedBy ? { choice: choiceOf(article) } : {})}
            />
          )}
        />
      </Page>
    </div>
  );
}
