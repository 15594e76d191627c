import { dialogOnDemand } from '../ui/on-demand.tsx';

/** The dialog that begins a page, loaded when it is opened. */
export const NewPageDialog = dialogOnDemand(
  async () => (await import('./new-page-dialog.tsx')).NewPageDialog,
);

/** The dialog that moves a page, loaded when it is opened. */
export const MovePageDialog = dialogOnDemand(
  async () => (await import('./move-page-dialog.tsx')).MovePageDialog,
);
