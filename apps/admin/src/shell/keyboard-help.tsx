'use client';

import { CircleHelp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dialogOnDemand } from '../ui/on-demand.tsx';
import { useOfferedVerbs } from './page-verbs.ts';

const ShortcutsSheet = dialogOnDemand(
  async () => (await import('../article/screen/shortcuts-sheet.tsx')).ShortcutsSheet,
);

/** Where a question mark is a letter of what is written, and no command. */
const textFields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** The sheet of keys: `?` outside text fields opens it, Ctrl / everywhere. */
export function KeyboardHelp() {
  const [open, setOpen] = useState(false);
  const show = () => setOpen(true);
  useOfferedVerbs(() => [
    { label: 'Keyboard shortcuts', icon: CircleHelp, keys: '?', words: ['help'], run: show },
  ]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const mod = event.metaKey || event.ctrlKey;
      const inText = event.target instanceof Element && event.target.closest(textFields) !== null;
      if (!(mod ? event.key === '/' : event.key === '?' && !inText)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return open ? <ShortcutsSheet onClose={() => setOpen(false)} /> : null;
}
