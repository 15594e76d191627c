'use client';

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
import { useEffect, useRef } from 'react';
import { useOfferedVerbs } from '../../shell/page-verbs.ts';

/** Shortcuts that hold anywhere on the article screen; the palette offers them as well. */
export function useScreenKeys(keys: {
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
}): void {
  const latest = useRef(keys);
  latest.current = keys;
  useOfferedVerbs([
    { label: 'Comment on words', icon: MessageSquare, keys: 'mod+alt+m', run: keys.comment },
    { label: 'Next comment', icon: ArrowDown, keys: 'f9', run: () => keys.walkComments(1) },
    { label: 'Previous comment', icon: ArrowUp, run: () => keys.walkComments(-1) },
    { label: 'Find in text', icon: Search, keys: 'mod+f', run: keys.find },
    {
      label: keys.isSuggesting ? 'Edit the text' : 'Suggest changes',
      icon: SquarePen,
      keys: 'mod+shift+e',
      run: keys.suggesting,
    },
    { label: 'Next suggestion', icon: ArrowDown, run: () => keys.walkSuggestions(1) },
    { label: 'Previous suggestion', icon: ArrowUp, run: () => keys.walkSuggestions(-1) },
    { label: 'Accept suggestion', icon: Check, run: () => keys.decideSuggestion('accept') },
    { label: 'Refuse suggestion', icon: X, run: () => keys.decideSuggestion('refuse') },
    { label: 'Preview', icon: Eye, keys: 'mod+alt+p', run: keys.preview },
    { label: 'Save now', icon: Save, keys: 'mod+s', run: keys.save },
    { label: 'Keyboard shortcuts', icon: CircleHelp, keys: 'mod+/', run: keys.help },
  ]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      const { save, propose, comment, walkComments, help, preview, otherSide, suggesting } =
        latest.current;
      if (mod && key === 's' && !event.shiftKey) save();
      else if (mod && event.shiftKey && key === 'f') propose();
      else if (mod && event.shiftKey && key === 'e') suggesting();
      // With Option a Mac types another letter.
      else if (mod && event.altKey && event.code === 'KeyM') comment();
      else if (key === 'f9') walkComments(event.shiftKey ? -1 : 1);
      else if (mod && key === '/') help();
      // By its place: with Alt, the key itself writes another letter on some keyboards.
      else if (mod && event.altKey && event.code === 'KeyP') preview();
      else if (key === 'f6') otherSide();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
