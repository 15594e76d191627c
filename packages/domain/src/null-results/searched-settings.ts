import type { SearchedRegister } from './null-result.ts';

/** Where it was looked for, in words for editors. */
export const searchedSettings: Record<SearchedRegister, string> = {
  public: 'In public',
  private: 'In private',
  both: 'Public and private',
};
