'use client';

import { NewsletterContent } from '@viewpoints/domain/newsletters/newsletter';
import { viewpoints } from '../data/viewpoints.ts';
import { ConflictNote } from '../records/conflict-note.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { NewsletterItems } from './newsletter-items.tsx';
import type { ShownNewsletter } from './use-newsletter.ts';

const labels = {
  subject: 'Subject',
  preheader: 'Preheader',
  language: 'Language',
  items: 'Content',
};

/** The content of a newsletter; saving makes a draft of it again. */
export function NewsletterForm(props: {
  shown: ShownNewsletter;
  onSaved: (save: number) => void;
  /** Whether something is entered that is not saved. */
  onDirty: (dirty: boolean) => void;
}) {
  const { newsletter, permissions, shown, problems } = props.shown;
  const locked = !permissions.edit.ok;
  const form = useRecordForm({
    schema: NewsletterContent,
    record: newsletter,
    blank: newsletter,
    create: async () => newsletter,
    save: (id, seen, content) => viewpoints.editor.newsletters.save.mutate({ id, seen, content }),
    reload: async (id) => (await viewpoints.editor.newsletters.get.query({ id })).newsletter,
    queryKey: ['newsletters'],
    onSaved: ({ save }) => {
      props.onDirty(false);
      toast.done('Saved.');
      props.onSaved(save);
    },
  });
  const { draft } = form;
  const set: typeof form.set = (field, value) => {
    form.set(field, value);
    props.onDirty(true);
  };
  /** What saving found wrong, or what the check found in the words that are saved. */
  const errorAt = (path: string) =>
    form.fieldError(`content.${path}`) ??
    form.fieldError(path) ??
    (form.dirty ? null : (problems.find(({ at }) => at === `newsletter.${path}`)?.message ?? null));
  return (
    <Form
      className="grid gap-5"
      error={form.error}
      onSubmit={() => {
        if (form.dirty && !form.busy) form.submit();
      }}
    >
      {form.conflict ? (
        <ConflictNote conflict={form.conflict} draft={draft} labels={labels} busy={form.busy} />
      ) : null}
      {form.error ? <ErrorNote error={form.error} /> : null}
      <Panel title="Message" padded>
        <div className="grid gap-4">
          <TextField
            label={labels.subject}
            required
            readOnly={locked}
            maxLength={150}
            dir="auto"
            value={draft.subject}
            onChange={(subject) => set('subject', subject)}
            error={errorAt('subject')}
          />
          <TextField
            label={labels.preheader}
            optional
            readOnly={locked}
            maxLength={200}
            dir="auto"
            hint="What mail programs show after the subject."
            value={draft.preheader}
            onChange={(preheader) => set('preheader', preheader)}
            error={errorAt('preheader')}
          />
          <TextField
            label={labels.language}
            required
            readOnly={locked}
            dir="ltr"
            hint="A BCP 47 tag. It goes to those who subscribed in this language."
            value={draft.language}
            onChange={(language) => set('language', language.trim())}
            error={errorAt('language')}
          />
        </div>
      </Panel>
      <NewsletterItems
        items={draft.items}
        titles={new Map(shown.map(({ id, title }) => [id, title]))}
        locked={locked}
        error={errorAt}
        onChange={(items) => set('items', items)}
      />
      {locked ? null : (
        <div>
          <Button type="submit" variant="primary" busy={form.busy} disabled={!form.dirty}>
            Save
          </Button>
        </div>
      )}
    </Form>
  );
}
