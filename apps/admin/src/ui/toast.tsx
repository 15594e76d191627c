'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { problemOf } from '../data/problem.ts';
import { buttonClass } from './button.tsx';

const manager = Base.createToastManager();

type Action = { label: string; onClick: () => void };
type Extra = { description?: string; action?: Action; onClose?: () => void };

const show = (type: 'done' | 'failed' | 'told' | 'warned', title: string, extra: Extra = {}) =>
  manager.add({
    type,
    title,
    description: extra.description,
    // An error stays until it has been read; a success may go, later where it can be undone.
    timeout: type === 'failed' || type === 'warned' ? 0 : extra.action ? 15_000 : 5000,
    priority: type === 'failed' ? 'high' : 'low',
    ...(extra.onClose ? { onClose: extra.onClose } : {}),
    ...(extra.action
      ? { actionProps: { children: extra.action.label, onClick: extra.action.onClick } }
      : {}),
  });

/** Short news at the edge of the screen, from anywhere. What must be acted on belongs in place. */
export const toast = {
  done: (title: string, extra?: Extra) => show('done', title, extra),
  told: (title: string, extra?: Extra) => show('told', title, extra),
  /** Stays until it is closed. */
  warned: (title: string, description: string, extra?: Omit<Extra, 'description'>) =>
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

const icons = {
  done: <CircleCheck aria-hidden className="size-4 text-ok" />,
  told: <Info aria-hidden className="size-4 text-accent" />,
  failed: <CircleAlert aria-hidden className="size-4 text-danger" />,
  warned: <CircleAlert aria-hidden className="size-4 text-warn" />,
};

/** Renders the toasts. Mounted once, at the root. */
export function Toaster() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-3 bottom-3 z-70 flex flex-col gap-2 outline-none sm:inset-x-auto sm:end-4 sm:bottom-4 sm:w-92">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((one) => (
    <Base.Root key={one.id} toast={one} className="popup">
      <Base.Content className="flex gap-2.5 px-3 py-2.5">
        <span className="mt-0.5 shrink-0">{icons[(one.type ?? 'told') as keyof typeof icons]}</span>
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium" />
          <Base.Description className="text-ink-soft" />
          {one.actionProps ? (
            <Base.Action className={`${buttonClass('secondary', 'sm')} mt-1.5`} />
          ) : null}
        </div>
        <Base.Close
          aria-label="Dismiss"
          className="-me-1 h-fit rounded-sm p-1 text-ink-faint hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
