'use client';

import { Check } from 'lucide-react';
import { MenuItem } from '../../ui/menu.tsx';
import { ToolbarMenu } from '../editor/toolbar/toolbar-menu.tsx';
import { useArticleSuggestionsHere } from './use-article-suggestions.ts';

const modes = [
  { on: false, label: 'Editing' },
  { on: true, label: 'Suggesting' },
];

/** Whether what is written is the text or a suggestion; not there where nothing can be suggested. */
export function WritingMode() {
  const here = useArticleSuggestionsHere();
  if (here === null || here.on === null) return null;
  const { on, toggle } = here;
  return (
    <ToolbarMenu label="Mode" text={on ? 'Suggesting' : 'Editing'} isMarked={on}>
      {modes.map((mode) => (
        <MenuItem
          key={mode.label}
          keys="mod+shift+e"
          {...(mode.on === on ? { icon: Check } : {})}
          onClick={() => (mode.on === on ? undefined : toggle())}
        >
          {mode.label}
        </MenuItem>
      ))}
    </ToolbarMenu>
  );
}
