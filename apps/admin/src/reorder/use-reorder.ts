'use client';

import { type DragEvent, useRef, useState } from 'react';

/**
 * A list that is put in order by dragging and by buttons. After a button the focus stays with what was moved,
 * on the same button or, at an end, on the other.
 */
export function useReorder<Item>(items: readonly Item[], onChange: (items: Item[]) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, to: number): boolean => {
    const next = [...items];
    const [item] = next.splice(from, 1);
    if (item === undefined || to < 0 || to > next.length) return false;
    next.splice(to, 0, item);
    onChange(next);
    return true;
  };
  return {
    list,
    dragged,
    /** Moves by a button. */
    step: (from: number, way: 'up' | 'down') => {
      const to = way === 'up' ? from - 1 : from + 1;
      if (move(from, to)) requestAnimationFrame(() => focusOn(list.current, to, way));
    },
    handle: (index: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.stopPropagation();
        setDragged(index);
      },
      onDragEnd: () => setDragged(null),
    }),
    target: (index: number) => ({
      'data-index': index,
      onDragOver: (event: DragEvent) => {
        if (dragged !== null) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        event.stopPropagation();
        move(dragged, index);
        setDragged(null);
      },
    }),
  };
}

function focusOn(list: HTMLElement | null, index: number, way: 'up' | 'down'): void {
  const item = list?.querySelector(`:scope > [data-index="${index}"]`);
  const [up, down] = [...(item?.querySelectorAll<HTMLButtonElement>('[data-move] button') ?? [])];
  const [chosen, other] = way === 'up' ? [up, down] : [down, up];
  (chosen?.disabled || chosen?.ariaDisabled === 'true' ? other : chosen)?.focus();
}
