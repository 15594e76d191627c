import type { Outputs } from '@viewpoints/client';

export type HistoryEntry = Outputs['editor']['articles']['history']['list']['items'][number];

const reasons: Record<string, string> = {
  imported: 'Imported',
  kept: 'Kept',
  submitted: 'Submitted',
  approved: 'Approved',
  published: 'Published',
  corrected: 'Corrected',
  retracted: 'Retracted',
};

export const reasonLabel = (reason: string): string => reasons[reason] ?? reason;

/** "4 March 2031, 09:00". */
const timeLabel = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  }).format(new Date(at));

/** The label of a moment of an article: its name, its version, or its time. */
export function momentLabel({
  number,
  name,
  at,
}: {
  number: number | null;
  name: string | null;
  at: string;
}): string {
  if (name !== null) return name;
  return number === null ? timeLabel(at) : `Version ${number}`;
}

export const entryLabel = ({ revision, ...entry }: HistoryEntry): string =>
  momentLabel({ ...entry, number: revision?.number ?? null });

/** When it was and who wrote between, for lists. */
export function entryHint({ revision, name, at, authors }: HistoryEntry): string {
  const written = new Intl.ListFormat('en-GB').format(authors.map((each) => each.name));
  return [
    revision &&
      `${reasonLabel(revision.reason)}${name === null ? '' : ` as version ${revision.number}`}`,
    revision || name !== null ? timeLabel(at) : null,
    written === '' ? null : `written by ${written}`,
  ]
    .filter(Boolean)
    .join(', ');
}
