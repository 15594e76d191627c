'use client';

import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { type Editor, posToDOMRect } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { type FocusEvent, type RefObject, useCallback, useEffect, useState } from 'react';

/** Milliseconds that a selection has to stay unchanged, so that no menu opens while words are being selected. */
const selectionDelay = 250;

/**
 * Whether words of the text are selected and the text, or the menu for them, has the focus. The menu is
 * placed above the words, or below them where there is no room.
 */
export function useSelectedWords(editor: Editor, menu: RefObject<HTMLElement | null>) {
  const [range, setRange] = useState<{ from: number; to: number } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = ({ transaction }: { transaction?: Transaction }) => {
      // The blur event below says where the focus goes.
      if (transaction?.getMeta('blur')) return;
      clearTimeout(timer);
      if (selectedRange(editor, menu.current) === null) setRange(null);
      else timer = setTimeout(() => setRange(selectedRange(editor, menu.current)), selectionDelay);
    };
    const onBlur = ({ event }: { event: Event }) => {
      const to = (event as unknown as FocusEvent).relatedTarget;
      if (to instanceof Node && menu.current?.contains(to)) return;
      clearTimeout(timer);
      setRange(null);
    };
    editor.on('transaction', look).on('focus', look).on('blur', onBlur);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', look).off('focus', look).off('blur', onBlur);
    };
  }, [editor, menu]);

  useEffect(() => {
    const element = menu.current;
    if (range === null || element === null) return;
    const place = () => {
      if (!editor.isDestroyed) void placeAbove(editor, range, element);
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [editor, menu, range]);

  /** The focus leaves the menu. */
  const onBlur = useCallback(
    ({ currentTarget, relatedTarget }: FocusEvent) => {
      const isKept =
        relatedTarget instanceof Node &&
        (currentTarget.contains(relatedTarget) || editor.view.dom.contains(relatedTarget));
      if (!isKept) setRange(null);
    },
    [editor],
  );
  return { isShown: range !== null, onBlur };
}

/** The selected words; null unless the text or the menu has the focus. */
function selectedRange({ state, view }: Editor, menu: HTMLElement | null) {
  const { selection, doc } = state;
  const { from, to, empty } = selection;
  if (empty || !(selection instanceof TextSelection)) return null;
  if (!view.hasFocus() && !menu?.contains(document.activeElement)) return null;
  return doc.textBetween(from, to).trim() === '' ? null : { from, to };
}

async function placeAbove(
  editor: Editor,
  { from, to }: { from: number; to: number },
  menu: HTMLElement,
): Promise<void> {
  const { size } = editor.state.doc.content;
  // The words may have been deleted since.
  if (to > size) return;
  const words = posToDOMRect(editor.view, from, to);
  const { x, y } = await computePosition({ getBoundingClientRect: () => words }, menu, {
    strategy: 'fixed',
    placement: 'top',
    middleware: [offset(8), flip(), shift({ padding: 8 })],
  });
  Object.assign(menu.style, { left: `${x}px`, top: `${y}px`, visibility: 'visible' });
}
