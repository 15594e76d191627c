/** What the audit record calls the journal, of which there is one. */
export const journalId = '00000000-0000-7000-8000-000000000001';
