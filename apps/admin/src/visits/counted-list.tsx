import type { ReactNode } from 'react';
import { ListRow } from '../ui/list.tsx';
import { inNumbers } from './read-words.ts';

type Counted = {
  key: string;
  title: ReactNode;
  href?: string;
  /** A headline, set in the serif of the journal. */
  serif?: boolean;
  meta?: ReactNode;
  count: number;
};

/** Counted things, most first, with the number at the end of each line. */
export function CountedList(props: {
  label: string;
  /** The unit of the numbers: "reads". */
  of: string;
  items: readonly Counted[];
  empty: ReactNode;
}) {
  if (props.items.length === 0) return <p className="px-4 py-4 text-ink-soft">{props.empty}</p>;
  return (
    <ol aria-label={props.label} className="divide-y divide-line">
      {props.items.map(({ key, count, ...item }) => (
        <ListRow
          key={key}
          {...item}
          end={
            <span className="text-ink">
              {inNumbers(count)} <span className="sr-only">{props.of}</span>
            </span>
          }
        />
      ))}
    </ol>
  );
}
