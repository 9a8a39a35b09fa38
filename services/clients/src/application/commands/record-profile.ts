import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import { type ProfileForm, readProfileForm } from '../../domain/profile/profile-form.ts';
import { recordProfile } from '../../domain/profile/record-profile.ts';
import type { ClientsPorts } from '../ports.ts';
import { type OnProfile, type ProfileCommand, profileCommand } from './profile-command.ts';

export type RecordProfileInput = OnProfile & { readonly profile: Profile };

/** Understands what was written, or names every bad field. */
export const readRecordProfile = (
  { profile: form, ...onProfile }: OnProfile & { readonly profile: ProfileForm },
  today: LocalDate,
): Result<RecordProfileInput, ClientRefusal> => {
  const profile = readProfileForm(form, today);
  return understood(profile.ok ? accepted({ ...onProfile, profile: profile.value }) : profile);
};

/** Records a job seeker's whole profile. */
export const recordProfileCommand = (ports: ClientsPorts): ProfileCommand<RecordProfileInput> =>
  profileCommand(ports, {
    name: 'RecordProfile',
    decide: (of, { profile }, { today }) => recordProfile(of, { profile, today }),
  });
