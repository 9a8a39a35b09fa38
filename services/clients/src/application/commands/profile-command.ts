import { accepted, refused } from '@tyovayla/kernel/result';
import type { CommandContext } from '@tyovayla/runtime/command';
import type { ClientProfile } from '../../domain/profile/profile.ts';
import type { ProfileDecision, ProfileOf } from '../../domain/profile/profile-decision.ts';
import { profileChangedMeanwhile } from '../../domain/profile/profile-refusals.ts';
import { usesProfiles } from '../access.ts';
import type { ClientsPorts } from '../ports.ts';
import { type ClientPartCommand, clientPartCommand, type OnClientPart } from './client-part-command.ts';

/** What every command on a profile is told. */
export type OnProfile = OnClientPart & {
  /** Version of the profile that the caller has seen; absent to take the newest. */
  readonly expectedVersion?: number;
};

/** What every command on a profile answers: its version after the change. */
export type NewProfileVersion = { readonly profileVersion: number };

type ProfilePart = ClientProfile | undefined;

export type ProfileCommand<Input extends OnProfile> = ClientPartCommand<
  Input,
  ProfilePart,
  ClientProfile,
  NewProfileVersion
>;

type ProfilePlan<Input extends OnProfile> = {
  readonly name: string;
  decide(of: ProfileOf, input: Input, context: CommandContext): ProfileDecision;
};

/** A command on one client's profile, refused where another change of it came between. */
export const profileCommand = <Input extends OnProfile>(
  ports: ClientsPorts,
  { name, decide }: ProfilePlan<Input>,
): ProfileCommand<Input> =>
  clientPartCommand<Input, ProfilePart, ClientProfile, NewProfileVersion>(ports, {
    name,
    access: usesProfiles,
    load: (tx, clientId) => ports.parts.profiles.find(tx, clientId),
    decide: ({ client, part }, input, context) => {
      const version = part?.version ?? 0;
      if (input.expectedVersion !== undefined && input.expectedVersion !== version) {
        return refused(profileChangedMeanwhile(version));
      }
      const decision = decide({ client, ...(part && { current: part }) }, input, context);
      return decision.ok
        ? accepted({ ...decision.value, answer: { profileVersion: decision.value.next.version } })
        : decision;
    },
    save: (after, { client, part }) =>
      ports.parts.profiles.save({ clientId: client.clientId, after, ...(part && { before: part }) }),
  });
