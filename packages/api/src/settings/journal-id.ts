/** The id of the journal in the audit record; there is only one. */
export const journalId = '00000000-0000-7000-8000-000000000001';
