/** What is used of a library that has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      /** Reads a text of the given form into CSL-JSON, and never fetches. */
      chain: (text: string, options: { forceType: string; generateGraph: false }) => unknown[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
