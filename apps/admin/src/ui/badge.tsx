import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'danger' | 'plum';

const tones: Record<Tone, string> = {
  plain: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-soft text-accent-strong',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
  plum: 'bg-plum-soft text-plum',
};

/** A word about state. Colour repeats what the word says and is never the only sign. */
export function Badge(props: {
  tone?: Tone;
  icon?: LucideIcon;
  title?: string;
  struck?: boolean;
  children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <span
      title={props.title}
      className={classNames(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
        tones[props.tone ?? 'plain'],
        props.struck && 'line-through',
      )}
    >
      {Icon ? <Icon aria-hidden className="size-3 shrink-0" /> : null}
      <span className="truncate">{props.children}</span>
    </span>
  );
}
