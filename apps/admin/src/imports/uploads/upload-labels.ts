import type { ImportKind, ImportOptions } from '@viewpoints/domain/imports/import-options';
import type {
  ShownUpload,
  UploadProblem,
  UploadState,
} from '@viewpoints/domain/imports/import-upload';
import type { Tone } from '../../ui/badge.tsx';

/** What can be imported, and which files it is in. */
export const importKinds: Readonly<
  Record<ImportKind, { label: string; accept: string; hint: string }>
> = {
  wordpress: {
    label: 'WordPress',
    accept: '.xml,.zip',
    hint: 'The export (.xml): in WordPress, Tools, then Export, then All content. A zip file of wp-content/uploads adds the pictures.',
  },
  ghost: {
    label: 'Ghost',
    accept: '.json,.zip',
    hint: 'The export (.json): in Ghost, Settings, then Import/Export. A zip file of content/images adds the pictures.',
  },
  markdown: {
    label: 'Markdown',
    accept: '.zip,.md,.markdown,.mdown',
    hint: 'A zip file of the site, as Hugo and Jekyll have it, or single files (.md).',
  },
  feed: {
    label: 'Feed',
    accept: '.xml,.rss,.atom,.zip',
    hint: 'The files of the archive, RSS or Atom, in the order of their names. A zip file of the site’s files adds the pictures.',
  },
  sources: {
    label: 'References',
    accept: '.json,.bib,.bibtex,.txt',
    hint: 'CSL-JSON or BibTeX, as Zotero and others export it. Each becomes a source.',
  },
};

export const uploadStates: Readonly<Record<UploadState, { label: string; tone: Tone }>> = {
  uploading: { label: 'Not whole', tone: 'warn' },
  reading: { label: 'Reading', tone: 'accent' },
  read: { label: 'Ready', tone: 'accent' },
  importing: { label: 'Importing', tone: 'accent' },
  failed: { label: 'Failed', tone: 'danger' },
  finished: { label: 'Finished', tone: 'ok' },
  cancelled: { label: 'Cancelled', tone: 'plain' },
  expired: { label: 'Expired', tone: 'plain' },
};

/** What somebody chooses who changes nothing. */
export function blankOptions(kind: ImportKind): ImportOptions {
  const ofArticles = { pages: false, language: null, authors: [], topics: [] };
  switch (kind) {
    case 'wordpress':
      return { kind, ...ofArticles, encoding: null };
    case 'ghost':
      return { kind, ...ofArticles, site: '', addresses: '/{slug}/' };
    case 'markdown':
      return { kind, ...ofArticles, site: '', addresses: null };
    case 'feed':
      return { kind, ...ofArticles, site: null, encoding: null, fullText: false };
    case 'sources':
      return { kind, attribution: 'on_record', disclosure: 'clear' };
  }
}

/** The files of an upload in a line: the first, and how many more. */
export const filesOf = ({ files }: Pick<ShownUpload, 'files'>): string => {
  const [first, ...others] = files;
  return `${first?.name ?? ''}${others.length > 0 ? ` and ${others.length} more` : ''}`;
};

/** What the command line says of its options, in the words of this screen. */
const own: Readonly<Record<string, string>> = {
  export_encoding_unknown:
    'The file says that it is in an encoding that is not known here. Give another under Encoding.',
  export_encoding_wrong:
    'The file is not in the encoding that it says. Give the right one under Encoding, for example windows-1252.',
  export_site_unknown: 'The feed does not say where its site was. Give the address of the site.',
  export_is_wordpress:
    'This is a WordPress export, which has what was never public. Import it as WordPress.',
};

/** Why files could not be read or imported. */
export const problemWords = ({ code, message }: UploadProblem): string => own[code] ?? message;
