/** Largest Word file that is accepted, in bytes. */
export const maxWordFileSize = 50 * 1024 ** 2;

/** The ending of Word files, and their media type in browsers. */
export const wordFileEnding = '.docx';
export const wordFileType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
