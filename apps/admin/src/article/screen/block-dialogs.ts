import type { Editor } from '@tiptap/core';
import type { BlockType } from '@viewpoints/domain/document/blocks';
import type { ComponentType } from 'react';
import { dialogOnDemand } from '../../ui/on-demand.tsx';
import type { BlockRequest } from '../editor/editor-actions.ts';

type BlockDialog = ComponentType<{ editor: Editor; request: BlockRequest; onClose: () => void }>;

/** The kind and the title of a callout. */
export const CalloutDialog = dialogOnDemand(
  async () => (await import('../editor/blocks/callout-dialog.tsx')).CalloutDialog,
);

/** The words and numbers of a chart. */
export const ChartDialog = dialogOnDemand(
  async () => (await import('../charts/chart-dialog.tsx')).ChartDialog,
);

/** The dialogs of the blocks that have one. */
export const blockDialogs: Partial<Record<BlockType, BlockDialog>> = {
  callout: CalloutDialog,
  chart: ChartDialog,
  figure: dialogOnDemand(async () => (await import('../media/figure-dialog.tsx')).FigureDialog),
  file: dialogOnDemand(async () => (await import('../media/file-dialog.tsx')).FileDialog),
  embed: dialogOnDemand(async () => (await import('../media/embed-dialog.tsx')).EmbedDialog),
};
