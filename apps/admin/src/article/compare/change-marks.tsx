import type { ReactNode } from 'react';

/** Words that are gone: struck through, and said to screen readers. */
export function Removed(props: { children: ReactNode }) {
  return (
    <del className="bg-danger-soft text-danger decoration-2">
      <span className="sr-only" lang="en">
        {' '}
        [removed:
      </span>
      {props.children}
      <span className="sr-only" lang="en">
        ]{' '}
      </span>
    </del>
  );
}

/** New words: underlined, and said to screen readers. */
export function Added(props: { children: ReactNode }) {
  return (
    <ins className="bg-ok-soft text-ok decoration-2">
      <span className="sr-only" lang="en">
        {' '}
        [added:
      </span>
      {props.children}
      <span className="sr-only" lang="en">
        ]{' '}
      </span>
    </ins>
  );
}

/** The same words set otherwise, or linked elsewhere: underlined with dots. */
export function Marked(props: { href: string | null; children: ReactNode }) {
  return (
    <span className="bg-warn-soft decoration-warn underline decoration-dotted decoration-2">
      <span className="sr-only" lang="en">
        {' '}
        [formatting changed:
      </span>
      {props.children}
      {props.href === null ? null : (
        <span lang="en" className="font-sans text-[0.8em] text-warn break-all">
          {' '}
          {props.href === '' ? '(link removed)' : `(link: ${props.href})`}
        </span>
      )}
      <span className="sr-only" lang="en">
        ]{' '}
      </span>
    </span>
  );
}
