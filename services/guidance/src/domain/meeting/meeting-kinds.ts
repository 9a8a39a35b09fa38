import type { SearchEnd } from '../client-case/search-end.ts';

/** What meetings are for (handbook 2.2). */
export const meetingKinds = [
  'INITIAL_INTERVIEW',
  'SUPPLEMENTARY',
  'DISCUSSION',
  'INTENSIVE',
  'ACTIVATION',
  'CONTACT',
] as const;

export type MeetingKind = (typeof meetingKinds)[number];

export const meetingChannels = ['OFFICE', 'VIDEO', 'PHONE', 'SERVICE_PROVIDER', 'E_SERVICE'] as const;

export type MeetingChannel = (typeof meetingChannels)[number];

/** Who chose the time. */
export const bookedBys = ['AUTHORITY', 'SELF'] as const;

export type BookedBy = (typeof bookedBys)[number];

/** Why a meeting that belongs at an office is held elsewhere. */
export const remoteReasons = ['LONG_JOURNEY', 'WEIGHTY'] as const;

export type RemoteReason = (typeof remoteReasons)[number];

/** Why people cancel a meeting: the first two give back its time, the third ends it. */
export const cancelReasons = ['CLIENT_ASKED', 'AUTHORITY', 'WAIVED'] as const;

/** Why a meeting is not held; beside what people say, the service's own reasons. */
export type CancelReason = (typeof cancelReasons)[number] | SearchEnd | 'STATUS' | 'BENEFIT_ENDED';

/** What missing a meeting leads to, if an official decides so. */
export type MissedEffect = 'NEGLECT' | 'JOB_SEARCH_ENDS';
