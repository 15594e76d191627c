import type { ReactNode } from 'react';
import '../../styles/site.css';

export const dynamic = 'force-dynamic';

/** For pages that must show when the database cannot be queried. */
export default function PlainLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
