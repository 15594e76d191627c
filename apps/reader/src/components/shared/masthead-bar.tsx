/** The bar of a phone: what opens the menu, the journal's name, the search. */
export function MastheadBar({ name }: { name: string }) {
  return (
    <div className="masthead-bar">
      <button type="button" popoverTarget="menu">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 3.5h14M1 8h14M1 12.5h14" />
        </svg>
        Menu
      </button>
      <a className="masthead-bar-name" href="/" dir="auto">
        {name}
      </a>
      <a className="masthead-bar-search" href="/search" rel="search">
        <span className="visually-hidden">Search</span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.5" cy="6.5" r="4.75" />
          <path d="m10 10 4.5 4.5" />
        </svg>
      </a>
    </div>
  );
}
