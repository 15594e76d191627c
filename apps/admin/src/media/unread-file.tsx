import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UnreadCause, unreadCauses } from '@viewpoints/domain/media/unread-cause';
import type { Decision } from '@viewpoints/domain/refusal';
import { viewpoints } from '../data/viewpoints.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

type Shown = {
  id: string;
  unread: string[];
  checkedAt: string | null;
  checkedBy: { name: string } | null;
  may: { check: Decision };
};

/** Why no program can read a file, and who checked it, or a button for those who may. */
export function UnreadFile({ media }: { media: Shown }) {
  const queries = useQueryClient();
  const check = useMutation({
    mutationFn: () => viewpoints.editor.media.check.mutate({ id: media.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['media'] }),
  });
  if (media.unread.length === 0) return null;
  const causes = media.unread.flatMap((cause) => {
    const known = UnreadCause.safeParse(cause);
    return known.success ? unreadCauses[known.data] : [];
  });
  return (
    <div className="space-y-1.5 pt-1">
      <p className="text-ink-soft">{causes.join('. ')}.</p>
      {media.checkedAt === null ? (
        <>
          <Badge tone="warn">Not checked</Badge>
          <Button
            size="sm"
            decision={media.may.check}
            busy={check.isPending}
            onClick={() => check.mutate()}
          >
            Mark as checked
          </Button>
        </>
      ) : (
        <p className="text-ink-soft">Checked by {media.checkedBy?.name}</p>
      )}
      {check.error ? <ErrorNote error={check.error} /> : null}
    </div>
  );
}
