import type { Transaction } from '@viewpoints/db/client';

/** What is done at the beginning and at the end of a command, in its transaction. */
export type CommandGuard = {
  /** Ends the command, by throwing, if it must not run now. */
  begin: (tx: Transaction) => Promise<void>;
  complete: (tx: Transaction, result: unknown) => Promise<void>;
  /** Once the transaction has been committed. */
  committed: () => void;
};
