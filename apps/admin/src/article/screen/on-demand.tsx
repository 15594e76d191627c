import { dialogOnDemand, onDemand } from '../../ui/on-demand.tsx';

/** The choice between two versions of the same words, loaded once there is one to be made. */
export const ConflictDialog = onDemand(
  async () => (await import('./conflict-dialog.tsx')).ConflictDialog,
);

/** Words that stay on the device, loaded once there are some. */
export const HeldCopiesNotice = onDemand(
  async () => (await import('./held-copies-notice.tsx')).HeldCopiesNotice,
);

/** The dialog for the address of a link, loaded when it is opened. */
export const LinkDialog = dialogOnDemand(
  async () => (await import('../editor/links/link-dialog.tsx')).LinkDialog,
);

/** The dialog for the language of words, loaded when it is opened. */
export const LanguageDialog = dialogOnDemand(
  async () => (await import('../editor/language/language-dialog.tsx')).LanguageDialog,
);

/** The list of shortcuts, loaded when it is opened. */
export const ShortcutsSheet = dialogOnDemand(
  async () => (await import('./shortcuts-sheet.tsx')).ShortcutsSheet,
);
