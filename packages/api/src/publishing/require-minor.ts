import { findRevision } from '@viewpoints/db/editorial/revisions';
import { checkMinor } from '@viewpoints/domain/articles/minor-change';
import { isPublic } from '@viewpoints/domain/findings/finding-workflow';
import { allow, type Command } from '../command.ts';
import type { Edition } from './compose-edition.ts';

/**
 * Ends the command if an edition is more than a minor change of what readers have. Findings that
 * were withdrawn since are gone already, and those that were never verified are not out.
 */
export async function requireMinor({ tx }: Command, edition: Edition): Promise<void> {
  const { article, content, findings, connections, own } = edition;
  const live =
    article.liveRevisionId === null ? null : await findRevision(tx, article.liveRevisionId);
  const isOut = (id: string) => own.some((finding) => finding.id === id && isPublic(finding.state));
  allow(
    checkMinor(
      live && {
        ...live,
        findings: live.findings.filter(({ id }) => isOut(id)),
      },
      { content, findings, links: connections.links },
    ),
  );
}
