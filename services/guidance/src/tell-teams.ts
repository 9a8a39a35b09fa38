import { runCommand } from '@tyovayla/runtime/pipeline/run-command';
import type { PipelinePorts } from '@tyovayla/runtime/ports';
import { type TellTeamsPorts, tellTeamsCommand } from './application/commands/tell-teams.ts';

const itself = { kind: 'PROGRAM', id: 'guidance', program: 'guidance', roles: [] } as const;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Has the teams told through the pipeline, when the service starts. Throws where it can't be done. */
export const tellTeams = async (pipeline: PipelinePorts, ports: TellTeamsPorts): Promise<void> => {
  const told = await runCommand(pipeline, tellTeamsCommand(ports), {
    actor: itself,
    input: {},
    requestId: pipeline.newId(),
    payload: bytes('teams'),
    encode: (answer) => bytes(JSON.stringify(answer)),
  });
  if (!told.ok) throw new Error(`teams could not be told: ${told.refusal.code}`);
};
