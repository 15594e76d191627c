declare module 'edtf' {
  /** The package ships no types; only what is used here is declared. */
  export default function parse(value: string): { readonly min: number; readonly max: number };
}
