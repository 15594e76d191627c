import { listActorsByIds } from '@viewpoints/db/editorial/actors';
import { updateFindingState } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { documentText } from '@viewpoints/domain/document/document-text';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { checkVerifiable, type VerifiableContext } from '@viewpoints/domain/findings/verifiable';
import { allow, type Command, type CommandContext, record, runCommand } from '../command.ts';
import type { Input, VerifyFinding } from './finding-inputs.ts';
import { findingStep, lockFindingAndArticle, refuseStaleFinding } from './lock-finding.ts';
import { permitSecondPerson } from './permit-second-person.ts';

/** Records that the text says what the finding says, confirmed by an account that wrote none of it. */
export function verifyFinding(
  ctx: CommandContext,
  { id, seen }: Input<typeof VerifyFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const { finding: locked, article } = await lockFindingAndArticle(command, id);
    if (locked.verifiedAt !== null && locked.state !== 'proposed') return locked;
    const alone = await permitSecondPerson(command, 'finding.verify', locked);
    refuseStaleFinding(locked, seen);
    const { to } = findingStep(locked, 'verify');
    const { text } = documentText(article.body);
    allow(checkVerifiable(locked, await verifiableContext(command, [locked], text)));
    const finding = await updateFindingState(tx, id, {
      state: to,
      at,
      verifiedBy: acting.id,
      verifiedAt: at.toISOString(),
    });
    await record(command, 'finding.verify', ['finding', id], { articleId: article.id, ...alone });
    return finding;
  });
}

/** The sources that findings rest on, with their waivers, and the actors who hold them. */
export async function verifiableContext(
  { tx }: Pick<Command, 'tx'>,
  findings: Finding[],
  text: string,
): Promise<VerifiableContext> {
  const ids = findings.flatMap(({ attribution, evidence }) => [
    ...(attribution.sourceId === null ? [] : [attribution.sourceId]),
    ...evidence.locators.map(({ sourceId }) => sourceId),
  ]);
  const sourceIds = [...new Set(ids)];
  const actorIds = findings.flatMap(({ holders }) => holders.flatMap((each) => each.actorId ?? []));
  return {
    text,
    sources: await listSourcesByIds(tx, sourceIds),
    waivers: await listWaivers(tx, sourceIds),
    actors: await listActorsByIds(tx, [...new Set(actorIds)]),
  };
}
