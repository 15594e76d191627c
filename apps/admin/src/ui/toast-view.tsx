'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { buttonClass } from './button.tsx';
import type { ToastMessage } from './toast-message.ts';

const manager = Base.createToastManager();

function add({ type, title, description, action, onClose }: ToastMessage): void {
  manager.add({
    type,
    title,
    description,
    // An error stays until it has been read; a success may go, later where it can be undone.
    timeout: type === 'failed' || type === 'warned' ? 0 : action ? 15_000 : 5000,
    priority: type === 'failed' ? 'high' : 'low',
    ...(onClose ? { onClose } : {}),
    ...(action ? { actionProps: { children: action.label, onClick: action.onClick } } : {}),
  });
}

const icons = {
  done: <CircleCheck aria-hidden className="size-4 text-ok" />,
  info: <Info aria-hidden className="size-4 text-accent" />,
  failed: <CircleAlert aria-hidden className="size-4 text-danger" />,
  warned: <CircleAlert aria-hidden className="size-4 text-warn" />,
};

/**
 * The toasts at the edge of the screen. Mounted once, at the root.
 * @param props.connect takes over all toasts, until what it returns is called
 */
export function ToastView(props: {
  connect: (show: (message: ToastMessage) => void) => () => void;
}) {
  const { connect } = props;
  useEffect(() => connect(add), [connect]);
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
        <span className="mt-0.5 shrink-0">{icons[(one.type ?? 'info') as keyof typeof icons]}</span>
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
