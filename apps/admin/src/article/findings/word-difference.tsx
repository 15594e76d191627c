import type { DiffPart } from '@viewpoints/domain/text/diff-words';
import type { Direction } from '@viewpoints/domain/values';

/** Deleted and inserted words, distinguished by line and words as well as by colour. */
export function WordDifference(props: { parts: readonly DiffPart[]; dir?: Direction | 'auto' }) {
  return (
    <p dir={props.dir ?? 'auto'} className="font-serif text-lg leading-snug break-words">
      {props.parts.map((part, index) => {
        const key = `${index} ${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        return part.kind === 'removed' ? (
          <del key={key} className="bg-danger-soft text-danger decoration-2">
            <span className="sr-only"> [removed:</span>
            {part.text}
            <span className="sr-only">] </span>
          </del>
        ) : (
          <ins key={key} className="bg-ok-soft text-ok decoration-2">
            <span className="sr-only"> [added:</span>
            {part.text}
            <span className="sr-only">] </span>
          </ins>
        );
      })}
    </p>
  );
}
