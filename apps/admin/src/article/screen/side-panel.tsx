'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import type { PanelTab } from '../publish/reason-target.ts';

const wide = '(min-width: 1080px)';
const subscribe = (listener: () => void) => {
  const query = matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether there is room for the panel next to the text. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(wide).matches,
    () => true,
  );
}

/** The panel next to the text; over it, as a sheet, if there is no room. */
export function SidePanel(props: {
  tabs: readonly Tab<PanelTab>[];
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  sheetOpen: boolean;
  onSheet: (open: boolean) => void;
  title: ReactNode;
  /** Shown in place of the tabs; null if the tabs are shown. */
  preview: ReactNode;
  onPreviewClose: () => void;
}) {
  const isWide = useWide();
  const tabs = (
    <Tabs
      label="Panel"
      tabs={props.tabs}
      value={props.tab}
      onChange={props.onTab}
      className="min-w-0"
    />
  );
  if (isWide) {
    return (
      <aside
        id="article-panel"
        aria-label="Article panel"
        tabIndex={-1}
        className="sticky top-(--article-bar-height) h-[calc(100dvh-var(--article-bar-height))] overflow-y-auto border-s border-line bg-surface px-4 pt-2 outline-none"
      >
        {/* As the sheet has one: the headings of panels are below it. */}
        <h2 className="sr-only">{props.title}</h2>
        {props.preview ?? tabs}
      </aside>
    );
  }
  if (props.preview !== null) {
    return (
      <Dialog open onOpenChange={props.onPreviewClose} title="Preview" size="lg">
        <div id="article-panel" className="min-w-0">
          {props.preview}
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open={props.sheetOpen} onOpenChange={props.onSheet} title={props.title} size="lg">
      <div id="article-panel" className="min-w-0">
        {tabs}
      </div>
    </Dialog>
  );
}
