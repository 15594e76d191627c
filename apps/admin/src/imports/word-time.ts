/** A time as a Word file has it: its author's local time without a time zone, so none is shown. */
export const wordTime = (at: string): string => `${at.slice(0, 10)}, ${at.slice(11, 16)}`;
