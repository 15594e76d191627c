'use client';

import { useQuery } from '@tanstack/react-query';
import { Journal } from '@viewpoints/domain/journal/journal';
import { viewpoints } from '../data/viewpoints.ts';
import { ConflictNote } from '../records/conflict-note.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Switch } from '../ui/switch.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { allZones } from '../ui/zoned-time.ts';
import { SettingsPage } from './settings-page.tsx';
import { SubscriptionFields } from './subscription-fields.tsx';

const labels = {
  name: 'Journal name',
  tagline: 'Tagline',
  language: 'Language',
  timeZone: 'Time zone',
  notice: 'Notice',
  contact: 'Contact',
  fourEyes: 'Four eyes',
  subscriptions: 'E-mail subscriptions',
  alertDelay: 'Alert delay',
  digestHour: 'Digest hour',
  newsletterLanguages: 'Newsletter languages',
};

type Stored = Journal & { save: number };

export function SettingsScreen() {
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => viewpoints.editor.settings.get.query(),
  });
  return (
    <SettingsPage>
      {settings.error ? (
        <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <SettingsForm key="form" journal={settings.data} />
      ) : (
        <Panel>
          <SkeletonRows />
        </Panel>
      )}
    </SettingsPage>
  );
}

function SettingsForm(props: { journal: Stored }) {
  const maySave = useMay('settings.save');
  // There is one journal, so its id is a constant, which the form requires.
  const form = useRecordForm({
    schema: Journal,
    record: { ...props.journal, id: 'journal' },
    blank: props.journal,
    create: async () => ({ ...props.journal, id: 'journal' }),
    save: async (_id, seen, content) => ({
      ...(await viewpoints.editor.settings.save.mutate({ seen, content })),
      id: 'journal',
    }),
    reload: async () => ({ ...(await viewpoints.editor.settings.get.query()), id: 'journal' }),
    queryKey: ['settings'],
    onSaved: () => toast.done('Saved. Readers see it within a second.'),
  });
  const { draft, set, fieldError } = form;
  return (
    <Form
      className="space-y-5"
      error={form.error}
      onSubmit={() => {
        if (form.dirty && !form.busy) form.submit();
      }}
    >
      {form.conflict ? (
        <ConflictNote conflict={form.conflict} draft={draft} labels={labels} busy={form.busy} />
      ) : null}
      {form.error ? <ErrorNote error={form.error} /> : null}
      <Panel title="Masthead" description="At the top of every page of the reading site." padded>
        <div className="space-y-4">
          <TextField
            label={labels.name}
            required
            maxLength={80}
            value={draft.name}
            onChange={(name) => set('name', name)}
            error={fieldError('name')}
            inputClassName="font-serif text-lg"
          />
          <TextField
            label={labels.tagline}
            required
            maxLength={200}
            value={draft.tagline}
            onChange={(tagline) => set('tagline', tagline)}
            error={fieldError('tagline')}
          />
          <TextField
            label={labels.notice}
            optional
            rows={2}
            maxLength={300}
            hint="Shown on every page, e.g. that the content is a sample. Empty for none."
            value={draft.notice}
            onChange={(notice) => set('notice', notice)}
            error={fieldError('notice')}
          />
          <TextField
            label={labels.contact}
            optional
            maxLength={320}
            hint="An e-mail or web address where readers report an error or a barrier. Shown at the foot of every page."
            value={draft.contact}
            onChange={(contact) => set('contact', contact.trim())}
            error={fieldError('contact')}
            dir="ltr"
          />
        </div>
      </Panel>
      <Panel title="Language and time" padded>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={labels.language}
            required
            hint="A BCP 47 tag: en, fr, fa-AF."
            value={draft.language}
            onChange={(language) => set('language', language.trim())}
            error={fieldError('language')}
            dir="ltr"
          />
          <Combobox
            label={labels.timeZone}
            hint="In which dates are printed and schedules are set."
            value={{ id: draft.timeZone, label: draft.timeZone.replaceAll('_', ' ') }}
            search={async (text) =>
              allZones()
                .filter((zone) =>
                  zone.toLowerCase().includes(text.toLowerCase().replaceAll(' ', '_')),
                )
                .slice(0, 60)
                .map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }))
            }
            onChange={(zone) => zone && set('timeZone', zone.id)}
            error={fieldError('timeZone')}
          />
        </div>
      </Panel>
      <Panel title="Review" padded>
        <Switch
          label="Four eyes"
          hint="Approving, verifying and signing off need a second person. Off, one person can do it all, and the record says that they did it alone."
          checked={draft.fourEyes}
          onChange={(on) => set('fourEyes', on)}
        />
      </Panel>
      <SubscriptionFields
        {...{ draft, fieldError, labels }}
        onSwitch={(on) => set('subscriptions', on)}
        onLanguages={(languages) => set('newsletterLanguages', languages)}
        onNumber={set}
      />
      <div className="sticky bottom-0 -mx-1 flex items-center justify-end gap-3 border-t border-line bg-ground px-1 py-3">
        {form.dirty ? <span className="text-sm text-ink-soft">Not saved yet</span> : null}
        <Button
          type="submit"
          variant="primary"
          busy={form.busy}
          disabled={!form.dirty}
          decision={maySave}
        >
          Save
        </Button>
      </div>
    </Form>
  );
}
