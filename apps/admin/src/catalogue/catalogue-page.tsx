'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useFilters } from '../data/use-filters.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Page } from '../ui/page.tsx';
import { type Catalogue, type EntrySchema, labelsOf, type StoredEntry } from './catalogue.ts';
import { EntryDialog } from './entry-dialog.tsx';

/** The screen of a kind around its list: title, a new one, and the one that the address opens. */
export function CataloguePage<
  Schema extends EntrySchema,
  Stored extends z.output<Schema> & StoredEntry,
>(props: {
  catalogue: Catalogue<Schema, Stored>;
  width?: 'full' | 'prose';
  /** Initial values of a new entry. */
  given?: Partial<z.output<Schema>>;
  /** A filter that is of no use once the dialog is closed. */
  givenBy?: string;
  children: (create: ReactNode) => ReactNode;
}) {
  const { catalogue, givenBy } = props;
  const { plural, title, one } = labelsOf(catalogue.kind);
  const filters = useFilters();
  const opened = filters.get('open');
  const mayCreate = useMay(`${catalogue.kind}.create`);
  const loaded = useQuery({
    queryKey: [plural, 'one', opened],
    queryFn: () => catalogue.api.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });
  const close = () => filters.set({ open: null, ...(givenBy ? { [givenBy]: null } : {}) });
  const create = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => filters.set({ open: 'new' })}
    >
      {`New ${one}`}
    </VerbButton>
  );
  return (
    <Page
      title={title}
      description={catalogue.description}
      actions={create}
      {...(props.width ? { width: props.width } : {})}
    >
      {props.children(create)}
      <OpenedRecord kind={one} opened={opened} query={loaded} onClose={close}>
        {(entry) => (
          <EntryDialog
            key={entry?.id ?? 'new'}
            catalogue={catalogue}
            entry={entry}
            given={props.given}
            onClose={close}
          />
        )}
      </OpenedRecord>
    </Page>
  );
}
