import { counted } from '@viewpoints/domain/text/counted';

/** The parts of a paste that were left out, counted. */
export type LeftOut = {
  /** Pictures in the text; they are to be uploaded. */
  pictures: number;
  /** Calls of footnotes whose words were not on the clipboard. */
  noteWords: number;
  /** Comments of reviewers. */
  comments: number;
  /** Passages that reviewers took out, in a document that tracks changes. */
  deletions: number;
  /** Passages that reviewers put in, which are taken as part of the text. */
  insertions: number;
  /** Passages that are struck through. */
  struck: number;
  /** Links to a path of the page they were on: here they would lead into the journal. */
  links: number;
};

export const nothingLeftOut = (): LeftOut => ({
  ...{ pictures: 0, noteWords: 0, comments: 0, deletions: 0, insertions: 0, struck: 0, links: 0 },
});

/** The parts that were left out and where to get them; null when nothing was lost. */
export function leftOutSentence(leftOut: LeftOut): string | null {
  const { pictures, noteWords, comments, deletions, insertions, struck, links } = leftOut;
  const sentences = [
    pictures > 0 &&
      `${pictures > 1 ? `${pictures} pictures were` : 'A picture was'} left out: add ${pictures > 1 ? 'them' : 'it'} with the picture button, each with a description.`,
    noteWords > 0 &&
      `Google Docs copies footnotes without their words: ${counted(noteWords, 'footnote was', 'footnotes were')} left out. To bring them along, download the document as a web page and copy from that.`,
    comments > 0 && `${counted(comments, 'comment was', 'comments were')} left out.`,
    deletions + insertions > 0 &&
      `Tracked changes count as accepted: ${deletions} taken out, ${insertions} put in.`,
    struck > 0 && `${counted(struck, 'struck passage was', 'struck passages were')} left out.`,
    links > 0 &&
      `${counted(links, 'link was', 'links were')} left out: the full address was not on the clipboard.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences.join(' ') : null;
}
