/** A file for a block of the text: a picture for a figure, a PDF to offer. */
export type PastedFile = { block: 'figure' | 'file'; file: File };

/** The picture or PDF that is pasted or dropped; null if something else is. */
export function pastedFile(data: DataTransfer | null): PastedFile | null {
  // Word and browsers add a picture of the text to the text: then the text is meant.
  if (data === null || data.types.includes('text/html')) return null;
  for (const file of data.files) {
    if (file.type.startsWith('image/')) return { block: 'figure', file };
    if (file.type === 'application/pdf') return { block: 'file', file };
  }
  return null;
}
