'use client';

import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export default function ErrorPage(props: { error: Error; reset: () => void }) {
  useEffect(() => {
    console.error(props.error);
  }, [props.error]);
  return (
    <EmptyState
      wholeScreen
      title="Something went wrong"
      action={
        <>
          <Button variant="primary" onClick={props.reset}>
            Try again
          </Button>
          <Button onClick={() => window.location.assign('/')}>Back to desk</Button>
        </>
      }
    >
      What was saved is safe. Try again; if it happens again, tell an admin what you were doing.
    </EmptyState>
  );
}
