'use client';

import type { Outputs } from '@viewpoints/client';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import type { Attribution } from '@viewpoints/domain/findings/finding';
import { blankDeskFields, blankPlainFields } from '@viewpoints/domain/findings/finding-fields';
import { findingTransition } from '@viewpoints/domain/findings/finding-workflow';
import type { FindingsChange } from '@viewpoints/domain/findings/findings-change';
import { byListedField } from '@viewpoints/domain/kinds/listed-kinds';
import { counted } from '@viewpoints/domain/text/counted';
import { type ReactNode, useState } from 'react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { terms } from '../../../labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Select } from '../../../ui/select.tsx';
import { Checkbox, Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.ts';
import { useTask } from '../../../ui/use-task.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import { EntriesField } from '../fields/entry-field.tsx';
import { HoldersField } from '../fields/holders-field.tsx';
import { SourceField } from '../fields/source-fields.tsx';
import type { FindingDraft } from '../finding-draft.ts';
import { ChangePreview } from './change-preview.tsx';
import { undoChange, undosOf } from './undo-change.ts';

type Preview = Outputs['editor']['findings']['previewMany'][number];
type Part = 'source' | 'terms' | 'descriptor' | 'holders' | 'issues' | 'reviewBy';

const blank: FindingDraft = {
  proposition: '',
  holders: [],
  ...blankPlainFields(),
  ...{ scope: null, asOf: null, consensus: null },
  ...byListedField(() => []),
  evidence: { quote: null, locators: [] },
  attribution: { sourceId: null, terms: null, descriptor: null, participantId: null },
  ...blankDeskFields(),
};

const parts: Record<Part, string> = {
  source: 'Source',
  terms: 'Terms',
  descriptor: 'Public wording',
  holders: 'Holders',
  issues: 'Issues',
  reviewBy: 'Review by',
};

/**
 * Sets the same in several findings of an article: first which and what, then the result for each,
 * in the public wording.
 */
export function ChangeSeveralDialog(props: { session: ArticleSession; onClose: () => void }) {
  const { session } = props;
  const findings = session.data.findings.filter(({ state }) => findingTransition(state, 'edit').ok);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(findings.map(({ id }) => id)),
  );
  const [on, setOn] = useState<ReadonlySet<Part>>(new Set());
  const [draft, setDraft] = useState(blank);
  const [preview, setPreview] = useState<Preview[] | null>(null);
  const { busy, error, run } = useTask();
  const picked = findings.filter(({ id }) => chosen.has(id));
  const what = counted(picked.length, 'finding');
  const fields = {
    ...{ draft, disabled: false, mayCreate: false, errorAt: () => null },
    set: (change: Partial<FindingDraft>) => setDraft({ ...draft, ...change }),
  };
  const setAttribution = (next: Partial<Attribution>) =>
    fields.set({ attribution: { ...draft.attribution, ...next } });
  const input = () => ({
    findings: picked.map(({ id, updatedAt }) => ({ id, seen: updatedAt })),
    change: changeOf(draft, on),
  });
  const look = () =>
    run(async () => {
      await session.autosave.flush();
      setPreview(await viewpoints.editor.findings.previewMany.query(input()));
    });
  const change = () =>
    run(async () => {
      const change = changeOf(draft, on);
      const changed = await session.after(() =>
        viewpoints.editor.findings.changeMany.mutate(input()),
      );
      const undos = undosOf(picked, changed, change);
      const isVoided = preview?.some(({ voids }) => voids) ?? false;
      toast.done(`${what} changed.`, {
        ...(isVoided ? { description: 'Verifications that ended do not come back.' } : {}),
        ...(undos.length === 0
          ? {}
          : {
              action: { label: 'Undo', onClick: () => void undoChange(session, undos) },
            }),
      });
      props.onClose();
    });
  const refused = preview?.some(({ reasons }) => reasons.length > 0) ?? false;

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="lg"
      title={preview ? `Change ${what}` : 'Change several findings'}
      description={
        preview
          ? 'This is what readers will be told. All of them are changed, or none.'
          : 'Choose what is to be the same in all of them. What you leave off is not changed.'
      }
      footer={
        preview ? (
          <>
            <Button key="back" onClick={() => setPreview(null)}>
              Back
            </Button>
            <Button
              key="change"
              variant="primary"
              busy={busy}
              disabled={refused}
              onClick={() => void change()}
            >
              Change {what}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={props.onClose}>Cancel</Button>
            <Button
              variant="primary"
              busy={busy}
              disabled={picked.length === 0 || on.size === 0}
              onClick={() => void look()}
            >
              Preview
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-4">
        {preview ? (
          <ChangePreview preview={preview} />
        ) : (
          <>
            <fieldset className="grid gap-2">
              <legend className="mb-2 text-sm font-semibold">Findings</legend>
              <div className="grid max-h-60 gap-2 overflow-y-auto">
                {findings.map(({ id, number, proposition }) => (
                  <Checkbox
                    key={id}
                    label={
                      <span className="break-words" dir="auto">
                        {number}. {proposition}
                      </span>
                    }
                    checked={chosen.has(id)}
                    onChange={(checked) => setChosen(toggled(chosen, id, checked))}
                  />
                ))}
              </div>
            </fieldset>
            {(Object.keys(parts) as Part[]).map((part) => (
              <Toggled
                key={part}
                label={parts[part]}
                on={on.has(part)}
                onChange={(isOn) => setOn(toggled(on, part, isOn))}
              >
                {part === 'source' ? (
                  <SourceField
                    label="Source for all"
                    value={draft.attribution.sourceId}
                    onChange={(sourceId) => setAttribution({ sourceId })}
                    placeholder="Search by title"
                  />
                ) : null}
                {part === 'terms' ? (
                  <Select<AttributionTerms | null>
                    label="Terms for all"
                    value={draft.attribution.terms}
                    onChange={(next) => setAttribution({ terms: next })}
                    options={[{ value: null, label: 'As the source’s' }, ...optionsOf(terms)]}
                    hint="Where these and the source’s differ, the narrower hold."
                  />
                ) : null}
                {part === 'descriptor' ? (
                  <TextField
                    label="Wording for all"
                    hint="For a source that may not be named. Readers see exactly this."
                    value={draft.attribution.descriptor ?? ''}
                    onChange={(text) => setAttribution({ descriptor: text === '' ? null : text })}
                    maxLength={200}
                  />
                ) : null}
                {part === 'holders' ? <HoldersField {...fields} /> : null}
                {part === 'issues' ? (
                  <EntriesField
                    kind="issues"
                    label="Issues for all"
                    value={draft.issueIds}
                    onChange={(issueIds) => fields.set({ issueIds })}
                  />
                ) : null}
                {part === 'reviewBy' ? (
                  <DateField
                    label="Day for all"
                    hint="When to look at them again. For the desk only: it voids no verification."
                    value={draft.reviewBy}
                    onChange={(reviewBy) => fields.set({ reviewBy })}
                  />
                ) : null}
              </Toggled>
            ))}
          </>
        )}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </Dialog>
  );
}

function Toggled(props: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}) {
  return (
    <section aria-label={props.label} className="grid gap-3 border-t border-line pt-3">
      <Switch
        label={`Set ${props.label.toLowerCase()}`}
        checked={props.on}
        onChange={props.onChange}
      />
      {props.on ? props.children : null}
    </section>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T, on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (on) next.add(value);
  else next.delete(value);
  return next;
}

function changeOf(draft: FindingDraft, on: ReadonlySet<Part>): FindingsChange {
  const { sourceId, terms, descriptor } = draft.attribution;
  return {
    ...(on.has('source') ? { sourceId } : {}),
    ...(on.has('terms') ? { terms } : {}),
    ...(on.has('descriptor') ? { descriptor } : {}),
    ...(on.has('holders') ? { holders: draft.holders } : {}),
    ...(on.has('issues') ? { issueIds: draft.issueIds } : {}),
    ...(on.has('reviewBy') ? { reviewBy: draft.reviewBy } : {}),
  };
}
