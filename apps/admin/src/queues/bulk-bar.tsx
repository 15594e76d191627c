'use client';

import { useState } from 'react';
import type { ArticleInList } from '../articles/article-row.tsx';
import { Button } from '../ui/button.tsx';
import { AssignManyDialog } from './assign-many-dialog.tsx';

/** What can be done with the articles that are chosen. */
export function BulkBar(props: {
  articles: readonly ArticleInList[];
  onAll: () => void;
  onNone: () => void;
}) {
  const [assigning, setAssigning] = useState(false);
  const count = props.articles.length;
  return (
    <section aria-label="Chosen articles" className="flex flex-wrap items-center gap-2">
      <p className="min-w-24 text-ink-soft" role="status">
        {count === 0 ? 'None chosen' : `${count} chosen`}
      </p>
      <Button size="sm" onClick={props.onAll}>
        Choose all
      </Button>
      <Button size="sm" disabled={count === 0} onClick={props.onNone}>
        Choose none
      </Button>
      <Button size="sm" variant="primary" disabled={count === 0} onClick={() => setAssigning(true)}>
        Assign…
      </Button>
      {assigning ? (
        <AssignManyDialog
          articles={props.articles}
          onDone={props.onNone}
          onClose={() => setAssigning(false)}
        />
      ) : null}
    </section>
  );
}
