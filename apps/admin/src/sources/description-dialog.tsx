'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';

import { NewSourceDialog } from './new-source-dialog.tsx';
import { sourceHint } from './source-content.ts';

/** A description that waits on the desk. */
export type Description = {
  id: string;
  what: string;
  terms: string;
  article: { id: string; headline: string } | null;
  describedBy: { name: string };
};

/** A description of a source, to be entered, matched with a known one, or dismissed. */
export function DescriptionDialog(props: { description: Description; onClose: () => void }) {
  const { description, onClose } = props;
  const queries = useQueryClient();
  const [entering, setEntering] = useState(false);
  const [dismissing, setDismissing] = useState(false);
  const [known, setKnown] = useState<Option | null>(null);
  const { busy, error, run } = useTask();
  const name = description.describedBy.name;
  const main = useRef<HTMLButtonElement>(null);

  const resolve = async (sourceId: string | null) => {
    await viewpoints.editor.sources.descriptions.settle.mutate({ id: description.id, sourceId });
    await queries.invalidateQueries({ queryKey: ['desk'] });
  };
  const match = async (source: Option) => {
    await run(async () => {
      await resolve(source.id);
      toast.done(`${name} can now choose “${source.label}”`);
      onClose();
    });
  };

  if (entering)
    return (
      <NewSourceDialog
        described={description}
        onSaved={() => {
          void queries.invalidateQueries({ queryKey: ['desk'] });
          toast.done(`Entered. ${name} can now choose it.`);
        }}
        onClose={onClose}
      />
    );
  return (
    <>
      <Dialog
        open={!dismissing}
        initialFocus={main}
        onOpenChange={onClose}
        title={`${name} describes a source`}
        description={
          description.article
            ? `For “${description.article.headline || 'an untitled article'}”. For the desk alone.`
            : 'For the desk alone.'
        }
        footer={
          <>
            <Button variant="danger-quiet" onClick={() => setDismissing(true)}>
              Dismiss
            </Button>
            <Button ref={main} variant="primary" onClick={() => setEntering(true)}>
              Enter the source
            </Button>
          </>
        }
      >
        <dl className="space-y-3">
          <div>
            <dt className="text-sm font-medium text-ink-soft">What it is</dt>
            <dd className="whitespace-pre-wrap" dir="auto">
              {description.what}
            </dd>
          </div>
          <div>
            <dt className="text-sm font-medium text-ink-soft">What was agreed</dt>
            <dd className="whitespace-pre-wrap" dir="auto">
              {description.terms}
            </dd>
          </div>
        </dl>
        <div className="mt-5 grid items-end gap-2 border-t border-line pt-4 sm:grid-cols-[minmax(0,1fr)_auto]">
          <Combobox
            label="Existing source"
            placeholder="Search by title"
            value={known}
            onChange={setKnown}
            search={searchSources}
          />
          <Button
            busy={busy}
            disabled={known === null}
            onClick={() => {
              if (known) void match(known);
            }}
          >
            Use this one
          </Button>
        </div>
        {error ? <ErrorNote error={error} className="mt-3" /> : null}
      </Dialog>
      <ConfirmDialog
        open={dismissing}
        onOpenChange={setDismissing}
        danger
        title="Dismiss this description?"
        consequence={`It leaves the desk without a source. ${name} is not told why: say it to them yourself.`}
        action="Dismiss"
        onConfirm={async () => {
          await resolve(null);
          toast.done('Dismissed');
          onClose();
        }}
      />
    </>
  );
}

async function searchSources(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.sources.list.query(
    q === '' ? { limit: 20 } : { q, limit: 20 },
  );
  return items.map(({ id, title, kind, issued }) => ({
    id,
    label: title,
    hint: sourceHint(kind, issued),
  }));
}
