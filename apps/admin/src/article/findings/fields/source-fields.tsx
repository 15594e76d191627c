'use client';

import { can } from '@viewpoints/domain/accounts/permissions';
import { type ComponentProps, useState } from 'react';
import { useSession } from '../../../session/session-provider.tsx';
import { NewSourceDialog } from '../../../sources/new-source-dialog.tsx';
import type { Option } from '../../../ui/combobox.tsx';
import { useDirectory } from '../../directory.ts';
import { EntriesField, EntryField } from './entry-field.tsx';

type Own = 'kind' | 'onCreate' | 'create';

/** One source; a missing one is begun in place, with its terms, and filled in later. */
export function SourceField(props: Omit<ComponentProps<typeof EntryField>, Own>) {
  const { onCreate, dialog } = useNewSource();
  return (
    <>
      <EntryField {...props} kind="sources" onCreate={onCreate} />
      {dialog}
    </>
  );
}

/** Several sources, likewise. */
export function SourcesField(props: Omit<ComponentProps<typeof EntriesField>, Own>) {
  const { onCreate, dialog } = useNewSource();
  return (
    <>
      <EntriesField {...props} kind="sources" onCreate={onCreate} />
      {dialog}
    </>
  );
}

/** Asks for what a source must have. A title is not enough: its terms have to be chosen. */
function useNewSource() {
  const { me } = useSession();
  const { remember } = useDirectory('sources');
  const [asked, setAsked] = useState<{
    title: string;
    answer: (made: Option | null) => void;
  } | null>(null);
  const onCreate = can(me, 'source.create', null, me).ok
    ? (title: string) =>
        new Promise<Option | null>((answer) => {
          setAsked({ title, answer });
        })
    : undefined;
  const dialog = asked ? (
    <NewSourceDialog
      title={asked.title}
      onSaved={({ id, title }) => {
        const made = { id, label: title };
        remember(made);
        asked.answer(made);
      }}
      onClose={() => {
        asked.answer(null);
        setAsked(null);
      }}
    />
  ) : null;
  return { onCreate, dialog };
}
