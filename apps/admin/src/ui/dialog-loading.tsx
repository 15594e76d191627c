'use client';

import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Spinner } from './spinner.tsx';

/** Milliseconds until the placeholder is shown. For a dialog that loads sooner it would only flicker. */
const loadingDelay = 50;

/**
 * The placeholder of a dialog whose script is not loaded yet. The focus stays where it is, so that the
 * dialog returns it there; Escape and a press outside close it.
 */
export function DialogLoading({ onClose }: { onClose: () => void }) {
  const [isShown, setShown] = useState(false);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), loadingDelay);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
  if (!isShown) return null;
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has Escape.
    <div
      className="fixed inset-0 z-50 grid grid-cols-[minmax(0,1fr)] items-end justify-items-center bg-shade sm:items-start sm:px-4 sm:py-[10vh]"
      onMouseDown={(event) => {
        // Leaves the focus on what was pressed.
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div
        role="status"
        className="popup flex min-h-32 w-full items-center justify-center gap-2 rounded-b-none text-ink-soft sm:max-w-xl sm:rounded-b-lg"
      >
        <Spinner />
        Loading…
      </div>
    </div>,
    document.body,
  );
}
