import { withdrawProfile } from '../../domain/profile/withdraw-profile.ts';
import type { ClientsPorts } from '../ports.ts';
import { type OnProfile, type ProfileCommand, profileCommand } from './profile-command.ts';

/** Publishes a profile no longer. */
export const withdrawProfileCommand = (ports: ClientsPorts): ProfileCommand<OnProfile> =>
  profileCommand(ports, {
    name: 'WithdrawProfile',
    decide: (of, _input, { today }) => withdrawProfile(of, { today }),
  });
