import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Sql, Write } from '@tyovayla/kernel/sql';
import type { NeglectKind } from '../domain/neglect/neglect-kind.ts';
import type { Application } from '../domain/obligation/application.ts';
import type { FollowedUpOffer } from '../domain/obligation/job-offer.ts';
import type { ClosedPeriod, ObligationPeriod, OpenPeriod } from '../domain/obligation/obligation-period.ts';
import type { ObligationArea } from '../domain/obligation/planned-obligation.ts';
import type { BindingPlan, DraftPlan, EditedPlan, Plan, PlanEdit } from '../domain/plan/plan.ts';
import type { OpenSoFar } from '../domain/plan/plan-decision.ts';
import type { JointApplication, StudyApplication } from '../domain/study-duty/study-duty.ts';
import type { DayTasks } from './assignment-ports.ts';
import type { MultiSectorCases } from './multi-sector-ports.ts';
import type { CasePorts, Meetings } from './ports.ts';

/** A plan with every edit that was ever made to it, oldest first. */
export type PlanRecord = { readonly plan: Plan; readonly edits: readonly PlanEdit[] };

/** Plans of clients. The case is locked wherever one is loaded for a decision. */
export type Plans = {
  find(sql: Sql, plan: { readonly clientId: string; readonly planId: string }): Promise<Plan | undefined>;
  /** The one plan that binds the client. */
  binding(sql: Sql, clientId: string): Promise<BindingPlan | undefined>;
  /** Drafts and the binding plan. */
  running(sql: Sql, clientId: string): Promise<readonly (DraftPlan | BindingPlan)[]>;
  /** All, newest first. */
  list(sql: Sql, clientId: string): Promise<readonly PlanRecord[]>;
  /** Stores the plan and its history's line. Stale where the version in store is another than `before`'s. */
  save(edited: EditedPlan): readonly Write[];
  /** Takes out all that people wrote in words, as when the client becomes anonymous; codes and days stay. */
  forgetTexts(clientId: string): Write;
};

/** A period with what is reported for it, or was when it ended. */
export type PeriodRecord = { readonly period: ObligationPeriod; readonly reported: number };

type OfPlan = { readonly clientId: string; readonly planId: string };
type OfPeriod = { readonly clientId: string; readonly periodId: string };
type OfDay = { readonly clientId: string; readonly day: LocalDate };

/** Periods of the obligation and what is reported for them. */
export type Obligations = {
  open(sql: Sql, clientId: string): Promise<OpenSoFar | undefined>;
  period(sql: Sql, of: OfPeriod): Promise<PeriodRecord | undefined>;
  /** The period that a day is in, with what had been reported before that day; of two, the one that began later. */
  periodAround(
    sql: Sql,
    of: OfDay,
  ): Promise<{ readonly required: number; readonly reportedBefore: number } | undefined>;
  /** Whether a published profile has been counted from this day on. */
  profileCounted(sql: Sql, since: OfDay): Promise<boolean>;
  /** All periods, newest first. */
  list(sql: Sql, clientId: string): Promise<readonly PeriodRecord[]>;
  /** What is reported for a period, newest first. */
  applications(sql: Sql, of: OfPeriod): Promise<readonly Application[]>;
  begin(period: OpenPeriod): Write;
  /** Stale where the period is not open. */
  close(period: ClosedPeriod): Write;
  report(clientId: string, application: Application): Write;
  /** Takes out the words, as when the client becomes anonymous. */
  forgetTexts(clientId: string): Write;
};

/** Job offers that were followed up; a row is never changed. */
export type JobOffers = {
  find(sql: Sql, offer: { readonly clientId: string; readonly offerId: string }): Promise<FollowedUpOffer | undefined>;
  /** Newest first. */
  list(sql: Sql, clientId: string): Promise<readonly FollowedUpOffer[]>;
  record(offer: FollowedUpOffer): Write;
};

/** Study places that clients applied for; a row is never changed. */
export type StudyApplications = {
  /** Newest first. */
  ofClient(sql: Sql, clientId: string): Promise<readonly StudyApplication[]>;
  record(recorded: {
    readonly clientId: string;
    /** Staff id. */
    readonly recordedBy: string;
    readonly application: StudyApplication;
  }): Write;
};

/** Proposes something that looks like a neglect, for an official to look at. */
export type NeglectCandidates = {
  propose(candidate: {
    readonly candidateId: string;
    readonly clientId: string;
    readonly kind: NeglectKind;
    readonly occurredOn: LocalDate;
    readonly sourceId: string;
  }): readonly Write[];
};

/** The timer that ends a period after its last day. */
export type PeriodTimers = {
  set(period: OpenPeriod, timerId: string): Write;
  fired(timerId: string): Write;
};

/** The timer that looks at a binding plan's text on consequences, on the day on which the law has another. */
export type PlanTextTimers = {
  set(
    of: {
      readonly clientId: string;
      readonly planId: string;
      /** Version of the plan's content that carries the text. */
      readonly contentVersion: number;
      readonly dueOn: LocalDate;
    },
    timerId: string,
  ): Write;
  fired(timerId: string): Write;
};

/** The last day of a joint application, of a plan that binds with the duty to apply for studies. */
export type StudyDeadline = OfPlan & { readonly last: LocalDate };

/** The timer that looks at what was applied for, on the day after the last one. */
export type StudyTimers = { set(deadline: StudyDeadline, timerId: string): Write; fired(timerId: string): Write };

/** What plans and the job-search obligation stand on. */
export type PlanPorts = CasePorts & {
  readonly plans: Plans;
  readonly obligations: Obligations;
  readonly jobOffers: JobOffers;
  readonly neglectCandidates: NeglectCandidates;
  readonly periodTimers: PeriodTimers;
  readonly studyTimers: StudyTimers;
  readonly planTextTimers: PlanTextTimers;
  readonly meetings: Pick<Meetings, 'ofClient'>;
  readonly dayTasks: Pick<DayTasks, 'put' | 'done'>;
  readonly obligationArea: ObligationArea;
  readonly studyApplications: StudyApplications;
  /** Springs' joint applications as far as they are known, the earliest first. */
  readonly jointApplications: readonly JointApplication[];
  /** The plan of the multi-sector register, which substitutes for an employment plan. */
  readonly multiSectorCases: Pick<MultiSectorCases, 'planInForce'>;
};
