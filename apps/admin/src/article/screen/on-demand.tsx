import { dialogOnDemand, onDemand } from '../../ui/on-demand.tsx';

/** The choice between two versions of the same words, loaded once there is one to be made. */
export const ConflictDialog = onDemand(
  async () => (await import('./conflict-dialog.tsx')).ConflictDialog,
);

/** The address of a link, loaded once it is asked for. */
export const LinkDialog = dialogOnDemand(
  async () => (await import('../editor/links/link-dialog.tsx')).LinkDialog,
);

/** The language of words, loaded once it is asked for. */
export const LanguageDialog = dialogOnDemand(
  async () => (await import('../editor/language/language-dialog.tsx')).LanguageDialog,
);

/** What the keys do, loaded once it is asked for. */
export const ShortcutsSheet = dialogOnDemand(
  async () => (await import('./shortcuts-sheet.tsx')).ShortcutsSheet,
);
