'use client';

import type { Article } from '@viewpoints/domain/articles/article';
import { Eye, LockKeyhole } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import type { ArticleScreenData } from '../article-data.ts';

const consequences: Partial<Record<Article['state'], { says: string; action: string }>> = {
  approved: {
    says: 'It is approved. Editing it takes back the approval.',
    action: 'Edit anyway',
  },
  scheduled: {
    says: 'It is approved and scheduled. Editing it takes back both.',
    action: 'Edit anyway',
  },
  published: {
    says: 'Readers see this version until the next one is published.',
    action: 'Start next version',
  },
};

/** Why an article in this state cannot be edited. */
const closed: Partial<Record<Article['state'], string>> = {
  retracted: 'It was retracted. Nobody can edit it.',
  archived: 'It is archived. Restore it to edit it.',
};

/** Shown if a protective act suspended the live version. */
const takenOff = {
  says: 'Readers do not see it until it is corrected.',
  action: 'Start next version',
};

/** Whether words may be changed now: by permission, and knowing what that undoes. */
export function editingOf(
  data: ArticleScreenData,
  unlocked: boolean,
): 'open' | 'locked' | 'readonly' {
  if (!data.permissions['article.edit'].ok) return 'readonly';
  return consequences[data.article.state] && !unlocked ? 'locked' : 'open';
}

/** Says why the text cannot be written in, and what it takes. */
export function EditLock(props: {
  data: ArticleScreenData;
  editing: 'open' | 'locked' | 'readonly';
  onUnlock: () => void;
}) {
  const { data, editing } = props;
  if (editing === 'open') return null;
  const isTakenOff = data.suspended && data.article.state === 'published';
  const inRelease = data.article.state === 'scheduled' && data.release !== null;
  const locked = isTakenOff ? takenOff : consequences[data.article.state];
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3 rounded-md border border-line bg-sunken px-3 py-2">
      {editing === 'locked' && locked ? (
        <>
          <LockKeyhole aria-hidden className="size-4 text-ink-faint" />
          <p className="flex-1 basis-60">
            {locked.says}
            {inRelease ? ' The release that it goes out with stops then.' : ''}
          </p>
          <Button size="sm" onClick={props.onUnlock}>
            {locked.action}
          </Button>
        </>
      ) : (
        <>
          <Eye aria-hidden className="size-4 text-ink-faint" />
          <p className="flex-1 basis-60">
            {closed[data.article.state] ?? `You are reading. ${whyNot(data)}`.trimEnd()}
          </p>
        </>
      )}
    </div>
  );
}

const whyNot = ({ permissions }: ArticleScreenData): string => {
  const permission = permissions['article.edit'];
  return permission.ok ? '' : permission.reasons.map(({ message }) => message).join(' ');
};
