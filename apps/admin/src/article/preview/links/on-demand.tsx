import { dialogOnDemand } from '../../../ui/on-demand.tsx';

/** The links to previews of an article, loaded when the dialog is opened. */
export const PreviewLinksDialog = dialogOnDemand(
  async () => (await import('./preview-links-dialog.tsx')).PreviewLinksDialog,
);
