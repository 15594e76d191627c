'use client';

import type { Finding, LinkKind } from '@viewpoints/domain/findings/finding';
import { Link2Off } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { linkKinds } from '../../../form-labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox, type Option } from '../../../ui/combobox.tsx';
import { KeepFocus } from '../../../ui/keep-focus.tsx';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import { FieldGroup } from '../fields/field-group.tsx';

/** The links of this finding to others, of this article or another. */
export function LinksBox(props: { finding: Finding; session: ArticleSession; disabled: boolean }) {
  const { finding, session } = props;
  const [kind, setKind] = useState<LinkKind>('supports');
  const [other, setOther] = useState<Option | null>(null);
  const [busy, setBusy] = useState(false);
  const links = session.data.links.filter(
    ({ from, to }) => from === finding.id || to === finding.id,
  );

  const act = async (call: () => Promise<unknown>, failed: string) => {
    setBusy(true);
    try {
      await session.after(call);
      return true;
    } catch (error) {
      toast.failed(error, failed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const add = async () => {
    if (!other) return;
    const link = { from: finding.id, kind, to: other.id };
    const call = () => viewpoints.editor.findings.link.mutate(link);
    if (await act(call, 'The link could not be made.')) setOther(null);
  };

  return (
    <FieldGroup legend="Linked findings" name="links">
      <KeepFocus>
        {links.length > 0 ? (
          <ul className="grid gap-1.5">
            {links.map((link) => {
              const out = link.from === finding.id;
              return (
                <li key={`${link.from}${link.kind}${link.to}`} className="flex items-start gap-2">
                  <span className="min-w-0 flex-1">
                    <span className="text-sm text-ink-faint">
                      {out
                        ? linkKinds[link.kind].label
                        : `Is linked from (${linkKinds[link.kind].label.toLowerCase()})`}{' '}
                    </span>
                    <span dir="auto">{nameOf(session, out ? link.to : link.from)}</span>
                  </span>
                  {props.disabled ? null : (
                    <Button
                      variant="quiet"
                      icon={Link2Off}
                      label="Remove this link"
                      busy={busy}
                      onClick={() =>
                        void act(
                          () => viewpoints.editor.findings.unlink.mutate(link),
                          'The link could not be removed.',
                        )
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
        ) : null}
      </KeepFocus>
      {props.disabled ? null : (
        <div className="grid items-end gap-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
          <Select
            label="Kind of link"
            value={kind}
            onChange={setKind}
            options={optionsOf(linkKinds)}
          />
          <Combobox
            label="Finding"
            value={other}
            onChange={setOther}
            search={(q) => searchFindings(q, finding.id)}
            placeholder="Search by its words"
          />
          <Button busy={busy} disabled={other === null} onClick={() => void add()}>
            Link
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

/** Findings whose proposition or quote answers to what was typed, but for the one given. */
export async function searchFindings(q: string, exceptId: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.findings.list.query(
    q === '' ? { limit: 20 } : { q, limit: 20 },
  );
  return items
    .filter(({ id }) => id !== exceptId)
    .map(({ id, number, proposition, article }) => ({
      id,
      label: proposition,
      hint: `${number} in ${article.headline || article.slug}`,
    }));
}

function nameOf(session: ArticleSession, id: string): string {
  const own = session.data.findings.find((finding) => finding.id === id);
  if (own) return `${own.number}. ${own.proposition}`;
  return session.data.linked.find((finding) => finding.id === id)?.proposition ?? '…';
}
