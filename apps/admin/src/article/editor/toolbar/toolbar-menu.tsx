'use client';

import { Toolbar } from '@base-ui/react/toolbar';
import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu } from '../../../ui/menu.tsx';

/** A place in the toolbar that opens a menu; roving focus goes over it like over the others. */
export function ToolbarMenu(props: {
  label: string;
  icon?: LucideIcon;
  text?: string;
  /** Whether it is to be seen at once that this is not the usual choice. */
  isMarked?: boolean;
  children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <Menu
      align="start"
      trigger={
        <Toolbar.Button
          aria-label={props.text ? `${props.label}: ${props.text}` : props.label}
          onMouseDown={(event) => event.preventDefault()}
          data-marked={props.isMarked || undefined}
          className="data-marked:bg-accent-soft data-marked:text-accent-strong flex h-8 shrink-0 items-center gap-1 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink data-popup-open:bg-hover pointer-coarse:h-10"
        >
          {Icon ? <Icon aria-hidden className="size-4" /> : null}
          {props.text ? <span className="min-w-20 text-start">{props.text}</span> : null}
          <ChevronDown aria-hidden className="size-3.5 text-ink-faint" />
        </Toolbar.Button>
      }
    >
      {props.children}
    </Menu>
  );
}
