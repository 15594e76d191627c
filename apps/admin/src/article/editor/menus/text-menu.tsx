'use client';

import type { Editor } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { Kbd } from '../../../ui/kbd.tsx';

/** The typed text that opened a menu, and its place. */
export type TypedQuery = { query: string; from: number; to: number };

export type TextMenuItem = {
  id: string;
  label: string;
  hint: string;
  icon: LucideIcon;
  keys?: string | undefined;
};

/**
 * A menu at words that are being typed, which narrow it. The focus stays in the text: arrows
 * choose, Enter and Tab take, Escape closes it until other words open it.
 */
export function TextMenu<Item extends TextMenuItem>(props: {
  editor: Editor;
  label: string;
  typed: TypedQuery | null;
  items: readonly Item[];
  onPick: (item: Item, typed: TypedQuery) => void;
}) {
  const { editor, typed, items } = props;
  const id = useId();
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const open = typed !== null && typed.from !== dismissed && items.length > 0;
  const index = Math.min(chosen, Math.max(0, items.length - 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts at its first answer.
  useEffect(() => setChosen(0), [typed?.query]);
  useEffect(() => {
    if (typed === null) setDismissed(null);
  }, [typed]);

  const pick = (item: Item | undefined) => {
    if (typed && item) props.onPick(item, typed);
  };
  const latest = useRef({ open, items, index, pick, from: typed?.from ?? null });
  latest.current = { open, items, index, pick, from: typed?.from ?? null };

  useEffect(() => {
    const { dom } = editor.view;
    const onKeyDown = (event: KeyboardEvent) => {
      const now = latest.current;
      if (!now.open || event.isComposing) return;
      const count = now.items.length;
      if (event.key === 'ArrowDown') setChosen((now.index + 1) % count);
      else if (event.key === 'ArrowUp') setChosen((now.index + count - 1) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') now.pick(now.items[now.index]);
      else if (event.key === 'Escape') setDismissed(now.from);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    dom.addEventListener('keydown', onKeyDown, { capture: true });
    return () => dom.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [editor]);

  const active = open ? `${id}-${items[index]?.id}` : null;
  useEffect(() => {
    if (active === null) return;
    const { dom } = editor.view;
    dom.setAttribute('aria-activedescendant', active);
    dom.setAttribute('aria-controls', id);
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
    return () => {
      dom.removeAttribute('aria-activedescendant');
      dom.removeAttribute('aria-controls');
    };
  }, [editor, active, id]);

  if (!open || !typed) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={props.label}
      tabIndex={-1}
      style={place(editor, typed.from)}
      className="popup fixed z-40 max-h-72 w-72 overflow-y-auto p-1"
    >
      {items.map((item, at) => (
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className={classNames('menu-item', at === index && 'bg-hover')}
          onMouseDown={(event) => {
            event.preventDefault();
            pick(item);
          }}
        >
          <item.icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 flex-1">
            <span dir="auto">{item.label}</span>
            <span className="block truncate text-sm text-ink-faint">{item.hint}</span>
          </span>
          {item.keys ? <Kbd keys={item.keys} /> : null}
        </div>
      ))}
    </div>
  );
}

/** Under what was typed, or above it where the window ends. */
function place(editor: Editor, position: number) {
  const at = editor.view.coordsAtPos(position);
  const left = Math.max(8, Math.min(at.left, window.innerWidth - 296));
  return window.innerHeight - at.bottom > 300
    ? { left, top: at.bottom + 6 }
    : { left, bottom: window.innerHeight - at.top + 6 };
}
