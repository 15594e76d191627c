'use client';

import { Toolbar } from '@base-ui/react/toolbar';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  CaseUpper,
  CodeXml,
  Italic,
  Languages,
  Link2,
  ListTree,
  type LucideIcon,
  Redo2,
  Search,
  Table2,
  Undo2,
} from 'lucide-react';
import { MenuItem } from '../../../ui/menu.tsx';
import { WritingMode } from '../../suggestions/writing-mode.tsx';
import { insertions, textStyles, wraps } from '../block-commands.ts';
import type { EditorActions } from '../editor-actions.ts';
import { editorBlocks } from '../editor-blocks.ts';
import { goToHeading, outlineOf } from '../outline.ts';
import { tableCommands } from '../tables/table-commands.ts';
import { ToolbarButton } from './toolbar-button.tsx';
import { ToolbarMenu } from './toolbar-menu.tsx';

const marks: { name: string; label: string; icon: LucideIcon; keys: string }[] = [
  { name: 'strong', label: 'Strong', icon: Bold, keys: 'mod+b' },
  { name: 'emphasis', label: 'Emphasis', icon: Italic, keys: 'mod+i' },
  { name: 'smallCaps', label: 'Small capitals', icon: CaseUpper, keys: 'mod+shift+k' },
  { name: 'code', label: 'Inline code', icon: CodeXml, keys: 'mod+e' },
];

/** Nodes whose text is a caption. */
const captioned = new Set(
  editorBlocks.flatMap(({ isCaptioned, extensions }) =>
    isCaptioned ? extensions.map(({ name }) => name) : [],
  ),
);

/** How far headings are indented in the outline, from the second level on. */
const indents = ['', 'ps-3', 'ps-6'];

/** The toolbar over the text: one tab stop, arrow keys within (ARIA toolbar). */
export function EditorToolbar(props: { editor: Editor; actions: EditorActions }) {
  const { editor, actions } = props;
  const now = useEditorState({ editor, selector: ({ editor }) => toolbarState(editor) });
  return (
    <Toolbar.Root
      aria-label="Formatting"
      className="flex items-center overflow-x-auto py-1 [scrollbar-width:none]"
    >
      <ToolbarButton
        icon={Undo2}
        label="Undo"
        keys="mod+z"
        disabled={!now.canUndo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <ToolbarButton
        icon={Redo2}
        label="Redo"
        keys="mod+shift+z"
        disabled={!now.canRedo}
        onClick={() => editor.chain().focus().redo().run()}
      />
      <ToolbarButton icon={Search} label="Find" keys="mod+f" onClick={actions.find} />
      {now.outline.length > 0 ? (
        <ToolbarMenu label="Outline" icon={ListTree}>
          {now.outline.map((entry) => (
            <MenuItem key={entry.position} onClick={() => goToHeading(editor, entry)}>
              <span dir="auto" className={indents[entry.level - 2] ?? ''}>
                {entry.words}
              </span>
            </MenuItem>
          ))}
        </ToolbarMenu>
      ) : null}
      <Gap />
      <WritingMode />
      <ToolbarMenu label="Kind of text" text={now.style}>
        {textStyles.map((style) => (
          <MenuItem
            key={style.id}
            icon={style.icon}
            onClick={() => style.run(editor, actions)}
            {...(style.keys ? { keys: style.keys } : {})}
          >
            {style.label}
          </MenuItem>
        ))}
      </ToolbarMenu>
      <Gap />
      {marks.map((mark) => (
        <ToolbarButton
          key={mark.name}
          {...mark}
          pressed={now.active.includes(mark.name)}
          onClick={() => editor.chain().focus().toggleMark(mark.name).run()}
        />
      ))}
      <ToolbarButton
        icon={Link2}
        label="Link"
        keys="mod+k"
        pressed={now.active.includes('link')}
        onClick={() => actions.editLink(editor.view)}
      />
      <ToolbarButton
        icon={Languages}
        label="Mark language"
        keys="mod+shift+l"
        pressed={now.active.includes('language')}
        onClick={() => actions.editLanguage(editor.view)}
      />
      <Gap />
      {wraps.map((block) => (
        <ToolbarButton
          key={block.id}
          icon={block.icon}
          label={block.label}
          keys={block.keys}
          pressed={now.active.includes(block.id)}
          onClick={() => block.run(editor, actions)}
        />
      ))}
      <Gap />
      {insertions.map((block) => (
        <ToolbarButton
          key={block.id}
          icon={block.icon}
          label={block.label}
          keys={block.keys}
          onClick={() => block.run(editor, actions)}
        />
      ))}
      {now.inTable ? (
        <ToolbarMenu label="This table" icon={Table2}>
          {tableCommands.map(({ label, command, danger }) => (
            <MenuItem
              key={label}
              danger={danger ?? false}
              onClick={() => {
                editor.view.focus();
                command(editor.state, editor.view.dispatch);
              }}
            >
              {label}
            </MenuItem>
          ))}
        </ToolbarMenu>
      ) : null}
    </Toolbar.Root>
  );
}

function Gap() {
  return <Toolbar.Separator className="mx-0.5 h-5 w-px shrink-0 bg-line" />;
}

function toolbarState(editor: Editor) {
  const { $from } = editor.state.selection;
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type.name);
  const marksHere = [...marks.map(({ name }) => name), 'link', 'language'].filter((name) =>
    editor.isActive(name),
  );
  const block = $from.parent.type.name;
  const id = block === 'heading' ? `heading${$from.parent.attrs.level}` : block;
  return {
    active: [...around, ...marksHere],
    style:
      textStyles.find((style) => style.id === id)?.label ??
      (captioned.has(block) ? 'Caption' : 'Text'),
    inTable: around.includes('table'),
    outline: outlineOf(editor),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}
