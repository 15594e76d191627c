'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export type Tab<T extends string> = {
  value: T;
  label: ReactNode;
  /** How many wait behind it; not shown when null. */
  count?: number | null;
  panel: ReactNode;
};

export function Tabs<T extends string>(props: {
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
  className?: string;
}) {
  return (
    <Base.Root
      value={props.value}
      onValueChange={(value) => props.onChange(value as T)}
      className={props.className}
    >
      <Base.List
        aria-label={props.label}
        // Wraps into two rows on narrow screens: a tab that has to be scrolled to is easily missed.
        className="relative flex flex-wrap border-b border-line"
      >
        {props.tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="flex h-9 items-center gap-1 px-1.5 text-sm whitespace-nowrap text-ink-soft -outline-offset-2 hover:text-ink data-active:font-medium data-active:text-ink pointer-coarse:h-11"
          >
            {tab.label}
            {tab.count ? (
              <span className="rounded-sm bg-sunken px-1 text-xs text-ink-soft">{tab.count}</span>
            ) : null}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute top-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) translate-y-[calc(var(--active-tab-top)+var(--active-tab-height)-2px)] bg-accent transition-all duration-150" />
      </Base.List>
      {props.tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4 outline-none">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
