import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import {
  Archive,
  ArrowDown,
  ArrowUp,
  Bookmark,
  CalendarClock,
  Check,
  Eye,
  type LucideIcon,
  MessageSquare,
  Pencil,
  Quote,
  Save,
  Search,
  Send,
  Share2,
  SquarePen,
  Trash2,
  Undo2,
  X,
} from 'lucide-react';
import type { Me } from '../../session/me.ts';
import type { PageVerb } from '../../shell/page-verbs.ts';
import type { ArticleScreenData } from '../article-data.ts';
import type { PanelTab } from '../publish/reason-target.ts';
import { type Step, stepsOf } from '../publish/steps-of.ts';
import { requestAct } from './requested-act.ts';

/** What the article screen does by keys and by the palette. */
export type ScreenActions = {
  data: ArticleScreenData;
  me: Me;
  canPropose: boolean;
  showPanel: (tab: PanelTab) => void;
  showPreview: () => void;
  save: () => void;
  propose: () => void;
  comment: () => void;
  walkComments: (step: 1 | -1) => void;
  find: () => void;
  suggesting: () => void;
  isSuggesting: boolean;
  walkSuggestions: (step: 1 | -1) => void;
  decideSuggestion: (verdict: 'accept' | 'refuse') => void;
  preview: () => void;
  /** F6 goes round the parts of the screen, as in desktop programs. */
  otherSide: () => void;
};

/** The verbs of the article screen, loaded with the palette: what this person may do now. */
export function articleVerbs(act: ScreenActions): PageVerb[] {
  const { data, me } = act;
  const { id } = data.article;
  const may = (action: Parameters<typeof can>[1]) =>
    can(me, action, articleSubject(data.article), me).ok;
  const { next, away } = stepsOf(data, me);
  const inPanel = (tab: PanelTab, what: string) => () => {
    act.showPanel(tab);
    requestAct(id, what);
  };
  const verbOf = ({ name, label }: Step): PageVerb => ({
    ...{ label, icon: icons[name], run: inPanel('publish', name) },
    ...(words[name] ? { words: words[name] } : {}),
  });
  const isWritten = may('article.edit') && !data.inTrash;
  return [
    ...next.filter(({ decision }) => decision.ok).map(verbOf),
    ...(act.canPropose
      ? [{ label: 'Propose finding', icon: Quote, keys: 'mod+shift+f', run: act.propose }]
      : []),
    ...(may('preview_link.list')
      ? [
          {
            ...{ label: 'Share preview…', icon: Share2, words: ['link', 'send'] },
            run: () => {
              act.showPreview();
              requestAct(id, 'share');
            },
          },
        ]
      : []),
    ...(isWritten && may('article.name_version')
      ? [
          {
            ...{ label: 'Name version…', icon: Bookmark, words: ['keep', 'revision', 'history'] },
            run: inPanel('revisions', 'name_version'),
          },
        ]
      : []),
    { label: 'Comment on words', icon: MessageSquare, keys: 'mod+alt+m', run: act.comment },
    { label: 'Next comment', icon: ArrowDown, keys: 'f9', run: () => act.walkComments(1) },
    { label: 'Previous comment', icon: ArrowUp, run: () => act.walkComments(-1) },
    { label: 'Find in text', icon: Search, keys: 'mod+f', run: act.find },
    {
      label: act.isSuggesting ? 'Edit the text' : 'Suggest changes',
      icon: SquarePen,
      keys: 'mod+shift+e',
      run: act.suggesting,
    },
    { label: 'Next suggestion', icon: ArrowDown, run: () => act.walkSuggestions(1) },
    { label: 'Previous suggestion', icon: ArrowUp, run: () => act.walkSuggestions(-1) },
    { label: 'Accept suggestion', icon: Check, run: () => act.decideSuggestion('accept') },
    { label: 'Refuse suggestion', icon: X, run: () => act.decideSuggestion('refuse') },
    { label: 'Preview', icon: Eye, keys: 'mod+alt+p', run: act.preview },
    { label: 'Save now', icon: Save, keys: 'mod+s', run: act.save },
    ...away.filter(({ decision }) => decision.ok).map(verbOf),
  ];
}

const icons: Record<Step['name'], LucideIcon> = {
  submit_now: Send,
  submit: Send,
  approve: Check,
  changes: Undo2,
  recall: Undo2,
  suggest: CalendarClock,
  schedule: CalendarClock,
  reschedule: CalendarClock,
  unschedule: CalendarClock,
  embargo: CalendarClock,
  publish: Send,
  correct: Send,
  next: Pencil,
  untrash: Undo2,
  restore: Undo2,
  retract: Trash2,
  archive: Archive,
  trash: Trash2,
};

/** What else a step is looked for by: the word of another system, or of the trade. */
const words: Partial<Record<Step['name'], string[]>> = {
  changes: ['send back', 'return'],
  recall: ['withdraw', 'cancel review'],
  correct: ['correct', 'correction'],
  next: ['edit', 'revise', 'correct'],
  trash: ['delete', 'remove'],
  unschedule: ['cancel'],
};
