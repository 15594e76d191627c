'use client';

import { useSyncExternalStore } from 'react';
import { toastView } from './toast.ts';
import { usePreload } from './use-preload.ts';

const preloaded = [toastView];

/** Shows toasts, by a component that is loaded on demand: most pages never have one. */
export function Toaster() {
  usePreload(preloaded);
  const View = useSyncExternalStore(toastView.subscribe, toastView.current, () => null);
  return View ? <View connect={toastView.connect} /> : null;
}
