import { DetailsPanel } from '../details/on-demand.tsx';
import { FindBar } from '../editor/find/on-demand.tsx';
import { pasteCleaner } from '../editor/paste/paste-cleaner.ts';
import { FindingDetail, NewFinding } from '../findings/panel/on-demand.tsx';
import { SuggestionsPanel } from '../suggestions/on-demand.tsx';
import { suggestionList } from '../suggestions/use-suggestions.ts';
import { CalloutDialog, ChartDialog } from './block-dialogs.ts';
import { ConflictDialog, LanguageDialog, LinkDialog, ShortcutsSheet } from './on-demand.tsx';

/**
 * Parts loaded on demand that work without a connection, the most needed first. All others need the
 * server.
 */
export const neededOffline = [
  FindBar,
  pasteCleaner,
  suggestionList,
  SuggestionsPanel,
  LinkDialog,
  NewFinding,
  FindingDetail,
  DetailsPanel,
  CalloutDialog,
  ChartDialog,
  LanguageDialog,
  ShortcutsSheet,
  ConflictDialog,
];
