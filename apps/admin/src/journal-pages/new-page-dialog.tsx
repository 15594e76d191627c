'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { slugReasons } from '@viewpoints/domain/pages/page-path';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSuggestedSlug } from '../records/suggest-slug.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTask } from '../ui/use-task.ts';
import { addressUnder } from './page-tree.ts';
import { ParentField } from './parent-field.tsx';
import { usePageList } from './use-page-list.ts';

/** Begins a page: its title, what it stands under, and its address, which the title suggests. */
export function NewPageDialog(props: { onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [parent, setParent] = useState<PageParent>(null);
  /** What was typed as its slug; null while the title suggests it. */
  const [typed, setTyped] = useState<string | null>(null);
  const suggested = useSuggestedSlug(title);
  const slug = typed ?? suggested;
  const { busy, error, run, setError } = useTask({ endsWithSuccess: true });
  const tree = usePageList().items;
  const [reserved] = slugReasons(slug, parent);
  const create = () =>
    run(async () => {
      const page = await viewpoints.editor.articles.create.mutate({
        ...{ kind: 'page', headline: title.trim(), parent },
        ...(slug === '' ? {} : { slug }),
      });
      await invalidateKeys(client, [['articles']]);
      router.push(`/articles/${page.id}`);
    });
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      // What was refused may be right now.
      setError(null);
      set(value);
    };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="New page"
      description="A page says something about the journal itself. It is written, reviewed and published like an article."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="new-page" variant="primary" busy={busy}>
            Create page
          </Button>
        </>
      }
    >
      <Form
        id="new-page"
        error={error}
        onSubmit={() => {
          if (!busy) void create();
        }}
        className="grid gap-4"
      >
        {error ? <ErrorNote error={error} /> : null}
        <TextField
          label="Title"
          required
          autoFocus
          maxLength={200}
          value={title}
          onChange={change(setTitle)}
          error={reasonFor(error, 'headline')}
        />
        <ParentField
          value={parent}
          onChange={change(setParent)}
          error={reasonFor(error, 'parent')}
        />
        <TextField
          label="Address"
          dir="ltr"
          value={slug}
          onChange={change(setTyped)}
          hint={`On the reading site: /${addressUnder(parent, slug || '…', tree)}`}
          error={reserved?.message ?? reasonFor(error, 'slug')}
        />
      </Form>
    </Dialog>
  );
}
