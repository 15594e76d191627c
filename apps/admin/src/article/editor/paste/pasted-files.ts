import type { BlockRequest } from '../editor-actions.ts';

/** The dialog that files are for: a picture becomes a figure, a PDF is offered as a file. */
type ForFiles = { block: 'figure' | 'file'; request: BlockRequest };

/**
 * The files that are pasted or dropped, if a picture or a PDF is among them; null if something else is.
 * Where there are several, the dialog gets all of them, to name those that it cannot take.
 */
export function pastedFiles(data: DataTransfer | null): ForFiles | null {
  // Word and browsers add a picture of the text to the text: then the text is meant.
  if (data === null || data.types.includes('text/html')) return null;
  const files = [...data.files];
  const file = files.find((each) => blockOf(each) !== null);
  if (file === undefined) return null;
  if (files.length > 1) return { block: 'figure', request: { kind: 'new', files } };
  return { block: blockOf(file) ?? 'figure', request: { kind: 'new', file } };
}

function blockOf({ type }: File): ForFiles['block'] | null {
  if (type.startsWith('image/')) return 'figure';
  return type === 'application/pdf' ? 'file' : null;
}
