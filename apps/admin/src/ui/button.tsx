'use client';

import { Button as Base } from '@base-ui/react/button';
import type { Decision } from '@viewpoints/domain/refusal';
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-quiet';

const variantClasses: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-accent-ink font-medium not-data-disabled:hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink not-data-disabled:hover:bg-hover',
  quiet:
    'border-transparent text-ink-soft not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink',
  danger:
    'border-transparent bg-danger text-danger-ink font-medium not-data-disabled:hover:opacity-90',
  'danger-quiet': 'border-transparent text-danger not-data-disabled:hover:bg-danger-soft',
};

/** The classes of a button, for links and triggers that look like one. */
export function buttonClass(
  variant: ButtonVariant = 'secondary',
  size: 'md' | 'sm' | 'icon' = 'md',
) {
  return classNames(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border leading-none whitespace-nowrap select-none transition-colors',
    'aria-pressed:bg-accent-soft aria-pressed:text-accent-strong',
    'data-disabled:cursor-not-allowed data-disabled:text-ink-faint',
    size === 'md' && 'h-8.5 px-3 text-base pointer-coarse:h-11',
    size === 'sm' && 'h-7 px-2 text-sm pointer-coarse:h-10',
    size === 'icon' && 'size-8 pointer-coarse:size-11',
    !variant.endsWith('quiet') && 'data-disabled:border-line data-disabled:bg-sunken',
    variantClasses[variant],
  );
}

export type ButtonProps = {
  children?: ReactNode;
  variant?: ButtonVariant;
  size?: 'md' | 'sm' | 'icon';
  type?: 'button' | 'submit';
  icon?: LucideIcon;
  /** Required where there is an icon and no text; shown as a tooltip too. */
  label?: string;
  /** Shows that it works, and ignores a second press; the button does not lose its focus. */
  busy?: boolean;
  /** Whether what it turns on is on; left out for what does something. */
  pressed?: boolean;
  disabled?: boolean;
  /**
   * The domain's decision on this action. If it refuses, the button stays focusable, does nothing,
   * and says every reason on hover and focus and to screen readers.
   */
  decision?: Decision | undefined;
  /** A shortcut such as "mod+enter", shown in the button. */
  keys?: string;
  /** Of a button that shows and hides a part of the page: whether that is shown, and its id. */
  expanded?: boolean;
  controls?: string;
  onClick?: () => void;
  form?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = props.icon && !props.children ? 'icon' : 'md' } = props;
  const reasons = props.decision?.ok === false ? props.decision.reasons : [];
  const off = Boolean(props.disabled || props.busy || reasons.length > 0);
  const Icon = props.icon;
  const button = (
    <Base
      ref={props.ref}
      type={props.type ?? 'button'}
      form={props.form}
      disabled={off}
      focusableWhenDisabled
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-busy={props.busy || undefined}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-description={
        reasons.length > 0 ? reasons.map((one) => one.message).join(' ') : undefined
      }
      onClick={props.onClick}
      className={classNames(buttonClass(variant, size), props.className)}
    >
      {props.busy ? <Spinner /> : Icon ? <Icon aria-hidden className="size-4" /> : null}
      {props.children}
      {props.keys ? <Kbd keys={props.keys} className="opacity-80" /> : null}
    </Base>
  );
  if (reasons.length > 0) {
    return (
      <Tooltip
        content={
          <ul className="space-y-1">
            {reasons.map((one) => (
              <li key={`${one.code}${one.at}`}>{one.message}</li>
            ))}
          </ul>
        }
      >
        {button}
      </Tooltip>
    );
  }
  return props.label && !props.children ? (
    <Tooltip content={props.label}>{button}</Tooltip>
  ) : (
    button
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink(props: {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'md' | 'sm';
  icon?: LucideIcon;
}) {
  const Icon = props.icon;
  return (
    <Link href={props.href} className={buttonClass(props.variant, props.size)}>
      {Icon ? <Icon aria-hidden className="size-4" /> : null}
      {props.children}
    </Link>
  );
}
