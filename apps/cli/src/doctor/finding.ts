/** One thing that was looked at; `next` says what to do where it is not as it should be. */
export type Finding = { name: string; ok: boolean; detail: string; next: string | null };
