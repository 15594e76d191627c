/** A page that is more than a board has so many rows of it, those heard last, and the names of the others. */
export const BOARD_ROWS = 40;

/** The page of a board has so many, by name, and the names of the others. */
export const BOARD_PAGE_ROWS = 100;
