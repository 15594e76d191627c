import type { BlockRequest } from '../editor-actions.ts';

/** The dialog that files are for: a picture becomes a figure, a PDF is offered as a file. */
type ForFiles = { block: 'figure' | 'file'; request: BlockRequest };

/**
 * The files that are pasted or dropped, if a picture or a PDF is among them; null if something else is.
 * Where there are several, the dialog gets all of them, to name those that it cannot take.
 */
export function pastedFiles(data: DataTransfer | null): ForFiles | null {
  const files = filesOf(data);
  const file = files.find((each) => each.size > 0 && blockOf(each) !== null);
  if (file === undefined) return null;
  if (files.length > 1) return { block: 'figure', request: { kind: 'new', files } };
  return { block: blockOf(file) ?? 'figure', request: { kind: 'new', file } };
}

/**
 * Says of files that are pasted or dropped that the text cannot take them; false if there are none, or
 * text comes with them. A browser would do nothing, or leave the page to show the file.
 */
export function refuseFiles(data: DataTransfer | null): boolean {
  const files = filesOf(data);
  if (data === null || files.length === 0 || data.getData('text/plain') !== '') return false;
  // What was dropped can be read during the event alone.
  const folders = new Set(
    [...data.items].flatMap((item) => {
      const entry = item.webkitGetAsEntry?.();
      return entry?.isDirectory ? [entry.name] : [];
    }),
  );
  const refused = files.map(({ name, size }) => ({
    ...{ name, isEmpty: size === 0, isFolder: folders.has(name) },
  }));
  void import('./refused-files.ts').then(({ showRefused }) => showRefused(refused));
  return true;
}

/** Word and browsers add a picture of the text to the text: then the text is meant. */
const filesOf = (data: DataTransfer | null): File[] =>
  data === null || data.types.includes('text/html') ? [] : [...data.files];

function blockOf({ type }: File): ForFiles['block'] | null {
  if (type.startsWith('image/')) return 'figure';
  return type === 'application/pdf' ? 'file' : null;
}
