import type { EditorView } from '@tiptap/pm/view';
import { safeHref } from '../schema/safe-href.ts';

/**
 * If only a web address is pasted, it becomes a link: on the selected words or, if there are none,
 * with the address as its words.
 * @returns whether it was
 */
export function pasteAddress(view: EditorView, data: DataTransfer | null): boolean {
  const text = data?.getData('text/plain').trim() ?? '';
  const href = /^https?:\/\/\S+$/i.test(text) ? safeHref(text) : null;
  const { state } = view;
  const { link } = state.schema.marks;
  const { $from, $to, empty, from, to } = state.selection;
  if (href === null || !link || !$from.parent.type.allowsMarkType(link)) return false;
  if (!empty && !$from.sameParent($to)) return false;
  const mark = link.create({ href });
  const tr = empty
    ? state.tr.replaceSelectionWith(state.schema.text(text, [...$from.marks(), mark]), false)
    : state.tr.removeMark(from, to, link).addMark(from, to, mark);
  view.dispatch(tr.removeStoredMark(link).setMeta('paste', true).scrollIntoView());
  return true;
}
