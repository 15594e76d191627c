'use client';

import { useSyncExternalStore } from 'react';
import { classNames } from './class-names.ts';

const noChange = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Writes a shortcut such as "mod+k" as the reader's own keyboard has it: ⌘K or Ctrl K. */
export function Kbd(props: { keys: string; className?: string }) {
  const apple = useSyncExternalStore(noChange, isApple, () => false);
  const names: Record<string, string> = apple
    ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↩', escape: 'Esc' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter', escape: 'Esc' };
  const parts = props.keys.split('+').map((key) => names[key] ?? key.toUpperCase());
  return (
    <kbd
      className={classNames(
        'inline-flex items-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs leading-4 whitespace-nowrap text-ink-soft',
        props.className,
      )}
    >
      {parts.join(apple ? '' : ' ')}
    </kbd>
  );
}
