'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Leaves the cursor of a field between the same letters while another editor changes others. */
export function useSteadyCaret<Element extends Field>(value: string): RefObject<Element | null> {
  const field = useRef<Element>(null);
  const { current } = field;
  // The field's text before this value: what is typed here is in it already.
  const before =
    current !== null && current === document.activeElement && current.value !== value
      ? { value: current.value, start: current.selectionStart, end: current.selectionEnd }
      : null;
  useLayoutEffect(() => {
    if (before === null) return;
    const move = (place: number | null) => moved(before.value, value, place ?? value.length);
    field.current?.setSelectionRange(move(before.start), move(before.end));
  });
  return field;
}

/** The new offset of a place in a text that has changed around it. */
export function moved(before: string, after: string, place: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-tail - 1) === after.at(-tail - 1)) tail += 1;
  if (place <= start) return place;
  if (place >= before.length - tail) return place + after.length - before.length;
  return start;
}
