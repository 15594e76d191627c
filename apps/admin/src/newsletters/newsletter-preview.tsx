'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Tabs } from '../ui/tabs.tsx';

type Form = 'desk' | 'phone' | 'text';

/** The message as it would be sent now, in the width of a desk and of a phone, and as plain text. */
export function NewsletterPreview({ id, onClose }: { id: string; onClose: () => void }) {
  const [form, setForm] = useState<Form>('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['newsletters', 'preview', id],
    queryFn: () => viewpoints.editor.newsletters.preview.query({ id }),
    gcTime: 0,
  });
  return (
    <Dialog open onOpenChange={onClose} size="lg" title="Preview">
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <SkeletonRows rows={6} />
      ) : (
        <div className="grid gap-3">
          <p>
            <span className="text-ink-soft">Subject:</span> <span dir="auto">{data.subject}</span>
          </p>
          {data.leftOut.length === 0 ? null : (
            <p className="text-danger">
              {data.leftOut.length === 1
                ? 'One item is left out: readers cannot see it.'
                : `${data.leftOut.length} items are left out: readers cannot see them.`}
            </p>
          )}
          <Tabs<Form>
            label="Message form"
            value={form}
            onChange={setForm}
            tabs={[
              { value: 'desk', label: 'Desk', panel: <Frame html={data.html} width="100%" /> },
              { value: 'phone', label: 'Phone', panel: <Frame html={data.html} width="390px" /> },
              {
                value: 'text',
                label: 'Plain text',
                panel: (
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
                  <pre tabIndex={0} className="max-h-[60vh] overflow-auto whitespace-pre-wrap">
                    {data.text}
                  </pre>
                ),
              },
            ]}
          />
        </div>
      )}
    </Dialog>
  );
}

/** A frame that runs nothing. Its style needs the nonce of the page, whose policy it inherits. */
function Frame({ html, width }: { html: string; width: string }) {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  return (
    <iframe
      title="Message"
      sandbox=""
      srcDoc={html.replace('<style>', `<style nonce="${nonce}">`)}
      style={{ width, maxWidth: '100%' }}
      className="mx-auto block h-[60vh] rounded-md border border-line bg-white"
    />
  );
}
