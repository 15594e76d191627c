declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run and the migrated database that tests clone. */
    testServer: { url: string; template: string; secret: string };
  }
}

export {};
