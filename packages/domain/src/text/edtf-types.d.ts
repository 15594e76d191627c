declare module 'edtf' {
  /** The package ships no types; only what is used here is declared. */
  export type ParsedPart = {
    /** Missing where digits are unspecified: then it is a `Date`. */
    readonly type?: 'Date' | 'Season' | 'Year' | 'Decade' | 'Century';
    /** Year, month from 0 (or season from 21), day; hours and so on after it. */
    readonly values: readonly number[];
    /** A bit for each character of `YYYYMMDD`. */
    readonly unspecified?: number;
    readonly uncertain?: boolean | number;
    readonly approximate?: boolean | number;
    /** Minutes ahead of UTC; the machine's own if there is no `timeZone`. */
    readonly offset?: number;
    readonly timeZone?: string;
  };
  export type ParsedInterval = {
    readonly type: 'Interval';
    /** Null is unknown, and Infinity open. */
    readonly values: readonly [ParsedPart | number | null, ParsedPart | number | null];
  };
  /** A list is all of its dates, a set one of them. */
  export type ParsedList = Dates<'List'> | Dates<'Set'>;
  type Dates<Type> = {
    readonly type: Type;
    readonly values: readonly (ParsedPart | readonly [ParsedPart, ParsedPart])[];
    readonly earlier?: boolean;
    readonly later?: boolean;
  };
  export function parse(
    value: string,
    constraints: { seasonIntervals: boolean; seasonUncertainty: boolean },
  ): ParsedPart | ParsedInterval | ParsedList;
  export const Bitmask: Readonly<Record<'YYYX' | 'YYXX' | 'MONTH' | 'DAY' | 'MD', number>>;
}
