'use client';

import { mayInRole } from '../../session/may-in-role.ts';
import { useSession } from '../../session/session-provider.tsx';
import type { ArticleScreenData } from '../article-data.ts';

const mentions = new Set(['protected_mention', 'possible_protected_mention']);

/** How the preview differs from what is written, and what prevents publishing it. */
export function PreviewNotes({ data }: { data: ArticleScreenData }) {
  const { me } = useSession();
  const { publishable, findings } = data;
  const reasons = publishable.ok ? [] : publishable.reasons;
  const unverified = findings.filter(({ state }) => state === 'proposed').length;
  const notes = [
    ...(unverified === 0
      ? []
      : [
          unverified === 1
            ? '1 finding is not verified and is left out.'
            : `${unverified} findings are not verified and are left out.`,
        ]),
    ...(reasons.some(({ code }) => mentions.has(code))
      ? ['Parts that mention a protected name are withheld: such a text is not published.']
      : []),
    ...(mayInRole(me.roles, 'source.view')
      ? []
      : ['Protected names are not looked for here, but in review.']),
  ];
  return (
    <div className="space-y-1 text-sm text-ink-soft">
      <p>As it would be published now.</p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {reasons.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer">
            {reasons.length === 1
              ? '1 problem prevents publishing'
              : `${reasons.length} problems prevent publishing`}
          </summary>
          <ul className="mt-1 list-disc space-y-1 ps-5">
            {[...new Set(reasons.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
