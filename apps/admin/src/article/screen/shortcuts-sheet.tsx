'use client';

import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { shortcuts } from '../editor/shortcuts.ts';

/** Every shortcut, in groups. */
export function ShortcutsSheet(props: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={props.onClose} title="Keyboard shortcuts" size="lg">
      <div className="gap-x-8 sm:columns-2">
        {shortcuts.map((group) => (
          <section key={group.title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 text-sm font-semibold text-ink-soft">{group.title}</h3>
            <dl className="grid gap-1">
              {group.keys.map(([keys, what]) => (
                <div key={keys} className="flex items-baseline justify-between gap-4">
                  <dt>{what}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
