import { Extension, InputRule } from '@tiptap/core';
import { safeHref } from '../schema/safe-href.ts';

/**
 * A web address that is typed becomes a link with the space after it. Marks that end a sentence are
 * not part of it. Backspace right after takes the link off again.
 */
export const typedAddress = Extension.create({
  name: 'typedAddress',
  addInputRules: () => [
    new InputRule({
      find: /(?:^|[\s("“«„‘])((?:https?:\/\/|www\.)[^\s<>"“”«»]+)\s$/,
      handler: ({ state, range, match }) => {
        const [, typed = ''] = match;
        const address = withoutEnd(typed);
        const { link } = state.schema.marks;
        const href = safeHref(address);
        const from = range.to - typed.length - 1;
        const to = from + address.length;
        if (!link || href === null || state.doc.rangeHasMark(from, to, link)) return null;
        state.tr.addMark(from, to, link.create({ href })).removeStoredMark(link);
      },
    }),
  ],
});

/** An address without the marks of the sentence around it; a bracket stays that it has opened itself. */
function withoutEnd(address: string): string {
  const shorter = address.replace(/[.,;:!?\]'’]+$/, '');
  const opened = shorter.split('(').length;
  return shorter.endsWith(')') && shorter.split(')').length > opened
    ? withoutEnd(shorter.slice(0, -1))
    : shorter;
}
