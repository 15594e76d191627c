/** How many colours there are for people; `globals.css` has them. */
const colours = 6;

/** The colour of a person: the same on every screen. */
export const colourOf = ({ id }: { id: string }): number =>
  [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours;
