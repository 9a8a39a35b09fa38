import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { NeglectKind } from './neglect-kind.ts';

/** How the client is asked to explain. */
export const hearingManners = ['E_SERVICE', 'LETTER', 'PHONE', 'MEETING'] as const;
export type HearingManner = (typeof hearingManners)[number];

/** Languages of hearings and statements: the client's language of the matter (handbook R12.1, R12.2). */
export const matterLanguages = ['FI', 'SV', 'SE', 'SMN', 'SMS', 'EN'] as const;
export type MatterLanguage = (typeof matterLanguages)[number];

/** What the client gives as the reason. */
export const explanationCodes = [
  'ILLNESS',
  'ACCIDENT',
  'WORK_INTERVIEW',
  'CARE_OF_NEAR_PERSON',
  'TRAVEL',
  'NOT_INFORMED',
  'DONE',
  'OTHER',
  'NONE_GIVEN',
] as const;
export type ExplanationCode = (typeof explanationCodes)[number];

/** Findings that the reason is acceptable. Source: handbook 2.6. */
export const acceptableGrounds = [
  'ILLNESS',
  'ACCIDENT',
  'WORK_INTERVIEW',
  'BEYOND_CONTROL',
  /** The authority's own mistake: the neglect was none, or was recorded wrongly. */
  'AUTHORITYS_MISTAKE',
] as const;

/** Findings that it is not. */
export const unacceptableGrounds = ['NO_EXPLANATION', 'WITHIN_CONTROL', 'NOT_SHOWN'] as const;

export const reasonGrounds = [...acceptableGrounds, ...unacceptableGrounds] as const;
export type ReasonGround = (typeof reasonGrounds)[number];

export type ReasonVerdict = 'ACCEPTABLE' | 'NOT_ACCEPTABLE';

/** The client's hearing (kuuleminen). What they say in their own words is stored apart and is no part of it. */
export type Hearing = {
  readonly hearingId: string;
  readonly openedOn: LocalDate;
  /** Last day to explain. */
  readonly deadline: LocalDate;
  readonly manner: HearingManner;
  readonly language: MatterLanguage;
  /** Staff id. */
  readonly openedBy: string;
  readonly answer?: { readonly code: ExplanationCode; readonly answeredOn: LocalDate };
};

/** What a named official has found. */
export type Finding = {
  readonly ground: ReasonGround;
  /** Staff id. */
  readonly assessedBy: string;
  readonly assessedOn: LocalDate;
};

type NeglectCore = {
  readonly neglectId: string;
  readonly clientId: string;
  readonly kind: NeglectKind;
  /** Its version of the law judges the neglect. */
  readonly occurredOn: LocalDate;
  /** Absent where recorded directly. */
  readonly sourceId?: string;
  /** Staff id. */
  readonly recordedBy: string;
  readonly recordedOn: LocalDate;
  readonly version: number;
};

export type RecordedNeglect = NeglectCore & { readonly status: 'RECORDED' };
export type NeglectInHearing = NeglectCore & { readonly status: 'HEARING'; readonly hearing: Hearing };
export type AssessedNeglect = NeglectCore & {
  readonly status: 'ASSESSED';
  readonly hearing: Hearing;
  readonly finding: Finding;
};

/** A neglect (laiminlyönti) that an official has recorded. */
export type Neglect = RecordedNeglect | NeglectInHearing | AssessedNeglect;

/** Where the handling stands on a day. */
export type NeglectStage = 'RECORDED' | 'HEARING' | 'HEARD' | 'ASSESSED';

/** A candidate that waits for an official. */
export type NeglectCandidate = {
  readonly candidateId: string;
  readonly clientId: string;
  readonly kind: NeglectKind;
  readonly occurredOn: LocalDate;
  readonly sourceId: string;
  readonly status: 'OPEN' | 'RECORDED' | 'DISMISSED';
};

/** The client has explained, or their time is over: a deadline that has passed counts as a hearing held. */
export const isHeard = ({ answer, deadline }: Hearing, today: LocalDate): boolean =>
  answer !== undefined || deadline < today;

/** Where the handling stands today. */
export const stageOn = (neglect: Neglect, today: LocalDate): NeglectStage => {
  if (neglect.status !== 'HEARING') return neglect.status;
  return isHeard(neglect.hearing, today) ? 'HEARD' : 'HEARING';
};

export const verdictOf = ({ ground }: Finding): ReasonVerdict =>
  (acceptableGrounds as readonly ReasonGround[]).includes(ground) ? 'ACCEPTABLE' : 'NOT_ACCEPTABLE';

/** Whether the reason was found not to be acceptable: only these count on the staircase. */
export const isUnexcused = (neglect: Neglect): neglect is AssessedNeglect =>
  neglect.status === 'ASSESSED' && verdictOf(neglect.finding) === 'NOT_ACCEPTABLE';

/** In order of the days of the neglects; of one day, the one recorded first. Ids grow with time. */
export const inOrderOfTime = (neglects: readonly Neglect[]): readonly Neglect[] =>
  neglects.toSorted((one, other) => {
    if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? -1 : 1;
    return one.neglectId < other.neglectId ? -1 : 1;
  });
