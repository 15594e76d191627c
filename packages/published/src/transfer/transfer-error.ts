/** Why an export cannot be made or taken in. */
export const transferProblems = [
  ...(['not_an_export', 'wrong_version', 'wrong_migration', 'cut_short', 'changed'] as const),
  ...(['unknown_file', 'missing_file', 'line_too_long', 'invalid_row', 'not_empty'] as const),
  ...(['locked', 'against_terms', 'encrypted', 'wrong_identity', 'target_exists'] as const),
  ...(['commit_unknown', 'in_use', 'wrong_order', 'target_busy'] as const),
] as const;
export type TransferProblem = (typeof transferProblems)[number];

/** An export that cannot be made or taken in; the message says why and what to do, without protected words. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  readonly code: TransferProblem;

  constructor(code: TransferProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
