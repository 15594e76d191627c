'use client';

import { Toolbar } from '@base-ui/react/toolbar';
import type { LucideIcon } from 'lucide-react';
import { Tooltip } from '../../../ui/tooltip.tsx';

/** One place in the toolbar; `pressed` is left out for what does something rather than is. */
export function ToolbarButton(props: {
  icon: LucideIcon;
  label: string;
  keys?: string | undefined;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  const Icon = props.icon;
  return (
    <Tooltip content={props.label} {...(props.keys ? { keys: props.keys } : {})} side="bottom">
      <Toolbar.Button
        aria-label={props.label}
        aria-pressed={props.pressed}
        disabled={props.disabled ?? false}
        focusableWhenDisabled
        // The selection in the text must survive a press here.
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onClick}
        className="grid h-8 w-8 min-w-7 place-items-center rounded-md text-ink-soft not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink data-disabled:text-ink-faint data-disabled:opacity-50 aria-pressed:bg-accent-soft aria-pressed:text-accent-strong pointer-coarse:size-10 pointer-coarse:shrink-0"
      >
        <Icon aria-hidden className="size-4" />
      </Toolbar.Button>
    </Tooltip>
  );
}
