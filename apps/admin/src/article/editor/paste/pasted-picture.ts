/** The picture that is pasted or dropped; null where something else is. */
export function pastedPicture(data: DataTransfer | null): File | null {
  // Word and browsers put a picture of the text beside the text: then the text is meant.
  if (data === null || data.types.includes('text/html')) return null;
  return [...data.files].find(({ type }) => type.startsWith('image/')) ?? null;
}
