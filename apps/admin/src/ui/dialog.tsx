'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { classNames } from './class-names.ts';
import { rememberPlace } from './nearby-place.ts';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** Stays open on Escape and on a press outside: for what must be answered. */
  dismissible?: boolean;
  initialFocus?: RefObject<HTMLElement | null>;
};

/** A question or a form over the page. Focus goes in and comes back; the page behind is inert. */
export function Dialog(props: DialogProps) {
  const { dismissible = true, size = 'md' } = props;
  const goBack = useWayBack(props.open);
  return (
    <Base.Root
      open={props.open}
      onOpenChange={(open) => {
        if (open || dismissible) props.onOpenChange(open);
      }}
      disablePointerDismissal={!dismissible}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-shade transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 grid grid-cols-[minmax(0,1fr)] items-end justify-items-center overflow-y-auto p-0 sm:items-start sm:px-4 sm:py-[10vh]">
          <Base.Popup
            finalFocus={goBack}
            {...(props.initialFocus ? { initialFocus: props.initialFocus } : {})}
            className={classNames(
              'popup relative flex max-h-[92dvh] w-full flex-col rounded-b-none sm:max-h-none sm:rounded-b-lg',
              size === 'sm' && 'sm:max-w-md',
              size === 'md' && 'sm:max-w-xl',
              size === 'lg' && 'sm:max-w-3xl',
            )}
          >
            <header className="pt-4 pb-1 ps-5 pe-12">
              <Base.Title className="text-lg font-semibold">{props.title}</Base.Title>
              {props.description ? (
                <Base.Description render={<div />} className="mt-1 text-ink-soft">
                  {props.description}
                </Base.Description>
              ) : null}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 py-3">{props.children}</div>
            {props.footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
                {props.footer}
              </footer>
            ) : null}
            {/* Last, so that focus goes to the first field or button instead. */}
            {dismissible ? (
              <Base.Close
                aria-label="Close"
                className="absolute end-3 top-3 rounded-md p-1.5 text-ink-faint hover:bg-hover hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </Base.Close>
            ) : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * The target of the focus when the dialog closes: the element that had it before, or one near it if
 * the dialog has removed that from a list. It has to be read before a field of the dialog takes the
 * focus.
 */
function useWayBack(open: boolean): () => HTMLElement | true {
  const place = useRef<(() => HTMLElement | null) | null>(null);
  const wasOpen = useRef(false);
  if (open && !wasOpen.current && typeof document !== 'undefined') {
    const { activeElement, body } = document;
    place.current =
      activeElement instanceof HTMLElement && activeElement !== body
        ? rememberPlace(activeElement)
        : null;
  }
  wasOpen.current = open;
  return () => place.current?.() ?? true;
}
