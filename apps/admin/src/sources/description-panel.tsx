'use client';

import { sourceKinds } from '../form-labels.ts';
import { optionsOf } from '../options-of.ts';
import type { RecordForm } from '../records/use-record-form.ts';
import { LinesField } from '../ui/lines-field.tsx';
import { LooseDateField } from '../ui/loose-date-field.tsx';
import { Select } from '../ui/select.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type SourceDraft, sourceLabels } from './source-content.ts';

/** The description of a source: everything that would be printed of it if its terms let it be named. */
export function DescriptionPanel({ form }: { form: RecordForm<SourceDraft> }) {
  const { draft, set, fieldError } = form;
  return (
    <Panel title="What it is" padded>
      <div className="space-y-4">
        <TextField
          label={sourceLabels.title}
          required
          maxLength={300}
          value={draft.title}
          onChange={(title) => set('title', title)}
          error={fieldError('title')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={sourceLabels.kind}
            value={draft.kind}
            onChange={(kind) => set('kind', kind)}
            options={optionsOf(sourceKinds)}
          />
          <TextField
            label={sourceLabels.publisher}
            optional
            value={draft.publisher ?? ''}
            onChange={(publisher) => set('publisher', orNull(publisher))}
            error={fieldError('publisher')}
          />
          <LooseDateField
            label={sourceLabels.issued}
            optional
            hint="The date it bears."
            value={draft.issued}
            onChange={(date) => set('issued', date)}
            error={fieldError('issued')}
          />
          <LooseDateField
            label={sourceLabels.released}
            optional
            hint="A paper can be written long before it is released."
            value={draft.released}
            onChange={(date) => set('released', date)}
            error={fieldError('released')}
          />
        </div>
        <LinesField
          label={sourceLabels.authors}
          optional
          hint="One a line, as they would be printed."
          value={draft.authors}
          onChange={(authors) => set('authors', authors)}
          error={fieldError('authors')}
        />
        <TextField
          label={sourceLabels.url}
          optional
          type="url"
          value={draft.url ?? ''}
          onChange={(url) => set('url', orNull(url))}
          error={fieldError('url')}
          dir="ltr"
        />
        <TextField
          label={sourceLabels.archiveUrl}
          optional
          type="url"
          hint="Pages vanish. A copy in a web archive stays."
          value={draft.archiveUrl ?? ''}
          onChange={(url) => set('archiveUrl', orNull(url))}
          error={fieldError('archiveUrl')}
          dir="ltr"
        />
        <TextField
          label={sourceLabels.slug}
          required
          hint={`On the reading site, where its terms let it be named: /sources/${draft.slug}`}
          value={draft.slug}
          onChange={(slug) => set('slug', slug)}
          error={fieldError('slug')}
          dir="ltr"
        />
      </div>
    </Panel>
  );
}

const orNull = (text: string) => (text.trim() === '' ? null : text);
