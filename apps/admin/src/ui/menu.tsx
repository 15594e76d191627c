'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { Decision } from '@viewpoints/domain/refusal';
import { Check, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

/** A menu that opens from `trigger` (a Button, usually). Arrow keys, Home, End and typing work. */
export function Menu(props: {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'right';
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner
          sideOffset={5}
          align={props.align ?? 'end'}
          side={props.side ?? 'bottom'}
          className="z-60 outline-none"
        >
          <Base.Popup className="popup min-w-52 max-w-80 p-1">{props.children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem(props: {
  children: ReactNode;
  icon?: LucideIcon;
  onClick?: () => void;
  /** A link instead of an action. */
  href?: string;
  danger?: boolean;
  decision?: Decision | undefined;
  keys?: string;
}) {
  const Icon = props.icon;
  const refused = props.decision?.ok === false ? props.decision.reasons : [];
  const inside = (
    <>
      <span className="w-4 shrink-0">
        {Icon ? <Icon aria-hidden className="size-4 text-ink-faint" /> : null}
      </span>
      <span className="min-w-0 flex-1">
        {props.children}
        {refused.length > 0 ? (
          <span className="block text-sm text-ink-faint">
            {refused.map((one) => one.message).join(' ')}
          </span>
        ) : null}
      </span>
      {props.keys ? <Kbd keys={props.keys} /> : null}
    </>
  );
  const className = classNames('menu-item', props.danger && 'text-danger');
  return props.href ? (
    <Base.LinkItem closeOnClick render={<Link href={props.href} />} className={className}>
      {inside}
    </Base.LinkItem>
  ) : (
    <Base.Item
      disabled={refused.length > 0}
      className={className}
      {...(props.onClick ? { onClick: props.onClick } : {})}
    >
      {inside}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
}

/** A choice within the menu itself, such as the theme. */
export function MenuChoice<T extends string>(props: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
}) {
  return (
    <Base.RadioGroup value={props.value} onValueChange={(value) => props.onChange(value as T)}>
      <Base.Group>
        <Base.GroupLabel className="px-2 pt-1 pb-0.5 text-xs text-ink-faint">
          {props.label}
        </Base.GroupLabel>
        {props.options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick={false}
            className="menu-item"
          >
            <span className="w-4 shrink-0 text-accent">
              <Base.RadioItemIndicator>
                <Check aria-hidden className="size-4" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}
