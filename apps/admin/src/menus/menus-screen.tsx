'use client';

import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { type MenuEntry, Menus } from '@viewpoints/domain/menus/menu';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { ConflictNote } from '../records/conflict-note.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { LinesField } from '../ui/lines-field.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { toast } from '../ui/toast.ts';
import { targetKey } from './find-targets.ts';
import { FootGroups } from './foot-groups.tsx';
import { type KnownTarget, type KnownTargets, MenuEntries } from './menu-entries.tsx';
import { MenuPreview } from './menu-preview.tsx';

type Stored = Outputs['editor']['menus']['get'];

const labels = { head: 'Head', foot: 'Foot', social: 'Accounts elsewhere' };

/** What stands in the head and the foot of every page of the reading site. */
export function MenusScreen() {
  const menus = useQuery({
    queryKey: ['menus'],
    queryFn: () => viewpoints.editor.menus.get.query(),
  });
  return (
    <Page
      title="Menus"
      width="prose"
      description="The links at the head and the foot of every page of the reading site."
    >
      {menus.error ? (
        <ErrorNote error={menus.error} onRetry={() => void menus.refetch()} />
      ) : menus.data ? (
        <MenusForm key="form" stored={menus.data} />
      ) : (
        <Panel>
          <SkeletonRows />
        </Panel>
      )}
    </Page>
  );
}

// There is one set of menus, so its id is a constant, which the form requires.
const recordOf = ({ save, content }: Stored) => ({ ...content, save, id: 'menus' });

function MenusForm({ stored }: { stored: Stored }) {
  const maySave = useMay('menus.save');
  const locked = !maySave.ok;
  /** Names of what was just added, by what it leads to. */
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());
  const form = useRecordForm({
    schema: Menus,
    record: recordOf(stored),
    blank: stored.content,
    create: async () => recordOf(stored),
    save: async (_id, seen, content) =>
      recordOf(await viewpoints.editor.menus.save.mutate({ seen, content })),
    reload: async () => recordOf(await viewpoints.editor.menus.get.query()),
    queryKey: ['menus'],
    onSaved: () => toast.done('Saved. Readers see it within a second.'),
  });
  const { draft, set } = form;
  const known = knownOf(stored, added);
  const error = (path: string) => form.fieldError(path) ?? form.fieldError(`content.${path}`);
  const add = (entry: MenuEntry, name: string, to: (entry: MenuEntry) => void) => {
    if (name !== '') setAdded(new Map([...added, [targetKey(entry.target), name]]));
    to(entry);
  };
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
      <Panel title="Head" description="Sections under the journal’s name, in a sheet on phones.">
        {draft.head.length === 0 ? (
          <p className="px-4 py-6 text-center text-ink-soft">
            Topics, findings, archive and corrections are listed until you add an entry.
          </p>
        ) : null}
        <MenuEntries
          label="Head"
          at="head"
          entries={draft.head}
          max={12}
          {...{ known, locked, error }}
          onChange={(head) => set('head', head)}
          onAdd={(entry, name) => add(entry, name, (one) => set('head', [...draft.head, one]))}
        />
      </Panel>
      <Panel title="Foot" description="Groups at the end of every page.">
        {draft.foot.length === 0 ? (
          <p className="px-4 pt-6 text-center text-ink-soft">
            The pages under About, corrections and lists are listed until you add a group.
          </p>
        ) : null}
        <FootGroups
          groups={draft.foot}
          {...{ known, locked, error }}
          onChange={(foot) => set('foot', foot)}
          onAdd={add}
        />
      </Panel>
      <Panel title="Accounts elsewhere" padded>
        <LinesField
          label="Addresses"
          optional
          disabled={locked}
          hint="One a line, such as https://social.example/@journal. The site’s name is shown."
          value={draft.social}
          onChange={(social) => set('social', social)}
          error={draft.social.reduce<string | null>(
            (found, _, index) => found ?? error(`social.${index}`),
            error('social'),
          )}
        />
      </Panel>
      <MenuPreview menus={draft} known={known} />
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

/** What is stored says of its entries, and what was just added is called. */
function knownOf({ content, entries }: Stored, added: ReadonlyMap<string, string>): KnownTargets {
  const stored = new Map(entries.map((entry) => [entry.at, entry]));
  const placed: [string, MenuEntry][] = [
    ...content.head.map((entry, index): [string, MenuEntry] => [`head.${index}`, entry]),
    ...content.foot.flatMap(({ entries: own }, group) =>
      own.map((entry, index): [string, MenuEntry] => [`foot.${group}.entries.${index}`, entry]),
    ),
  ];
  const known: [string, KnownTarget][] = placed.flatMap(([at, { target }]) => {
    const of = stored.get(at);
    return of === undefined ? [] : [[targetKey(target), { name: of.name, state: of.state }]];
  });
  return new Map([
    ...[...added].map(([key, name]): [string, KnownTarget] => [key, { name, state: null }]),
    ...known,
  ]);
}
