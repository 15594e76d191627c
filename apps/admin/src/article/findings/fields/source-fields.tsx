'use client';

import { can } from '@viewpoints/domain/accounts/permissions';
import { useParams } from 'next/navigation';
import { type ComponentProps, useState } from 'react';
import { useSession } from '../../../session/session-provider.tsx';
import type { Option } from '../../../ui/combobox.tsx';
import { dialogOnDemand } from '../../../ui/on-demand.tsx';
import { useEntryLookup } from '../../entry-lookups.ts';
import { EntriesField, EntryField } from './entry-field.tsx';

const NewSourceDialog = dialogOnDemand(
  async () => (await import('../../../sources/new-source-dialog.tsx')).NewSourceDialog,
);

const DescribeSourceDialog = dialogOnDemand(
  async () => (await import('../../../sources/describe-source-dialog.tsx')).DescribeSourceDialog,
);

type Own = 'kind' | 'onCreate' | 'create' | 'createLabel';

/**
 * One source; a missing one is begun in place, with its terms, and filled in later. Who may not enter
 * any describes it for an editor.
 */
export function SourceField(props: Omit<ComponentProps<typeof EntryField>, Own>) {
  const { dialog, ...creation } = useNewSource();
  return (
    <>
      <EntryField {...props} kind="sources" {...creation} />
      {dialog}
    </>
  );
}

/** Several sources, likewise. */
export function SourcesField(props: Omit<ComponentProps<typeof EntriesField>, Own>) {
  const { dialog, ...creation } = useNewSource();
  return (
    <>
      <EntriesField {...props} kind="sources" {...creation} />
      {dialog}
    </>
  );
}

/** Opens the dialog for a new source. A title is not enough: its terms have to be chosen. */
function useNewSource() {
  const { me } = useSession();
  const { remember } = useEntryLookup('sources');
  const [openDialog, setOpenDialog] = useState<{
    title: string;
    answer: (made: Option | null) => void;
  } | null>(null);
  const enters = can(me, 'source.create', null, me).ok;
  const describes = can(me, 'source.describe', null, me).ok;
  const { id: articleId } = useParams<{ id?: string }>();
  const ask = (title: string) =>
    new Promise<Option | null>((answer) => {
      setOpenDialog({ title, answer });
    });
  const close = () => {
    openDialog?.answer(null);
    setOpenDialog(null);
  };
  const dialog = !openDialog ? null : enters ? (
    <NewSourceDialog
      title={openDialog.title}
      onSaved={({ id, title }) => {
        const made = { id, label: title };
        remember(made);
        openDialog.answer(made);
      }}
      onClose={close}
    />
  ) : (
    <DescribeSourceDialog
      what={openDialog.title}
      {...(articleId ? { articleId } : {})}
      onClose={close}
    />
  );
  return {
    dialog,
    onCreate: enters || describes ? ask : undefined,
    ...(enters ? {} : { createLabel: (text: string) => `Describe a source: “${text}”` }),
  };
}
