import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A surface that holds a list, a form or a table, with an optional heading and actions. */
export function Panel(props: {
  title?: ReactNode;
  /** The purpose of the panel, in a line. */
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Inner spacing, for forms and prose; lists and tables bring their own. */
  padded?: boolean;
  id?: string;
  className?: string;
}) {
  return (
    <section
      id={props.id}
      className={classNames('min-w-0 rounded-lg border border-line bg-surface', props.className)}
    >
      {props.title ? (
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold">{props.title}</h2>
            {props.description ? (
              <p className="text-sm text-ink-soft">{props.description}</p>
            ) : null}
          </div>
          {props.actions}
        </header>
      ) : null}
      <div className={props.padded ? 'p-4' : undefined}>{props.children}</div>
    </section>
  );
}

/** Real columns for real tables; narrow screens scroll it sideways, within itself. */
export function Table(props: { label: string; columns: ReactNode[]; children: ReactNode }) {
  return (
    // Relative, or words for screen readers alone would scroll the whole page.
    <section
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="relative overflow-x-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-start">
        <thead>
          <tr className="border-b border-line text-sm text-ink-faint">
            {props.columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed.
                key={index}
                scope="col"
                className="px-4 py-2 text-start font-medium whitespace-nowrap"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{props.children}</tbody>
      </table>
    </section>
  );
}

export function Row(props: { children: ReactNode }) {
  return <tr className="align-top hover:bg-hover/50">{props.children}</tr>;
}

export function Cell(props: { children?: ReactNode; className?: string; header?: boolean }) {
  const className = classNames('px-4 py-2.5 text-start', props.className);
  return props.header ? (
    <th scope="row" className={classNames(className, 'font-normal')}>
      {props.children}
    </th>
  ) : (
    <td className={className}>{props.children}</td>
  );
}
