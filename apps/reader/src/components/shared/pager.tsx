type Props = {
  path: string;
  /** Filters that apply to the next page too. */
  query?: Record<string, string | undefined>;
  cursor: string | undefined;
  nextCursor: string | null;
};

/** Leads on through a list, and back to its beginning. */
export function Pager({ path, query = {}, cursor, nextCursor }: Props) {
  if (cursor === undefined && nextCursor === null) return null;
  const address = (at?: string) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, cursor: at }))
      if (value !== undefined) search.set(name, value);
    return search.size === 0 ? path : `${path}?${search}`;
  };
  return (
    <nav className="pager" aria-label="Pages">
      {cursor === undefined ? null : <a href={address()}>First page</a>}
      {nextCursor === null ? null : (
        <a href={address(nextCursor)} rel="next">
          Earlier
        </a>
      )}
    </nav>
  );
}
