/** Metadata in a file that is not part of the picture, and is removed. */
export type RemovedData =
  | 'position'
  | 'camera'
  | 'time'
  | 'people'
  | 'captions'
  | 'comments'
  | 'preview'
  | 'profile'
  | 'attachments'
  | 'scripts'
  | 'other';

/** The words for each kind, in the order in which the uploader reads them. */
export const removedData: Readonly<Record<RemovedData, string>> = {
  position: 'where it was made',
  people: 'names and rights',
  captions: 'captions and keywords',
  comments: 'comments',
  time: 'when it was made',
  camera: 'the camera or program',
  preview: 'a small preview',
  attachments: 'attached files',
  scripts: 'scripts',
  profile: 'the colour profile',
  other: 'other data',
};

/**
 * The metadata of a file. Its words are protected and never stored; `isCut` if there are more of them than
 * are searched.
 */
export type FileMetadata = { removed: RemovedData[]; words: string; isCut: boolean };

/** Joins the metadata of several files. */
export const joinedMetadata = (all: readonly FileMetadata[]): FileMetadata => ({
  removed: [...new Set(all.flatMap(({ removed }) => removed))],
  words: all
    .map(({ words }) => words)
    .filter((words) => words !== '')
    .join('\n'),
  isCut: all.some(({ isCut }) => isCut),
});

/** "names and rights, comments and the colour profile"; empty for nothing. */
export function removedInWords(removed: readonly RemovedData[]): string {
  const known = (Object.keys(removedData) as RemovedData[]).filter((each) =>
    removed.includes(each),
  );
  return new Intl.ListFormat('en-GB').format(known.map((each) => removedData[each]));
}
