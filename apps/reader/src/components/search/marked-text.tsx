import { Fragment } from 'react';

type Props = { text: string; marks: readonly (readonly [start: number, end: number])[] };

/** A text with what matched marked. */
export function MarkedText({ text, marks }: Props) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
