'use client';

import { counted } from '@viewpoints/domain/text/counted';
import { checkInput } from '../data/check-input.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';
import { articleLink } from './article-link.ts';
import { Changes, ReleaseChangeFields, useReleaseChanges } from './release-changes.tsx';
import type { ShownRelease } from './use-release.ts';

/** Publishes a release at once, with the notices of the corrections in it. */
export function PublishReleaseDialog(props: {
  shown: Pick<ShownRelease, 'release' | 'articles'>;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { release, articles } = props.shown;
  const of = useReleaseChanges(articles);
  const { busy, error, run } = useTask();
  const goes = articles.length === 1 ? 'goes' : 'go';
  const publish = () =>
    run(async () => {
      const changes = checkInput(Changes, of.changes);
      await viewpoints.editor.releases.publish.mutate({ id: release.id, changes });
      await props.onDone();
      toast.done('Published. Readers have it now.');
      props.onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size={of.next.length > 0 ? 'lg' : 'sm'}
      title="Publish this release now?"
      description={`${counted(articles.length, 'article')} ${goes} out at once. Where one may not, none does.`}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void publish()}>
            Publish now
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ReleaseChangeFields of={of} error={error} />
        {error ? <ErrorNote error={error} linkFor={articleLink} /> : null}
      </div>
    </Dialog>
  );
}
