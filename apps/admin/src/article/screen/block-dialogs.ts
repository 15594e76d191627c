import type { Editor } from '@tiptap/core';
import type { BlockType } from '@viewpoints/domain/document/blocks';
import type { ComponentType } from 'react';
import { CalloutDialog } from '../editor/blocks/callout-dialog.tsx';
import type { BlockRequest } from '../editor/editor-actions.ts';
import { EmbedDialog } from '../media/embed-dialog.tsx';
import { FigureDialog } from '../media/figure-dialog.tsx';
import { FileDialog } from '../media/file-dialog.tsx';

type BlockDialog = ComponentType<{ editor: Editor; request: BlockRequest; onClose: () => void }>;

/** The dialogs of the blocks that have one. */
export const blockDialogs: Partial<Record<BlockType, BlockDialog>> = {
  callout: CalloutDialog,
  figure: FigureDialog,
  file: FileDialog,
  embed: EmbedDialog,
};
