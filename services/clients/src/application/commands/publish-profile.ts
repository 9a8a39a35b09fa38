import { badField, checkCode } from '@tyovayla/kernel/field-check';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../../domain/client/client-refusals.ts';
import { listOf } from '../../domain/client/field-list.ts';
import { type ProfilePart, profileParts } from '../../domain/profile/profile.ts';
import { publishProfile } from '../../domain/profile/publish-profile.ts';
import type { ClientsPorts } from '../ports.ts';
import { type OnProfile, type ProfileCommand, profileCommand } from './profile-command.ts';

export type PublishProfileInput = OnProfile & { readonly parts: readonly ProfilePart[] };

/** Understands what was written, or names every bad field. */
export const readPublishProfile = (
  written: OnProfile & { readonly parts: readonly string[] },
): Result<PublishProfileInput, ClientRefusal> => {
  const parts =
    written.parts.length === 0
      ? badField('parts', 'PART_MISSING', 'names nothing to publish: withdraw the profile instead')
      : listOf('parts', written.parts, (at, text) => checkCode(at, text, profileParts));
  return understood(parts.ok ? accepted({ ...written, parts: parts.value }) : parts);
};

/** Publishes the parts of a profile that the client chose. */
export const publishProfileCommand = (ports: ClientsPorts): ProfileCommand<PublishProfileInput> =>
  profileCommand(ports, {
    name: 'PublishProfile',
    decide: (of, { parts }, { today }) => publishProfile(of, { parts, today }),
  });
