import type { ComponentType } from 'react';
import { problemOf } from '../data/problem.ts';
import type { ToastExtra, ToastMessage, ToastType } from './toast-message.ts';

/** Toasts that came before the component that shows them was loaded. */
const waiting: ToastMessage[] = [];
let display: ((message: ToastMessage) => void) | null = null;

/** What shows toasts, once it has a way to take them over. */
type View = ComponentType<{ connect: (show: (message: ToastMessage) => void) => () => void }>;
let view: View | null = null;
const listeners = new Set<() => void>();

/** The component that shows toasts: loaded with the first of them, or before that while the browser is idle. */
export const toastView = {
  preload: async (): Promise<void> => {
    const { ToastView } = await import('./toast-view.tsx');
    view = ToastView;
    for (const listener of listeners) listener();
  },
  /** The component, null until it is loaded. */
  current: (): View | null => view,
  /** Calls the listener once the component is loaded. Returns how to stop that. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Takes over the toasts that wait, and all that follow, until the returned function is called. */
  connect: (show: (message: ToastMessage) => void): (() => void) => {
    display = show;
    for (const message of waiting.splice(0)) show(message);
    return () => {
      if (display === show) display = null;
    };
  },
};

function show(type: ToastType, title: string, extra: ToastExtra = {}): void {
  const message = { type, title, ...extra };
  if (display) {
    display(message);
    return;
  }
  waiting.push(message);
  // Without a connection it is loaded, and shows what waits, once the browser is online again.
  toastView.preload().catch(() => undefined);
}

/** Short news at the edge of the screen, from anywhere. What must be acted on belongs in place. */
export const toast = {
  done: (title: string, extra?: ToastExtra) => show('done', title, extra),
  info: (title: string, extra?: ToastExtra) => show('info', title, extra),
  /** Stays until it is closed. */
  warned: (title: string, description: string, extra?: Omit<ToastExtra, 'description'>) =>
    show('warned', title, { description, ...extra }),
  /** Shows a thrown error with every reason; `title` says what failed. */
  failed: (error: unknown, title?: string) => {
    const problem = problemOf(error);
    const lines = [
      ...(title ? [problem.title] : []),
      ...problem.reasons.map((one) => one.message),
      ...(problem.next ? [problem.next] : []),
    ];
    return show('failed', title ?? problem.title, { description: [...new Set(lines)].join(' ') });
  },
};
