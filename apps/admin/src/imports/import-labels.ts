import type { ImportItemState, ShownImport } from '@viewpoints/domain/imports/import-run';
import type { Tone } from '../ui/badge.tsx';

/** What the state of an imported article is called. */
export const importStateLabels: Readonly<Record<ImportItemState, string>> = {
  ready: 'Ready',
  waiting: 'Confirmed',
  published: 'Published',
  refused: 'Left out',
  edited: 'Edited',
  incomplete: 'Incomplete',
  draft: 'Draft',
};

export const importStateTones: Readonly<Record<ImportItemState, Tone>> = {
  ...{ ready: 'accent', waiting: 'accent', published: 'ok', refused: 'danger' },
  ...{ edited: 'warn', incomplete: 'warn', draft: 'plain' },
};

/** What each state means, for those who have to decide. */
export const importStateHints: Readonly<Record<ImportItemState, string>> = {
  ready: 'It was public and has all that readers need. It goes out when two people say so.',
  waiting: 'It was confirmed, and goes out once a second person has signed.',
  published: 'Readers have it, with the date that it had before.',
  refused: 'It was confirmed, and may not go out as it is. It stays a draft.',
  edited: 'Somebody has worked on it here. It goes out like every article.',
  incomplete: 'It lacks a headline, a standfirst, a topic or an author.',
  draft: 'It was not public, not for everybody, or has no date. It stays a draft.',
};

/** The system and the site of an import, in words. */
export function sourceOf({ source }: Pick<ShownImport, 'source'>): string {
  const [system = '', ...address] = source.split(' ');
  const names: Readonly<Record<string, string>> = {
    ...{ wordpress: 'WordPress', ghost: 'Ghost', markdown: 'Markdown', feed: 'Feed' },
  };
  return `${names[system] ?? system}, ${address.join(' ')}`;
}

/** Where an import stands. */
export function importStatusOf(run: ShownImport): { label: string; tone: Tone } {
  if (run.undoneAt !== null) return { label: 'Undone', tone: 'plain' };
  if (run.publishedAt !== null) return { label: 'Published', tone: 'ok' };
  if (run.signedAt !== null) return { label: 'Publishing', tone: 'accent' };
  if (run.confirmedAt !== null) return { label: 'Confirmed', tone: 'accent' };
  if (run.finishedAt === null) return { label: 'Not finished', tone: 'warn' };
  return { label: 'Drafts', tone: 'plain' };
}
