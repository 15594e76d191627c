'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type Author, AuthorContent } from '@viewpoints/domain/articles/article';
import { viewpoints } from '../data/viewpoints.ts';
import { NameAndSlug } from '../records/name-and-slug.tsx';
import { RecordDialog } from '../records/record-dialog.tsx';
import { suggestedSlug } from '../records/suggest-slug.ts';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { LinesField } from '../ui/lines-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

const labels = { name: 'Name', slug: 'Address', about: 'About', sameAs: 'Also found at' };

export function AuthorDialog(props: {
  author: Author | null;
  name?: string;
  onClose: () => void;
  onSaved?: (author: Author) => void;
}) {
  const queries = useQueryClient();
  const mayEdit = useMay(props.author ? 'author.edit' : 'author.create');
  const mayRemove = useMay('author.remove');
  const form = useRecordForm({
    schema: AuthorContent,
    record: props.author,
    blank: { slug: suggestedSlug(props.name ?? ''), name: props.name ?? '', about: '', sameAs: [] },
    create: (content) => viewpoints.editor.authors.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.authors.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.authors.get.query({ id }),
    queryKey: ['authors'],
    onSaved: (author) => {
      toast.done(`Saved “${author.name}”`);
      props.onSaved?.(author);
      props.onClose();
    },
  });
  return (
    <RecordDialog
      title={props.author?.name ?? 'New author'}
      form={form}
      labels={labels}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={
        props.author
          ? {
              decision: mayRemove,
              consequence:
                'The author’s page disappears. An author whom a byline names cannot be removed.',
              run: async () => {
                await viewpoints.editor.authors.remove.mutate({ id: props.author?.id ?? '' });
                await queries.invalidateQueries({ queryKey: ['authors'] });
              },
            }
          : undefined
      }
    >
      <NameAndSlug form={form} path="/people/" />
      <TextField
        label={labels.about}
        optional
        rows={3}
        maxLength={1000}
        hint="For readers, on the author’s own page."
        value={form.draft.about}
        onChange={(about) => form.set('about', about)}
        error={form.fieldError('about')}
      />
      <LinesField
        label={labels.sameAs}
        optional
        hint="Web addresses, one a line: ORCID, Wikidata, a page of their own. Readers and search engines see them."
        value={form.draft.sameAs}
        onChange={(sameAs) => form.set('sameAs', sameAs)}
        error={form.fieldError('sameAs')}
      />
    </RecordDialog>
  );
}
