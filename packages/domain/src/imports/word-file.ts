/** Largest Word file that is accepted, in bytes. */
export const maxWordFileSize = 50 * 1024 ** 2;

/** What a Word file ends with, and what browsers say that it is. */
export const wordFileEnding = '.docx';
export const wordFileType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
