import type { Reason } from '@tyovayla/kernel/rule-desk';
import { type ClientRefusal, no } from '../client/client-refusals.ts';
import type { ProfilePart } from './profile.ts';

export const profileChangedMeanwhile = (version: number): ClientRefusal =>
  no('stale', 'PROFILE_CHANGED_MEANWHILE', { profileVersion: String(version) });

export const profileNotRecorded = (): ClientRefusal => no('conflict', 'PROFILE_NOT_RECORDED');

export const profilePartEmpty = (parts: readonly ProfilePart[]): ClientRefusal =>
  no('conflict', 'PROFILE_PART_EMPTY', { parts: parts.join(' ') });

export const profilePublicationUnchanged = (): ClientRefusal => no('conflict', 'PROFILE_PUBLICATION_UNCHANGED');

export const profileNotPublished = (): ClientRefusal => no('conflict', 'PROFILE_NOT_PUBLISHED');

export const profilePublishedAlready = (): ClientRefusal => no('conflict', 'PROFILE_PUBLISHED_ALREADY');

/** Said to the assigned handler alone: to everyone else there is no such client. */
export const profileUnderProtection = (): ClientRefusal => no('conflict', 'PROFILE_UNDER_PROTECTION');

export const minimumProfileNotDue = (against: readonly Reason[]): ClientRefusal =>
  no('conflict', 'MINIMUM_PROFILE_NOT_DUE', { because: against.map(({ code }) => code).join(' ') });

export const minimumProfileNeedsOccupation = (): ClientRefusal => no('conflict', 'MINIMUM_PROFILE_NEEDS_OCCUPATION');
