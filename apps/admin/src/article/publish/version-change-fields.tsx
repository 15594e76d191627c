'use client';

import type { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import type { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { Select } from '../../ui/select.tsx';
import { AnotherNotice, CorrectionRows, noticeAt } from './correction-rows.tsx';
import { type ChangedArticle, useSuggestedNotices } from './use-suggested-notices.ts';

type Kind = 'version' | 'minor' | 'correction';

const kinds: { value: Kind; label: string; hint: string }[] = [
  { value: 'version', label: 'New version', hint: 'Readers see when it was revised.' },
  { value: 'minor', label: 'Minor change', hint: 'For slips that change no finding.' },
  { value: 'correction', label: 'Correction', hint: 'With notices of what was wrong, for good.' },
];

const kindOf = ({ minor, corrections }: VersionChange): Kind =>
  minor ? 'minor' : corrections.length > 0 ? 'correction' : 'version';

/** Chooses the kind of the next version of a live article, with the notices of a correction. */
export function VersionChangeFields(props: {
  session: ChangedArticle;
  change: VersionChange;
  onChange: (change: VersionChange) => void;
  error: unknown;
}) {
  const { session, change, onChange, error } = props;
  const kind = kindOf(change);
  const suggested = useSuggestedNotices(session);
  const begin = (to: Kind) =>
    onChange({
      minor: to === 'minor',
      corrections: to === 'correction' ? [noticeAt(suggested ?? [], 0)] : [],
    });
  return (
    <>
      <Select
        label="Comes out as"
        value={kind}
        onChange={(to) => to !== kind && begin(to)}
        options={kinds}
      />
      {kind === 'correction' ? (
        <NoticeFields
          session={session}
          rows={change.corrections}
          suggested={suggested ?? []}
          onChange={(corrections) => onChange({ minor: false, corrections })}
          error={error}
        />
      ) : null}
    </>
  );
}

function NoticeFields(props: {
  session: ChangedArticle;
  rows: CorrectionContent[];
  suggested: readonly CorrectionContent[];
  onChange: (rows: CorrectionContent[]) => void;
  error: unknown;
}) {
  const { rows, suggested, onChange } = props;
  return (
    <>
      <CorrectionRows {...props} />
      <div>
        <AnotherNotice onAdd={() => onChange([...rows, noticeAt(suggested, rows.length)])} />
      </div>
    </>
  );
}
