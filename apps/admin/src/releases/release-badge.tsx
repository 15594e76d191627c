import { type Release, releaseState } from '@viewpoints/domain/releases/release';
import { CalendarClock, CircleAlert, PackageCheck, PackageOpen } from 'lucide-react';
import { Badge } from '../ui/badge.tsx';

/** The state of a release: open, scheduled, released, or stopped since an article was refused. */
export function ReleaseBadge(props: {
  release: Pick<Release, 'publishAt' | 'releasedAt' | 'stoppedAt'>;
}) {
  const { release } = props;
  if (release.stoppedAt !== null)
    return (
      <Badge tone="danger" icon={CircleAlert}>
        Stopped
      </Badge>
    );
  switch (releaseState(release)) {
    case 'open':
      return (
        <Badge tone="plain" icon={PackageOpen}>
          Open
        </Badge>
      );
    case 'scheduled':
      return (
        <Badge tone="plum" icon={CalendarClock}>
          Scheduled
        </Badge>
      );
    case 'released':
      return (
        <Badge tone="ok" icon={PackageCheck}>
          Released
        </Badge>
      );
  }
}
