/** What is being done, for a terminal. */
export type MigrationProgress =
  | { step: 'waiting' }
  | { step: 'retrying'; migration: string }
  | { step: 'applying'; count: number }
  | { step: 'applied'; migrations: string[] }
  | { step: 'adopted'; baseline: string }
  | { step: 'functions_applied'; functions: string[] };
