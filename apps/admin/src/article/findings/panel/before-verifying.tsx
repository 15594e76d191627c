'use client';

import { useQuery } from '@tanstack/react-query';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { checkVerifiable } from '@viewpoints/domain/findings/verifiable';
import { viewpoints } from '../../../data/viewpoints.ts';
import { useEditorText } from '../../editor/use-editor-text.ts';
import { focusField } from '../../publish/focus-field.ts';
import { ReasonsList } from '../../publish/reasons-list.tsx';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import type { FindingDraft } from '../finding-draft.ts';

/**
 * Missing parts of a finding, while it is written: by the same rules as verifying. Rules that
 * depend on a source that the user may not see are left to the server.
 */
export function BeforeVerifying(props: {
  finding: Finding;
  draft: FindingDraft;
  session: ArticleSession;
}) {
  const { finding, draft, session } = props;
  const text = useEditorText(session.editor);
  const sourceId = draft.attribution.sourceId ?? '';
  const known = useQuery({
    queryKey: ['source', sourceId, 'with waivers'],
    queryFn: async () => {
      const [source, waivers] = await Promise.all([
        viewpoints.editor.sources.get.query({ id: sourceId }),
        viewpoints.editor.sources.waivers.list.query({ sourceId }),
      ]);
      return { sources: [source], waivers };
    },
    enabled: sourceId !== '',
    retry: false,
  });
  const actorIds = draft.holders.flatMap(({ actorId }) => actorId ?? []);
  const actors = useQuery({
    queryKey: ['actors', 'of holders', ...actorIds],
    queryFn: () => Promise.all(actorIds.map((id) => viewpoints.editor.actors.get.query({ id }))),
    enabled: actorIds.length > 0,
    retry: false,
  });
  if (!text) return null;
  const { sources, waivers } = known.data ?? { sources: [], waivers: [] };
  const decision = checkVerifiable(
    { ...finding, ...draft, evidence: { ...draft.evidence, quote: finding.evidence.quote } },
    { text: text.text, sources, waivers, actors: actors.data ?? [] },
  );
  if (decision.ok) return null;
  const reasons = decision.reasons.filter(({ code, at }) => {
    if (code === 'source_unknown' && at?.endsWith('.locators')) return false;
    // The box above shows a quote that has gone, with the way to choose it again.
    if (code === 'quote_missing') return false;
    // Who is a person, and who a state, is known once the actors are.
    if (code === 'holder_identified' && actorIds.length > 0 && !actors.data) return false;
    return sourceId === '' || known.data || !at?.includes('.attribution');
  });
  if (reasons.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-md bg-warn-soft/60 p-3">
      <h3 className="text-sm font-semibold">Before verification</h3>
      <ReasonsList
        label="Before verification"
        tone="warned"
        reasons={reasons}
        numberOf={() => null}
        linkText="Go there"
        onGo={(place) => {
          if (place.kind === 'finding') focusField(place.field);
        }}
      />
    </section>
  );
}
