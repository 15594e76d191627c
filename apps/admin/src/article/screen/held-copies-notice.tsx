'use client';

import { CircleAlert, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { releaseFromDevice } from '../../device/device-store.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.ts';
import type { HeldCopy, WhyHeld } from '../saving/held-copies.ts';

const sentences: Record<WhyHeld, string> = {
  newer:
    'A newer version of this page wrote something here that is only on this device. It comes into the article once this page is as new.',
  refused:
    'An earlier version of this page left something on this device that does not fit into the article.',
  incomplete:
    'Something on this device was written over a text that the server does not have. It cannot come into the article.',
};

/** Words that stay on the device, since they cannot be put into the article: to read, copy and delete. */
export function HeldCopiesNotice(props: {
  accountId: string;
  held: readonly HeldCopy[];
  onDelete: (copy: HeldCopy) => void;
}) {
  return (
    <section aria-label="Kept on device" className="mb-4 grid gap-2">
      {props.held.map((copy) => (
        <HeldCopyNotice
          key={copy.name.join(' ')}
          accountId={props.accountId}
          copy={copy}
          onDelete={() => props.onDelete(copy)}
        />
      ))}
    </section>
  );
}

function HeldCopyNotice(props: { accountId: string; copy: HeldCopy; onDelete: () => void }) {
  const { why, words, name } = props.copy;
  const [asking, setAsking] = useState(false);
  const copy = () =>
    void navigator.clipboard
      .writeText(words.join('\n\n'))
      .then(() => toast.done('Copied'))
      .catch(() =>
        toast.info('Your browser did not allow it. Select the text and copy it by hand.'),
      );
  return (
    <div className="flex gap-3 rounded-md border border-line bg-sunken px-3 py-2">
      <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
      <div className="min-w-0 flex-1">
        <p>{sentences[why]}</p>
        {words.length > 0 ? (
          <details className="mt-1">
            <summary className="w-fit cursor-pointer text-accent">Words</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
            <div tabIndex={0} className="mt-1 max-h-60 overflow-y-auto break-words">
              {words.map((text) => (
                <p key={text} dir="auto" className="mb-1.5">
                  {text}
                </p>
              ))}
            </div>
          </details>
        ) : (
          <p className="text-ink-soft">It has no words: something was deleted or moved.</p>
        )}
        <div className="mt-2 flex flex-wrap gap-2">
          {words.length > 0 ? (
            <Button size="sm" icon={Copy} onClick={copy}>
              Copy words
            </Button>
          ) : null}
          {why === 'newer' ? null : (
            <Button size="sm" icon={Trash2} onClick={() => setAsking(true)}>
              Delete…
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete these words?"
        consequence="They are only on this device and in no article. Nobody can bring them back."
        action="Delete"
        danger
        onConfirm={async () => {
          await releaseFromDevice(props.accountId, [name]);
          props.onDelete();
        }}
      />
    </div>
  );
}
