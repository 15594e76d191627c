import { type CatalogueKind, kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import type { editorOperations } from './editor-operations.ts';

type Resource = keyof typeof editorOperations;

type CataloguePlural = (typeof kinds)[CatalogueKind]['plural'];

const catalogueGroups = Object.fromEntries(
  kindsWhere('entry', 'catalogue').map((kind) => [kinds[kind].plural, 'Catalogue']),
) as Record<CataloguePlural, 'Catalogue'>;

/** The group of the document that the procedures of a router are in. */
export const editorGroups = {
  me: 'Desk',
  desk: 'Desk',
  find: 'Desk',
  calendar: 'Desk',
  queues: 'Desk',
  visits: 'Desk',
  articles: 'Editing articles',
  wordImports: 'Editing articles',
  findings: 'Editing findings',
  sources: 'Editing sources',
  clearances: 'Protection',
  exposures: 'Protection',
  releases: 'Releases',
  newsletters: 'Newsletters',
  nullResults: 'Null results',
  redirects: 'Redirects',
  ...catalogueGroups,
  importUploads: 'Imports',
  media: 'Media',
  menus: 'Editing menus',
  houseStyle: 'House style',
  wordStyles: 'House style',
  trash: 'Trash',
} as const satisfies Partial<Record<Resource, string>>;

/** Descriptions of the groups in the OpenAPI document, in their order. */
export const editorGroupWords: Record<(typeof editorGroups)[keyof typeof editorGroups], string> = {
  Desk: 'What awaits whom, what is due and how much is read.',
  'Editing articles':
    'Drafts, their way to publication, comments, suggestions and history. Approval and retraction are for persons.',
  'Editing findings': 'Findings from proposal to withdrawal. Verification is for persons.',
  'Editing sources':
    'Sources with their terms, descriptions and waivers. A change that would protect less waits for a second person.',
  Protection: 'Warnings about protected names, and what is public that should not be.',
  Releases: 'Articles that are published at one moment.',
  Newsletters:
    'What an editor writes to subscribers. Approval, sending back and tests are for persons.',
  'Null results':
    'What was looked for and not found: of which actor on which issue. Verification is for persons.',
  Redirects:
    'Addresses that readers are sent on from: by editors, since a slug was changed, and from a former site.',
  Catalogue: 'What articles and findings name, as editors enter it.',
  Imports:
    'Articles and sources of other systems, by upload. `PUT /imports/uploads/{id}/{number}?offset=` sends a chunk of a file.',
  Media: 'What is said of pictures and files. `POST /media` sends one.',
  'Editing menus': 'What stands in the head and the foot of every page of the reading site.',
  'House style': 'Words to use instead of others, and what styles of Word files become.',
  Trash: 'What was removed and can still be restored, by a person.',
};

/** Descriptions of parameters that only editors’ addresses have, by name. */
export const editorParameterWords: Readonly<Record<string, string>> = {
  'Idempotency-Key':
    'Any text of yours that names this call, such as a UUID. A call with a key of the same token within a day is not made again: the answer has the status and the id of the first.',
  articleId: 'The id of an article.',
  assignee: 'The id of the account that has it.',
  author: 'The id of who wrote it.',
  counted: 'Whether to count all items.',
  days: 'How many days back, today’s included.',
  entryId: 'The id of a moment of the history.',
  expired: 'Only those whose licence has ended.',
  findingId: 'The id of a finding.',
  from: 'The first day or instant, or the earlier of two things.',
  ids: 'Ids, with commas between.',
  isPublic: 'Whether readers have it.',
  mine: 'Only those of the account.',
  newId: 'The id of the later finding.',
  ofKind: 'A kind of actors.',
  oldId: 'The id of the finding that is replaced.',
  origin: 'Where it comes from.',
  owner: 'The id of the account that began it.',
  pending: 'Only those that are not out yet.',
  proposer: 'The id of the account that proposed it.',
  queue: 'A queue of the desk.',
  review: 'When it is to be looked at again.',
  sourceId: 'The id of a source.',
  sourceIds: 'Ids of sources, with commas between.',
  state: 'A state, or several with commas between.',
  stuckAfter: 'After how many days without a change something is stuck.',
  terms: 'What may be said of where it came from.',
  threadId: 'The id of a thread of comments.',
  to: 'The last day or instant, or the later of two things.',
  uploader: 'The id of the account that sent it.',
  // Readers’ addresses name these by slug.
  actor: 'The id of an actor.',
  article: 'The id of an article.',
  issue: 'The id of an issue.',
  source: 'The id of a source.',
  topic: 'The id of a topic.',
  q: 'Words to find.',
  order: 'The order of the list. A cursor goes on in the order that it is made for.',
};
