'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { matchingBlocks } from '../block-commands.ts';
import type { EditorActions } from '../editor-actions.ts';
import type { BlockCommand } from '../editor-block.ts';
import { slashQuery } from './slash-query.ts';

/** Blocks by name, where a slash was typed. The focus stays in the text. */
export function SlashMenu({ editor, actions }: { editor: Editor; actions: EditorActions }) {
  const id = useId();
  const asked = useEditorState({ editor, selector: ({ editor }) => slashQuery(editor.state) });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const blocks = asked && asked.from !== dismissed ? matchingBlocks(asked.query) : [];
  const open = blocks.length > 0;
  const index = Math.min(chosen, Math.max(0, blocks.length - 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts at its first answer.
  useEffect(() => setChosen(0), [asked?.query]);
  useEffect(() => {
    if (asked === null) setDismissed(null);
  }, [asked]);

  const pick = (block: BlockCommand) => {
    if (!asked) return;
    editor.chain().focus().deleteRange({ from: asked.from, to: asked.to }).run();
    block.run(editor, actions);
  };

  const latest = useRef({ open, blocks, index, pick, from: asked?.from ?? null });
  latest.current = { open, blocks, index, pick, from: asked?.from ?? null };

  useEffect(() => {
    const { dom } = editor.view;
    const onKeyDown = (event: KeyboardEvent) => {
      const now = latest.current;
      if (!now.open || event.isComposing) return;
      const count = now.blocks.length;
      if (event.key === 'ArrowDown') setChosen((now.index + 1) % count);
      else if (event.key === 'ArrowUp') setChosen((now.index + count - 1) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') {
        const block = now.blocks[now.index];
        if (block) now.pick(block);
      } else if (event.key === 'Escape') setDismissed(now.from);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    dom.addEventListener('keydown', onKeyDown, { capture: true });
    return () => dom.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [editor]);

  const active = open ? `${id}-${blocks[index]?.id}` : null;
  useEffect(() => {
    const { dom } = editor.view;
    if (active === null) {
      dom.removeAttribute('aria-activedescendant');
      dom.removeAttribute('aria-controls');
    } else {
      dom.setAttribute('aria-activedescendant', active);
      dom.setAttribute('aria-controls', id);
      document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
    }
  }, [editor, active, id]);

  if (!open || !asked) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Blocks"
      tabIndex={-1}
      style={place(editor, asked.from)}
      className="popup fixed z-40 max-h-72 w-72 overflow-y-auto p-1"
    >
      {blocks.map((block, at) => (
        <div
          key={block.id}
          id={`${id}-${block.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className={classNames('menu-item', at === index && 'bg-hover')}
          onMouseDown={(event) => {
            event.preventDefault();
            pick(block);
          }}
        >
          <block.icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 flex-1">
            {block.label}
            <span className="block truncate text-sm text-ink-faint">{block.hint}</span>
          </span>
          {block.keys ? <Kbd keys={block.keys} /> : null}
        </div>
      ))}
    </div>
  );
}

/** Under the slash, or above it where the window ends. */
function place(editor: Editor, position: number) {
  const at = editor.view.coordsAtPos(position);
  const left = Math.max(8, Math.min(at.left, window.innerWidth - 296));
  return window.innerHeight - at.bottom > 300
    ? { left, top: at.bottom + 6 }
    : { left, bottom: window.innerHeight - at.top + 6 };
}
