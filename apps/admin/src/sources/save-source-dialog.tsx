'use client';

import type { Outputs } from '@viewpoints/client';
import type { SourceContent } from '@viewpoints/domain/sources/source';
import { EffectsList } from '../protection/effects-list.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { sourceLabels } from './source-content.ts';

export type SourceEffects = Outputs['editor']['sources']['effects'];

/** Whether saving does more than a form shows: something goes from readers, or waits. */
export const needsConfirmation = ({ effects, waiting }: SourceEffects): boolean =>
  effects.length > 0 || waiting.length > 0;

/** Shows, before a source is saved, what readers would no longer see and what waits for a second person. */
export function SaveSourceDialog(props: {
  preview: SourceEffects | null;
  onClose: () => void;
  onSave: () => void;
}) {
  const { preview } = props;
  const { effects = [], waiting = [], articles = 0 } = preview ?? {};
  const labels = waiting.map((field) => sourceLabels[field as keyof SourceContent]);
  return (
    <ConfirmDialog
      open={preview !== null}
      onOpenChange={props.onClose}
      title="Save these changes?"
      consequence={
        <div className="grid gap-3">
          {effects.length > 0 ? (
            <p>
              {articles === 1 ? 'One public article rests' : `${articles} public articles rest`} on
              this source. What protects more takes effect at once.
            </p>
          ) : null}
          <EffectsList effects={effects} />
          {labels.length > 0 ? (
            <p>
              {new Intl.ListFormat('en-GB').format(labels)}: this would protect less than before, so
              it waits for a second person. All else is saved now.
            </p>
          ) : null}
        </div>
      }
      action="Save"
      danger={effects.length > 0}
      onConfirm={async () => props.onSave()}
    />
  );
}
