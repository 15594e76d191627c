import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The frame of a screen: its one `h1`, what it is for, its main action, its content. */
export function Page(props: {
  title: ReactNode;
  serif?: boolean;
  description?: ReactNode;
  actions?: ReactNode;
  badges?: ReactNode;
  back?: { href: string; label: string };
  /** `prose` for forms and single columns. */
  width?: 'full' | 'prose';
  children: ReactNode;
}) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-5 sm:px-6 sm:py-6">
      {/* Narrow screens begin where wide ones do: titles do not move from one to another. */}
      <div className={props.width === 'prose' ? 'max-w-3xl' : undefined}>
        {props.back ? (
          <Link
            href={props.back.href}
            className="-ms-1 mb-1 inline-flex items-center gap-0.5 rounded-sm text-sm text-ink-soft hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {props.back.label}
          </Link>
        ) : null}
        <header className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-44">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1
                className={classNames(
                  'min-w-0 text-2xl leading-tight break-words',
                  props.serif ? 'font-serif font-medium' : 'font-semibold tracking-[-0.01em]',
                )}
                dir="auto"
              >
                {props.title}
              </h1>
              {props.badges}
            </div>
            {props.description ? (
              <p className="mt-0.5 max-w-[70ch] text-ink-soft">{props.description}</p>
            ) : null}
          </div>
          {props.actions ? <div className="flex flex-wrap gap-2">{props.actions}</div> : null}
        </header>
        {props.children}
      </div>
    </div>
  );
}
