import type { Direction } from '@viewpoints/domain/values';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { KeepFocus } from './keep-focus.tsx';

export function List(props: { label: string; children: ReactNode }) {
  return (
    <KeepFocus>
      <ul aria-label={props.label} className="divide-y divide-line">
        {props.children}
      </ul>
    </KeepFocus>
  );
}

/**
 * One row: the whole of it leads to `href`, by a link that is the title alone, so that screen
 * readers hear the title and buttons in `end` stay reachable.
 */
export function ListRow(props: {
  href?: string;
  onOpen?: () => void;
  title: ReactNode;
  /** Headlines and names of works are set in the serif of the journal. */
  serif?: boolean;
  /** Language and direction of the title, where it is not English. */
  lang?: string | undefined;
  dir?: Direction | 'auto';
  meta?: ReactNode;
  badges?: ReactNode;
  end?: ReactNode;
  /** A control before the title, such as a box to choose the row. */
  start?: ReactNode;
  children?: ReactNode;
}) {
  const titleClass = classNames(
    "text-start text-ink after:absolute after:inset-0 after:rounded-md after:content-[''] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
    props.serif ? 'font-serif text-lg leading-snug font-medium' : 'font-medium',
  );
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-1.5 px-4 py-2.5 hover:bg-hover/60 sm:flex-nowrap">
      {props.start ? <div className="relative z-10 flex pt-1">{props.start}</div> : null}
      <div className={classNames('min-w-0 flex-1', props.start ? 'basis-48' : 'basis-60')}>
        <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <span lang={props.lang} dir={props.dir ?? 'auto'} className="min-w-0 break-words">
            {props.href ? (
              <Link href={props.href} className={titleClass}>
                {props.title}
              </Link>
            ) : props.onOpen ? (
              <button type="button" onClick={props.onOpen} className={titleClass}>
                {props.title}
              </button>
            ) : (
              <span className={props.serif ? 'font-serif text-lg font-medium' : 'font-medium'}>
                {props.title}
              </span>
            )}
          </span>
          {props.badges ? <span className="flex flex-wrap gap-1.5">{props.badges}</span> : null}
        </div>
        {props.meta ? (
          <div className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-faint">{props.meta}</div>
        ) : null}
        {props.children}
      </div>
      {props.end ? (
        <div className="relative flex shrink-0 items-center gap-2 text-sm text-ink-soft">
          {props.end}
        </div>
      ) : null}
    </li>
  );
}
