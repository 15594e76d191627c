/**
 * The version of what a shared document may contain: its nodes, marks, attributes and fields. An editor and
 * a server delete what they do not know, so neither writes in a document of a newer version than its own.
 *
 * Raise it whenever any of that changes; `document-versions.test.ts` fails until it is raised. What each
 * version added:
 *
 * 1. articles as shared documents
 * 2. marks of comments
 * 3. the blocks key points and file
 * 4. suggested words, formats and blocks
 * 5. suggestions in and of lists, quotes and tables
 * 6. the block chart
 */
export const documentVersion = 6;
