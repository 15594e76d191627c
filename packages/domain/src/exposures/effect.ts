import type { Id } from '../values.ts';

/** Something that a protective act hides from readers, or has hidden, in one place. */
export type Effect = {
  kind:
    | 'article_taken_off'
    | 'version_removed'
    | 'note_removed'
    | 'notice_removed'
    | 'finding_withdrawn'
    | 'null_result_withdrawn'
    | 'redirect_hidden'
    | 'menu_entry_withheld'
    | 'address_removed'
    | 'headline_removed'
    | 'reason_removed'
    | 'text_removed'
    | 'version_unscheduled'
    | 'scheduled_notice_removed';
  article: { id: Id; headline: string } | null;
  /** The number of a version, the words of a notice, finding or null result, a former address, one that is sent on. */
  detail: string;
};

/** An effect as an item of a list that begins "Readers will lose". */
export function effectInWords({ kind, article, detail }: Effect): string {
  const of = article === null ? '' : ` of “${article.headline}”`;
  switch (kind) {
    case 'article_taken_off':
      return `the article “${article?.headline ?? ''}”, until it is corrected`;
    case 'version_removed':
      return `version ${detail}${of}`;
    case 'note_removed':
      return `the note of version ${detail}${of}`;
    case 'notice_removed':
      return `the notice “${detail}”${of}`;
    case 'finding_withdrawn':
      return `the finding “${detail}”${of}`;
    case 'null_result_withdrawn':
      return `the null result “${detail}”`;
    case 'redirect_hidden':
      return `the redirect from “${detail}”`;
    case 'menu_entry_withheld':
      return `the entry “${detail}” of a menu`;
    case 'address_removed':
      return `the former address “${detail}”`;
    case 'headline_removed':
      return `the headline${of}`;
    case 'reason_removed':
      return `the reason for the retraction${of}`;
    case 'text_removed':
      return `the retracted text${of}`;
    case 'version_unscheduled':
      return `the scheduled version${of}, until it is scheduled again`;
    case 'scheduled_notice_removed':
      return `the scheduled notice “${detail}”${of}`;
  }
}
