'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { focusField, type MendingPlace, type PanelTab } from '../publish/go-to.ts';
import type { ArticleSession } from './use-article-session.ts';

/** Takes a person to the place where something is to be mended. */
export function useMending(options: {
  session: ArticleSession;
  showPanel: (tab: PanelTab) => void;
  hidePanel: () => void;
  openFinding: (id: string) => void;
}) {
  const { session, showPanel, hidePanel, openFinding } = options;
  const router = useRouter();
  return useCallback(
    (place: MendingPlace) => {
      if (place.kind === 'screen') router.push(place.href);
      else if (place.kind === 'body') {
        hidePanel();
        session.editor?.commands.focus('start', { scrollIntoView: true });
      } else if (place.kind === 'finding') {
        openFinding(place.id);
        focusField(place.field);
      } else if (place.kind === 'panel') {
        showPanel(place.tab);
        focusField(place.field);
      } else {
        hidePanel();
        focusField(place.field);
      }
    },
    [router, session.editor, showPanel, hidePanel, openFinding],
  );
}
