import { allOf, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { listOf } from '../../domain/client/field-list.ts';
import { checkOccupation, type OccupationCode } from '../../domain/profile/occupation-code.ts';
import { publishMinimumProfile } from '../../domain/profile/publish-minimum-profile.ts';
import type { ClientsPorts } from '../ports.ts';
import { type OnProfile, type ProfileCommand, profileCommand } from './profile-command.ts';

export type PublishMinimumProfileInput = OnProfile & {
  readonly dueOn: LocalDate;
  readonly occupationsSought: readonly OccupationCode[];
};

/** Understands what was written, or names every bad field. */
export const readPublishMinimumProfile = (
  written: OnProfile & { readonly dueOn: string; readonly occupationsSought: readonly string[] },
): Result<PublishMinimumProfileInput, ClientRefusal> => {
  const fields = allOf({
    dueOn: checkDate('due_date', written.dueOn),
    occupationsSought: listOf('occupations_sought', written.occupationsSought, checkOccupation),
  });
  return understood(fields.ok ? accepted({ ...written, ...fields.value }) : fields);
};

/** Publishes the minimum profile of a client who has not published in time. */
export const publishMinimumProfileCommand = (ports: ClientsPorts): ProfileCommand<PublishMinimumProfileInput> =>
  profileCommand(ports, {
    name: 'PublishMinimumProfile',
    decide: (of, { dueOn, occupationsSought }, { today }) =>
      publishMinimumProfile(of, { dueOn, occupationsSought, today }),
  });
