import type { ReactNode } from 'react';
import '../../styles/site.css';

export const dynamic = 'force-dynamic';

/** For pages that must show when nothing can be asked of the database. */
export default function PlainLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
