import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here: why, and what to do about it. The action makes the first one or clears filters. */
export function EmptyState(props: {
  icon?: LucideIcon;
  title: string;
  /** The title is the heading of the whole screen. */
  wholeScreen?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = props.icon;
  const Title = props.wholeScreen ? 'h1' : 'p';
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      {Icon ? <Icon aria-hidden className="mb-1 size-6 text-ink-faint" strokeWidth={1.5} /> : null}
      <Title className="text-lg font-medium text-balance">{props.title}</Title>
      {props.children ? (
        <div className="max-w-[52ch] text-pretty text-ink-soft">{props.children}</div>
      ) : null}
      {props.action ? <div className="mt-2 flex gap-2">{props.action}</div> : null}
    </div>
  );
}
