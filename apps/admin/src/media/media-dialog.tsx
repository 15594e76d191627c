'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FocalPoint } from '@viewpoints/domain/media/focal-point';
import { counted } from '@viewpoints/domain/text/counted';
import { useId, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { toastTrashed } from '../trash/restore.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useLeaving } from '../ui/use-leaving.tsx';
import { FocalPointField } from './focal-point-field.tsx';

type Described = {
  id: string;
  alt: string;
  credit: string | null;
  licence: string;
  licenceUntil: string | null;
  focal: FocalPoint | null;
  /** Of a PDF, which is never cropped; null for a picture. */
  pages: number | null;
  width: number;
  height: number;
};

/** The details of a picture or file, and the articles that use it. */
export function MediaDialog({ media, onClose }: { media: Described; onClose: () => void }) {
  const before = { ...media, credit: media.credit ?? '' };
  const [draft, setDraft] = useState(before);
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(before);
  const { leave, question } = useLeaving(isChanged, onClose);
  const form = useId();
  const queries = useQueryClient();
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['media'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () => {
      const { id, alt, credit, licence, licenceUntil, focal } = draft;
      return viewpoints.editor.media.save.mutate({
        ...{ id, alt, credit, licence, licenceUntil, focal },
      });
    },
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: () => viewpoints.editor.media.remove.mutate({ id: media.id }),
    onSuccess: async () => {
      toastTrashed(queries, { id: media.id, name: media.alt || 'Picture' });
      await done();
    },
  });
  const uses = useQuery({
    queryKey: ['media', 'uses', media.id],
    queryFn: () => viewpoints.editor.media.uses.query({ id: media.id }),
  });
  const isUnused = uses.data && uses.data.articles.length + uses.data.others === 0;
  return (
    <Dialog
      open
      onOpenChange={leave}
      size="sm"
      title="Details"
      footer={
        <>
          {isUnused ? (
            <Button variant="danger-quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
              Remove
            </Button>
          ) : null}
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="grid gap-4"
        error={save.error}
        onSubmit={() => {
          if (!save.isPending) save.mutate();
        }}
      >
        <TextField
          label="Description"
          rows={2}
          maxLength={1000}
          value={draft.alt}
          onChange={(alt) => set({ alt })}
        />
        <TextField
          label="Credit"
          optional
          maxLength={300}
          value={draft.credit}
          onChange={(credit) => set({ credit })}
        />
        {media.pages === null ? (
          <FocalPointField
            picture={media}
            value={draft.focal}
            onChange={(focal) => set({ focal })}
          />
        ) : null}
        <TextField
          label="Licence"
          optional
          maxLength={500}
          hint="Under which terms the journal has it. For the desk only."
          value={draft.licence}
          onChange={(licence) => set({ licence })}
        />
        <DateField
          label="Licence until"
          hint="After this day it goes out with no new version."
          value={draft.licenceUntil}
          onChange={(licenceUntil) => set({ licenceUntil })}
        />
        {save.error || remove.error ? <ErrorNote error={save.error ?? remove.error} /> : null}
      </Form>
      <section aria-label="Where used" className="mt-5 border-t border-line pt-4 text-sm">
        <h3 className="mb-1.5 font-medium">Where used</h3>
        {uses.error ? (
          <ErrorNote error={uses.error} onRetry={() => void uses.refetch()} />
        ) : uses.data === undefined ? (
          <p className="text-ink-soft">Loading…</p>
        ) : isUnused ? (
          <p className="text-ink-soft">In no article.</p>
        ) : (
          <ul className="grid gap-1">
            {uses.data.articles.map(({ id, headline, isPublic }) => (
              <li key={id} className="break-words">
                <a className="underline" href={`/articles/${id}`}>
                  {headline || 'Untitled'}
                </a>{' '}
                <span className="text-ink-soft">{isPublic ? 'Published' : 'Draft'}</span>
              </li>
            ))}
            {uses.data.others > 0 ? (
              <li className="text-ink-soft">
                {counted(uses.data.others, 'article')} that you do not see
              </li>
            ) : null}
          </ul>
        )}
      </section>
      {question}
    </Dialog>
  );
}
