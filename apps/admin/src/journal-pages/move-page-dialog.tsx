'use client';

import { useQueryClient } from '@tanstack/react-query';
import { slugReasons } from '@viewpoints/domain/pages/page-path';
import { useState } from 'react';
import type { ArticleSession } from '../article/screen/use-article-session.ts';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';
import { addressUnder } from './page-tree.ts';
import { ParentField } from './parent-field.tsx';
import { usePageList } from './use-page-list.ts';

/** Moves a page under another one, under About or to the root. */
export function MovePageDialog(props: { session: ArticleSession; onClose: () => void }) {
  const { session } = props;
  const { article, place } = session.data;
  const client = useQueryClient();
  // Where it stood when the dialog was opened: who moved it since is not overruled.
  const [from] = useState(article.parent);
  const [parent, setParent] = useState(from);
  const { busy, error, run, setError } = useTask();
  const tree = usePageList().items;
  const address = addressUnder(parent, article.slug, tree);
  const isPublic = place?.published != null;
  const [reserved] = slugReasons(article.slug, parent);
  const move = () =>
    run(async () => {
      await session.after(() =>
        viewpoints.editor.articles.place.mutate({ id: session.id, parent, from }),
      );
      await invalidateKeys(client, [['articles']]);
      toast.done(`Moved. Its address is /${address}.`);
      props.onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={`Move “${article.headline || article.slug}”`}
      description={
        isPublic
          ? 'Readers get it at the new address at once, with the pages under it, and are sent on from the former address.'
          : 'This takes effect at once, with the pages under it. Readers do not have it yet.'
      }
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="move-page"
            variant="primary"
            busy={busy}
            disabled={parent === from}
          >
            Move now
          </Button>
        </>
      }
    >
      <Form
        id="move-page"
        error={error}
        onSubmit={() => {
          if (!busy && parent !== from) void move();
        }}
        className="grid gap-4"
      >
        {error ? <ErrorNote error={error} /> : null}
        <ParentField
          value={parent}
          onChange={(next) => {
            setError(null);
            setParent(next);
          }}
          own={{ id: article.id, address: place?.address ?? article.slug }}
          error={reserved?.message ?? reasonFor(error, 'parent') ?? reasonFor(error, 'slug')}
        />
        <p className="break-words text-ink-soft">
          Address: <span dir="ltr">/{address}</span>
        </p>
      </Form>
    </Dialog>
  );
}
