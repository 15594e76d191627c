'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

/**
 * A short explanation on hover and focus. It repeats or adds to a visible or `aria-label`led name
 * and never carries the only copy of something, since touch has no hover.
 */
export function Tooltip(props: {
  content: ReactNode;
  keys?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Base.Root>
      <Base.Trigger delay={350} render={props.children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} side={props.side ?? 'top'} className="z-60">
          <Base.Popup className="popup max-w-72 px-2 py-1 text-sm">
            {props.content}
            {props.keys ? <Kbd keys={props.keys} className="ms-2" /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
