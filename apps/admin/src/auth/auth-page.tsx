import type { ReactNode } from 'react';

/** One thing to do before one is in, on a surface of its own. */
export function AuthPage(props: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  foot?: { href: string; label: string };
}) {
  return (
    <div className="rounded-lg border border-line bg-surface p-5 sm:p-6">
      <h1 className="text-xl font-semibold text-balance">{props.title}</h1>
      {props.lead ? <div className="mt-1.5 text-ink-soft">{props.lead}</div> : null}
      {props.children ? <div className="mt-4">{props.children}</div> : null}
      {props.foot ? (
        <p className="mt-4 text-center">
          {/* Not a link of Next's router: the page to sign in at is no page of Next's. */}
          <a href={props.foot.href} className="rounded-sm text-accent underline underline-offset-2">
            {props.foot.label}
          </a>
        </p>
      ) : null}
    </div>
  );
}
