import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { needsItsQuote } from '@viewpoints/domain/findings/finding-workflow';
import { findingStates } from '../../../labels.ts';
import type { Track } from './finding-track.ts';

/**
 * Each quote underlined after its state (dotted, single, double, wavy: never by colour alone),
 * with the finding's number at its end. Rejected, withdrawn and replaced findings have none.
 */
export function trackDecorations(
  doc: Node,
  tracks: readonly Track[],
  active: string | null,
): DecorationSet {
  return DecorationSet.create(
    doc,
    tracks.flatMap((track) => {
      const { finding, range, standing } = track;
      if (range === null || range.from >= range.to || !needsItsQuote(finding.state)) return [];
      const state = standing === 'stands' ? finding.state : 'edited';
      const name = finding.number === null ? 'New finding' : `Finding ${finding.number}`;
      const begun = finding.number === null ? 'not proposed yet' : findingStates[finding.state];
      const said = standing === 'stands' ? begun : 'its quote was edited';
      const attrs = {
        class: `finding finding-${state}${finding.id === active ? ' finding-active' : ''}`,
        'data-finding': finding.id,
        role: 'mark',
        'aria-description': `${name}: ${said}`,
      };
      const note = noteAround(doc, range.from);
      if (note !== null) {
        return [
          Decoration.node(note.from, note.to, { class: attrs.class, 'data-finding': finding.id }),
        ];
      }
      const number = { class: 'finding-end', 'data-number': String(finding.number ?? '…') };
      return [
        Decoration.inline(range.from, range.to, attrs),
        Decoration.inline(range.to - 1, range.to, number),
      ];
    }),
  );
}

/** The note that holds a position: its words are not drawn in the text, so its call is marked. */
function noteAround(doc: Node, position: number): { from: number; to: number } | null {
  const $position = doc.resolve(position);
  if ($position.parent.type.name !== 'footnote') return null;
  return { from: $position.before(), to: $position.after() };
}
