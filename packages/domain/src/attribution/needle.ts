/** A text that is looked for in folded texts. */
export type Needle = {
  /** Folded; of `letters`, without spaces. */
  text: string;
  /**
   * `words`: it occurs as whole words. `letters`: it occurs in the text without its spaces, within a
   * longer word too.
   */
  within: 'words' | 'letters';
  /** `possible` may be another person or thing: an editor has to look. */
  certainty: 'certain' | 'possible';
  /**
   * Whether each word (but particles within) must begin with a capital in the original text, as
   * names do and ordinary words do not ("Young", "young"). Folding loses case: only `findMentions`
   * checks it, and a search for the needle alone finds more.
   */
  capitalised: boolean;
};
