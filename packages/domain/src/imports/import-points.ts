import { z } from 'zod';

/** What happened to a part of an item: it changed, was left out, or has to be looked at. */
export type ImportOutcome = 'changed' | 'left_out' | 'check';

/** The points of a report on an item of another system, with their meaning for an editor. */
const table = {
  unreadable: ['left_out', 'An item that cannot be read'],
  too_long: ['left_out', 'An item that is longer than an article may be'],
  empty: ['left_out', 'An item without a title and without text'],
  is_private: ['check', 'It was private. It becomes a draft'],
  is_pending: ['check', 'It was waiting for review. It becomes a draft'],
  is_scheduled: ['check', 'It was scheduled. It becomes a draft without a time'],
  has_password: ['check', 'It was protected by a password. It becomes a draft'],
  is_for_members: ['check', 'It was for members only. It becomes a draft'],
  is_email: ['check', 'It went out by e-mail alone. It becomes a draft'],
  members_from_here: ['check', 'Only members could read on from a place in its text'],
  status_unknown: ['check', 'It had a state that is not known. It becomes a draft'],
  text_missing: ['left_out', 'An item whose text is not in the file as HTML'],
  text_may_be_cut: ['check', 'It may have only the beginning of its text. It becomes a draft'],
  feed_line: ['left_out', 'A line that the site added to its feed'],
  head_unreadable: ['left_out', 'A file whose data at its head cannot be read'],
  code_injected: ['left_out', 'Code that was put into its page'],
  canonical_elsewhere: ['check', 'It names another address as its first'],
  slug_taken: ['check', 'The last part of its address was taken. It has another'],
  bookmark: ['changed', 'A card that leads to another page became a link'],
  card: ['changed', 'A box or a card became plain text'],
  file_link: ['check', 'A file became a link to where it was'],
  headline_missing: ['check', 'It has no title. Write a headline'],
  headline_cut: ['check', 'The title is longer than a headline may be, and was cut'],
  standfirst_cut: ['check', 'The excerpt is longer than a standfirst may be, and was cut'],
  slug_changed: ['changed', 'The last part of its address cannot be kept as it was'],
  date_missing: ['check', 'It has no date that can be read'],
  date_of_change: ['check', 'Its only date is that of its last change'],
  author_unknown: ['check', 'The export does not name its author. Enter the byline'],
  topics_cut: ['left_out', 'Topics beyond the most that an article may have'],
  picture_not_fetched: ['check', 'A picture became a link: its file was not given'],
  picture_missing: ['check', 'A picture became a link: its file is not in the directory'],
  picture_refused: ['check', 'A picture became a link: its file cannot be read as a picture'],
  picture_not_described: ['check', 'A picture without alternative text. Describe it'],
  picture_in_line: ['changed', 'A picture within text stands beside its paragraph'],
  gallery: ['changed', 'A gallery became pictures one after another'],
  gallery_missing: ['check', 'A gallery whose pictures are not in the export'],
  embed_link: ['changed', 'Content of another site that articles do not show became a link'],
  recording: ['changed', 'A sound or film became a link'],
  object: ['left_out', 'A form, script, style, drawing or program'],
  hidden: ['left_out', 'Text that the page hid'],
  table_lines: ['changed', 'A table that sets out the page became lines of text'],
  table_cut: ['left_out', 'Rows of a table after the five hundredth'],
  block_left_out: ['left_out', 'A block that WordPress or a plugin fills, with no text of its own'],
  shortcode_unknown: ['check', 'A shortcode of a plugin stands in the text as it was written'],
  note_missing: ['check', 'A number that refers to a note that is not there'],
} as const satisfies Record<string, readonly [ImportOutcome, string]>;

export const ImportPointCode = z.enum(Object.keys(table) as (keyof typeof table)[]);
export type ImportPointCode = keyof typeof table;

export const importOutcomeOf = (code: ImportPointCode): ImportOutcome => table[code][0];

/** What happened, in a sentence without its full stop. */
export const importSentenceOf = (code: ImportPointCode): string => table[code][1];

/** One point of the report on an item, with the words that it is about. */
export const ImportPoint = z.strictObject({
  code: ImportPointCode,
  words: z.string().max(300),
  count: z.int().min(1),
});
export type ImportPoint = z.infer<typeof ImportPoint>;
