'use client';

import { useQuery } from '@tanstack/react-query';
import { kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { EffectsNote } from '../../protection/effects-note.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

type Props = { session: ArticleSession; onClose: () => void };
const api = viewpoints.editor.articles;

export function ChangesDialog({ session, onClose }: Props) {
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Request changes"
      consequence="It goes back to its author as a draft, with what you write here."
      action="Send back"
      why={{ label: 'What should change', maxLength: 5000 }}
      onConfirm={async (comment) => {
        await session.after(() =>
          api.requestChanges.mutate({ id: session.id, seen: session.autosave.seen(), comment }),
        );
        toast.done('Sent back, with what should change.');
      }}
    />
  );
}

export function PublishDialog({ session, onClose }: Props) {
  const { article, findings } = session.data;
  const going = findings.filter(
    ({ state }) => state === 'verified' || state === 'published',
  ).length;
  const staying = findings.filter(({ state }) => state === 'proposed').length;
  // A scheduled version has the kind and notices that it was scheduled with.
  const scheduled = article.state === 'scheduled' ? session.data.scheduled : null;
  const notices = scheduled?.corrections.length ?? 0;
  const [minor, setMinor] = useState(scheduled?.minor ?? false);
  const { announced } = kinds[article.kind];
  const maySayMinor =
    announced && article.liveRevisionId !== null && notices === 0 && !scheduled?.minor;
  const embargoed =
    article.embargoUntil !== null && article.embargoUntil > new Date().toISOString();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Publish “${article.headline}”?`}
      consequence={
        <>
          <p>
            {minor
              ? 'Readers have it within a second. Feeds and search engines are not told, and the date of the article stays.'
              : embargoed
                ? 'It is published at once and becomes visible when the embargo ends.'
                : announced
                  ? 'Everybody can read it within a second, and feeds and search engines pick it up. Afterwards it can be corrected, retracted with a notice, or archived.'
                  : 'Everybody can read it within a second. Nobody is told, and no list or feed has it. Afterwards it can be changed, retracted with a notice, or archived.'}
          </p>
          {kindHas(article.kind, 'findings') ? (
            <p className="mt-2">
              {counted(going, 'finding goes', 'findings go')} out with it
              {staying > 0
                ? `; ${counted(staying, 'proposed one stays', 'proposed ones stay')} behind`
                : ''}
              .
            </p>
          ) : null}
          {notices > 0 ? (
            <p className="mt-2">
              {counted(notices, 'correction notice goes', 'correction notices go')} out with it.
            </p>
          ) : null}
        </>
      }
      action="Publish now"
      onConfirm={async () => {
        const revisionId = article.approvedRevisionId ?? '';
        await session.after(() => api.publish.mutate({ id: session.id, revisionId, minor }));
        toast.done(embargoed ? 'Published under embargo.' : 'Published. Readers have it now.');
      }}
    >
      {maySayMinor ? (
        <Switch
          label="Minor change"
          hint="For slips that change no finding. Listed among the versions all the same."
          checked={minor}
          onChange={setMinor}
        />
      ) : null}
    </ConfirmDialog>
  );
}

export function RetractDialog({ session, onClose }: Props) {
  const published = session.data.findings.filter(({ state }) => state === 'published').length;
  const [keep, setKeep] = useState(false);
  const effects = useQuery({
    queryKey: ['article', session.id, 'effects of retracting'],
    queryFn: () => api.effects.query({ id: session.id }),
    gcTime: 0,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Retract “${session.data.article.headline}”?`}
      consequence={
        <div className="grid gap-3">
          <p>
            {`Its text goes from the site. Its address stays, with a notice and the reason you give${
              published > 0
                ? `, and its ${counted(published, 'published finding is', 'published findings are')} withdrawn with it`
                : ''
            }. The retraction cannot be taken back.`}
          </p>
          <EffectsNote query={effects} />
        </div>
      }
      ready={!effects.isPending}
      action="Retract"
      danger
      why={{ label: 'Why', hint: 'Readers see this.', maxLength: 2000 }}
      onConfirm={async (why) => {
        const { withheld } = await session.after(async () => {
          const retracted = await api.retract.mutate({ id: session.id, why });
          if (keep) await api.retractedText.request.mutate({ id: session.id });
          return retracted;
        });
        toast.done(
          withheld.length > 0
            ? 'Retracted. Words that terms protect were left out of the notice: readers see “Removed” there.'
            : 'Retracted. Readers see a notice at its address.',
        );
      }}
    >
      <div className="mb-4">
        <Switch
          label="Show text again"
          hint="Marked as retracted, without pictures, once a second person confirms it. Until then it is gone."
          checked={keep}
          onChange={setKeep}
        />
      </div>
    </ConfirmDialog>
  );
}

export function ArchiveDialog({ session, onClose }: Props) {
  const live = session.data.article.liveRevisionId !== null;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Archive “${session.data.article.headline || session.data.article.slug}”?`}
      consequence={
        live
          ? 'Readers find nothing at its address any more, and no notice says why: to say why, retract it. Here it can be restored as a draft.'
          : 'The draft is put away. It can be restored.'
      }
      action="Archive"
      onConfirm={async () => {
        await session.after(() => api.archive.mutate({ id: session.id }));
        toast.done(live ? 'Archived. Readers no longer find it.' : 'Archived.');
      }}
    />
  );
}
