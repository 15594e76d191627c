import type { FindingDraft } from '../finding-draft.ts';

/** What every part of the finding's form is given. */
export type FindingFieldProps = {
  draft: FindingDraft;
  set: (change: Partial<FindingDraft>) => void;
  disabled: boolean;
  /** What the schema or the server says against a field, by its path in the finding. */
  errorAt: (path: string) => string | null;
  /** Whether this person may add to the journal's catalogues. */
  mayCreate: boolean;
};
