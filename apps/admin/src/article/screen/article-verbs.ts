import {
  ArrowDown,
  ArrowUp,
  Check,
  CircleHelp,
  Eye,
  MessageSquare,
  Save,
  Search,
  SquarePen,
  X,
} from 'lucide-react';
import type { PageVerb } from '../../shell/page-verbs.ts';

/** What the article screen does by keys and by the palette. */
export type ScreenActions = {
  save: () => void;
  propose: () => void;
  comment: () => void;
  walkComments: (step: 1 | -1) => void;
  find: () => void;
  suggesting: () => void;
  isSuggesting: boolean;
  walkSuggestions: (step: 1 | -1) => void;
  decideSuggestion: (verdict: 'accept' | 'refuse') => void;
  help: () => void;
  preview: () => void;
  /** F6 goes round the parts of the screen, as in desktop programs. */
  otherSide: () => void;
};

/** The verbs of the article screen, loaded with the palette. */
export const articleVerbs = (act: ScreenActions): PageVerb[] => [
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
  { label: 'Keyboard shortcuts', icon: CircleHelp, keys: 'mod+/', run: act.help },
];
