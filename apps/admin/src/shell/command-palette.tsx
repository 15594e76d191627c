'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

const loadPalette = async () => (await import('./palette.tsx')).Palette;
const Palette = onDemand(loadPalette, <SkeletonRows />);

/** ⌘K, or ⇧⌘P from anywhere: find anything by its name, go to a screen, or run an action of the page. */
export function CommandPalette(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { open, onOpenChange } = props;
  // Opened again while it is closing it is still the same one: counted, it starts empty.
  const [opened, setOpened] = useState({ open, times: 0 });
  if (opened.open !== open) setOpened({ open, times: opened.times + (open ? 1 : 0) });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      // The first key of the two: most people type on at once after the second.
      if (event.key === 'Meta' || event.key === 'Control') void loadPalette().catch(() => {});
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      // On words that are selected in a text, Ctrl+K makes a link; these two are the palette's anywhere.
      // Firefox keeps Ctrl+Shift+P for itself.
      const isEverywhere = key === 'f1' || (key === 'p' && mod && event.shiftKey && !event.altKey);
      const isHere = key === 'k' && mod && !event.altKey && !event.defaultPrevented;
      if (!isEverywhere && !isHere) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [open, onOpenChange]);

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Search or run" size="sm">
      <Palette key={opened.times} close={() => onOpenChange(false)} />
    </Dialog>
  );
}
