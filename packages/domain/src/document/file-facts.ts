/** The path of a file on the reading site, by the id of its media. */
export const filePath = (mediaId: string): string => `/media/${mediaId}.pdf`;

/** Details for readers before a download: "PDF, 12 pages, 340 kB". */
export function fileFacts({ pages, byteSize }: { pages: number; byteSize: number }): string {
  return `PDF, ${pages} ${pages === 1 ? 'page' : 'pages'}, ${fileSize(byteSize)}`;
}

function fileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
