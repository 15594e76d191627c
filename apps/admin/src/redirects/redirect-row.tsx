'use client';

import { useQueryClient } from '@tanstack/react-query';
import type {
  ListedRedirect,
  RedirectNote,
  RedirectOrigin,
} from '@viewpoints/domain/redirects/redirect';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';

export const redirectOrigins: Record<RedirectOrigin, string> = {
  edited: 'Edited',
  slug: 'Changed slug',
  import: 'Import',
};

const notes: Record<RedirectNote, { tone: Tone; word: string; title: string }> = {
  shadowed: {
    ...{ tone: 'plain', word: 'Shadowed' },
    title: 'Readers have something at this address, and get that.',
  },
  dead_end: {
    ...{ tone: 'warn', word: 'Leads nowhere' },
    title: 'Readers have nothing at the address that it leads to.',
  },
  protected: {
    ...{ tone: 'danger', word: 'Hidden' },
    title: 'It mentions what terms protect: readers are not sent on.',
  },
};

/** The id under which a redirect is removed that no editor wrote. */
type DerivedId = Extract<
  Parameters<typeof viewpoints.editor.redirects.remove.mutate>[0]['id'],
  `${string}:${string}`
>;

/** A redirect in the list. One that follows something else can be removed, and not changed. */
export function RedirectRow(props: { redirect: ListedRedirect; onOpen: () => void }) {
  const { redirect } = props;
  const { from, to, target, origin, savedBy, savedAt } = redirect;
  const isEdited = origin === 'edited';
  return (
    <ListRow
      {...(isEdited ? { onOpen: props.onOpen } : {})}
      title={from}
      dir="ltr"
      badges={
        <>
          <Badge>{redirectOrigins[origin]}</Badge>
          {redirect.notes.map((note) => (
            <Badge key={note} tone={notes[note].tone} title={notes[note].title}>
              {notes[note].word}
            </Badge>
          ))}
        </>
      }
      meta={
        <>
          <span dir="ltr" className="break-all">
            leads to {to}
          </span>
          {target === to ? null : (
            <span dir="ltr" className="break-all">
              Ends at {target}
            </span>
          )}
          {savedBy ? <span>{savedBy.name}</span> : null}
        </>
      }
      end={
        isEdited ? (
          savedAt === null ? null : (
            <Time at={savedAt} />
          )
        ) : (
          <RemoveDerived redirect={redirect} />
        )
      }
    />
  );
}

function RemoveDerived(props: { redirect: ListedRedirect }) {
  const { id, from, to } = props.redirect;
  const queries = useQueryClient();
  const mayRemove = useMay('redirect.remove');
  const [isRemoving, setIsRemoving] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="danger-quiet"
        icon={Trash2}
        decision={mayRemove}
        onClick={() => setIsRemoving(true)}
        className="relative z-10"
      >
        Remove
      </Button>
      <ConfirmDialog
        open={isRemoving}
        onOpenChange={setIsRemoving}
        danger
        title={`Remove “${from}”?`}
        consequence={`Readers are no longer sent on to ${to}, and links to the address break. It does not come back by itself.`}
        action="Remove"
        onConfirm={async () => {
          await viewpoints.editor.redirects.remove.mutate({ id: id as DerivedId });
          await queries.invalidateQueries({ queryKey: ['redirects'] });
        }}
      />
    </>
  );
}
