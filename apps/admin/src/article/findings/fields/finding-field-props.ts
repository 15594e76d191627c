import type { FindingDraft } from '../finding-draft.ts';

/** The props of every part of the finding's form. */
export type FindingFieldProps = {
  draft: FindingDraft;
  set: (change: Partial<FindingDraft>) => void;
  disabled: boolean;
  /** The error of a field by the schema or the server, by its path in the finding. */
  errorAt: (path: string) => string | null;
  /** Whether this person may add to the journal's catalogues. */
  mayCreate: boolean;
};
