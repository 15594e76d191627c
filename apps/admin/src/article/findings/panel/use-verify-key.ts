'use client';

import { useEffect, useRef } from 'react';

export const VERIFY_AND_NEXT = 'mod+alt+v';

/** Calls back on the key, once for each press: held down it verifies nothing more. */
export function useVerifyKey(isOn: boolean, verify: () => void): void {
  const latest = useRef(verify);
  latest.current = verify;
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => {
      const isKey = event.code === 'KeyV' && event.altKey && (event.ctrlKey || event.metaKey);
      if (!isKey || event.shiftKey || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [isOn]);
}
