'use client';

import { onlineManager } from '@tanstack/react-query';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { ExternalLink, Printer, RotateCw, Share2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSession } from '../../session/session-provider.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import type { ArticleScreenData } from '../article-data.ts';
import { useRequestedAct } from '../screen/requested-act.ts';
import { PreviewLinksDialog } from './links/on-demand.tsx';
import { PreviewFrame, type PreviewFrameActions } from './preview-frame.tsx';
import { PreviewNotes } from './preview-notes.tsx';
import {
  type PreviewShow,
  type PreviewTheme,
  previewShows,
  previewThemes,
} from './preview-options.ts';
import { usePreview } from './use-preview.ts';

/** The article as readers would have it, in the reading site's own frame, and the ways to look at it. */
export function PreviewView(props: { data: ArticleScreenData; place: 'panel' | 'page' }) {
  const { data, place } = props;
  const { id, save } = data.article;
  const [show, setShow] = useState<PreviewShow>(place === 'panel' ? 'phone' : 'desk');
  const [theme, setTheme] = useState<PreviewTheme>('light');
  const preview = usePreview({ id, version: `${save} ${versionOf(data)}`, show, theme });
  const { me } = useSession();
  const [sharing, setSharing] = useState(false);
  useRequestedAct(id, (act) => {
    if (act === 'share') setSharing(true);
    return act === 'share';
  });
  const frame = useRef<PreviewFrameActions>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { error, isPaused, isWorking } = preview;
  return (
    <section
      aria-label="Preview"
      className={place === 'page' ? 'flex min-h-0 flex-1 flex-col gap-3' : 'flex flex-col gap-3'}
    >
      <div ref={bar} tabIndex={-1} className="flex flex-wrap items-center gap-2 outline-none">
        <Select
          label="Show"
          labelHidden
          compact
          value={show}
          onChange={setShow}
          options={previewShows}
        />
        <Select
          label="Colours"
          labelHidden
          compact
          value={theme}
          onChange={setTheme}
          options={previewThemes}
        />
        <Button
          icon={RotateCw}
          label="Refresh preview"
          variant="quiet"
          busy={isWorking}
          onClick={preview.refresh}
        />
        {show === 'print' ? (
          <Button
            icon={Printer}
            label="Print…"
            variant="quiet"
            onClick={() => frame.current?.print()}
          />
        ) : null}
        {can(me, 'preview_link.list', articleSubject(data.article), me).ok ? (
          <Button size="sm" variant="quiet" icon={Share2} onClick={() => setSharing(true)}>
            Share…
          </Button>
        ) : null}
        {place === 'panel' ? (
          <ButtonLink
            href={`/articles/${id}/preview`}
            size="sm"
            variant="quiet"
            icon={ExternalLink}
          >
            Own page
          </ButtonLink>
        ) : null}
      </div>
      {sharing ? <PreviewLinksDialog data={data} onClose={() => setSharing(false)} /> : null}
      <PreviewNotes data={data} />
      <p role="status" className="text-sm text-warn empty:hidden">
        {isPaused && !onlineManager.isOnline()
          ? 'Offline. The preview is refreshed when the connection is back.'
          : ''}
      </p>
      {error === null ? null : (
        <ErrorNote error={error} title="The preview could not be made" onRetry={preview.refresh} />
      )}
      <PreviewFrame
        ref={frame}
        pass={preview.pass}
        show={show}
        theme={theme}
        fills={place === 'page'}
        onLeave={() => bar.current?.querySelector('button')?.focus()}
      />
    </section>
  );
}

/** Changes other than of the text that readers would see: states and words of findings. */
const versionOf = ({ findings }: ArticleScreenData) =>
  findings.map(({ id, updatedAt, state }) => `${id}${updatedAt}${state}`).join();
