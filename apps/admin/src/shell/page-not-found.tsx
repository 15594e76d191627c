import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** Shown at an address without a page. */
export function PageNotFound() {
  return (
    <EmptyState
      wholeScreen
      title="Page not found"
      action={
        <>
          <ButtonLink href="/" variant="primary">
            Back to desk
          </ButtonLink>
          <ButtonLink href="/articles">All articles</ButtonLink>
        </>
      }
    >
      The link may be old or mistyped. Articles, findings and sources can be searched for in their
      lists, or from anywhere with the “Search or run” box.
    </EmptyState>
  );
}
