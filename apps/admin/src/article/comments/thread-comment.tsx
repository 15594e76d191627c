'use client';

import { can } from '@viewpoints/domain/accounts/permissions';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { wordTime } from '../../imports/word-time.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { CommentComposer } from './comment-composer.tsx';
import { partsOf } from './mentions.ts';
import type { Commenting } from './use-article-comments.ts';
import type { CommentOfThread } from './use-comments.ts';

/**
 * One comment, which its author may edit and remove, and a publisher remove; one made by a link may
 * be removed by anybody, and one from a Word file not edited at all.
 */
export function ThreadComment(props: { comment: CommentOfThread; commenting: Commenting }) {
  const { comment, commenting } = props;
  const { me } = useSession();
  const { id: byId } = comment.by;
  const { inWordFile } = comment;
  const isOwn = byId === me.id && inWordFile === null;
  const mayRemove = byId === null || can(me, 'comment.remove', { ownerIds: [byId] }, me).ok;
  const [editing, setEditing] = useState(false);
  const people = [...(commenting.query.data?.people ?? []), ...comment.mentions].filter(
    (each, index, all) => all.findIndex(({ id }) => id === each.id) === index,
  );
  const remove = async () => {
    try {
      await viewpoints.editor.articles.comments.remove.mutate({ id: comment.id });
      await commenting.refresh();
    } catch (error) {
      toast.failed(error, 'This comment could not be removed.');
    }
  };
  if (comment.text === null)
    return (
      <p className="text-sm text-ink-faint italic">A comment by {comment.by.name} was removed.</p>
    );
  return (
    <div className="grid gap-0.5">
      <div className="flex min-h-8 items-center gap-2">
        <p className="min-w-0 flex-1 text-sm">
          <bdi className="font-medium">
            {inWordFile === null ? comment.by.name : (inWordFile.author ?? 'No name')}
          </bdi>
          {inWordFile === null ? ' ' : ', '}
          <span className="text-ink-faint">
            {byId === null ? 'by preview link, ' : ''}
            {inWordFile === null ? (
              <Time at={comment.at} />
            ) : (
              <WordOrigin at={inWordFile.at} importedBy={comment.by.name} />
            )}
            {comment.editedAt === null ? '' : ', edited'}
          </span>
        </p>
        {mayRemove && !editing ? (
          <Menu
            trigger={
              <Button
                size="icon"
                variant="quiet"
                icon={Ellipsis}
                label={isOwn ? 'Comment actions' : 'Remove comment'}
              />
            }
          >
            {isOwn ? (
              <MenuItem icon={Pencil} onClick={() => setEditing(true)}>
                Edit
              </MenuItem>
            ) : null}
            <MenuItem icon={Trash2} danger onClick={() => void remove()}>
              Remove
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      {editing ? (
        <CommentComposer
          label="Edit comment"
          action="Save"
          autoFocus
          people={people}
          initial={comment.text}
          mentioned={comment.mentions.map(({ id }) => id)}
          onCancel={() => setEditing(false)}
          onSend={async (content) => {
            await viewpoints.editor.articles.comments.edit.mutate({ id: comment.id, ...content });
            await commenting.refresh();
            setEditing(false);
          }}
        />
      ) : (
        <p className="break-words whitespace-pre-line" dir="auto">
          {partsOf(comment.text, comment.mentions).map(({ kind, text }, index) =>
            kind === 'mention' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order.
              <strong key={index} className="font-medium text-accent">
                {text}
              </strong>
            ) : (
              text
            ),
          )}
        </p>
      )}
    </div>
  );
}

/** The origin of a comment from a Word file. */
const WordOrigin = (props: { at: string | null; importedBy: string }) => (
  <>
    in the Word file{props.at === null ? '' : `, ${wordTime(props.at)}`}. Imported by{' '}
    <bdi>{props.importedBy}</bdi>
  </>
);
