import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { HeldMeeting, Meeting } from '../meeting/meeting.ts';
import { type Neglect, type NeglectStage, type ReasonVerdict, stageOn, verdictOf } from '../neglect/neglect.ts';
import { type NeglectProposal, proposeConsequence } from '../neglect/propose-consequence.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import type { ServiceNeed } from '../service-need/service-need.ts';
import { periodOf, type Statement, standing } from '../statement/statement.ts';
import { type ObligationActivity, progressOf, standingObligations } from '../statement/work-obligation.ts';

/** All that is kept of a client whose job search went over to another area. */
export type KeptOfClient = {
  /** Newest first. */
  readonly plans: readonly Plan[];
  /** Newest first. */
  readonly serviceNeeds: readonly ServiceNeed[];
  /** Latest first. */
  readonly meetings: readonly Meeting[];
  /** In order of their days. */
  readonly neglects: readonly Neglect[];
  /** Newest first. */
  readonly statements: readonly Statement[];
  readonly activities: readonly ObligationActivity[];
};

/** A plan that ended with the transfer, and what bound in it. */
export type HandedOverPlan = { readonly plan: Plan; readonly content: PlanContent };

export type HandedOverNeglect = {
  readonly neglect: Neglect;
  readonly stage: NeglectStage;
  readonly verdict?: ReasonVerdict;
  readonly step?: number;
  readonly windowEndsOn?: LocalDate;
};

export type HandedOverSanction = { readonly statement: Statement; readonly daysRecorded: number };

/** What another area needs to go on, and no more: no note of staff, no word of a hearing, nothing that is over. */
export type HandedOverProcess = {
  readonly transferredOn: LocalDate;
  readonly plan?: HandedOverPlan;
  readonly serviceNeed?: ServiceNeed;
  readonly meetings: readonly HeldMeeting[];
  readonly neglects: readonly HandedOverNeglect[];
  readonly sanctions: readonly HandedOverSanction[];
};

const boundPlan = (plans: readonly Plan[]): HandedOverPlan | undefined => {
  const plan = plans.find(
    (one) => one.status === 'ENDED' && one.endReason === 'TRANSFERRED_TO_OTHER_AREA' && one.binding !== undefined,
  );
  const content = plan !== undefined && 'binding' in plan ? plan.binding : undefined;
  return plan && content && { plan, content };
};

/** The job search that went over is the last one, and the latest meeting is of it: each plans one as it begins. */
const heldIn = (meetings: readonly Meeting[]): readonly HeldMeeting[] =>
  meetings.filter(
    (meeting): meeting is HeldMeeting => meeting.status === 'HELD' && meeting.jobSearchId === meetings[0]?.jobSearchId,
  );

/** Whether a neglect without an acceptable reason still counts when another follows. Source: handbook 2.6. */
const counts = ({ rule, windowEndsOn }: NeglectProposal, transferredOn: LocalDate): boolean =>
  windowEndsOn === undefined ? rule === 'contact-neglect' : windowEndsOn >= transferredOn;

const openOrCounting = (neglects: readonly Neglect[], transferredOn: LocalDate): readonly HandedOverNeglect[] =>
  neglects.flatMap((neglect): readonly HandedOverNeglect[] => {
    const proposal = proposeConsequence(neglect, { neglects });
    if (neglect.status === 'ASSESSED' && (proposal === undefined || !counts(proposal, transferredOn))) return [];
    const { step, windowEndsOn } = proposal ?? {};
    return [
      {
        neglect,
        stage: stageOn(neglect, transferredOn),
        ...(neglect.status === 'ASSESSED' && { verdict: verdictOf(neglect.finding) }),
        ...(step !== undefined && { step }),
        ...(windowEndsOn !== undefined && { windowEndsOn }),
      },
    ];
  });

const running = ({ statements, activities }: KeptOfClient, transferredOn: LocalDate): readonly HandedOverSanction[] => {
  const unmet = standingObligations(statements)
    .map((statement) => ({ statement, progress: progressOf(statement, activities) }))
    .filter(({ progress: { metOn } }) => metOn === undefined)
    .map(({ statement, progress: { daysRecorded } }) => ({ statement, daysRecorded }));
  const waiting = standing(statements)
    .filter(
      ({ content }) => content.kind === 'WAITING_PERIOD' && (periodOf(content).to ?? transferredOn) >= transferredOn,
    )
    .map((statement) => ({ statement, daysRecorded: 0 }));
  return [...waiting, ...unmet].toSorted((one, other) => (one.statement.issuedOn < other.statement.issuedOn ? 1 : -1));
};

/** Chooses from what is kept of a client what goes along with their job search. Source: handbook R1.4. */
export const handedOverProcess = (kept: KeptOfClient, transferredOn: LocalDate): HandedOverProcess => {
  const plan = boundPlan(kept.plans);
  const [serviceNeed] = kept.serviceNeeds;
  return {
    transferredOn,
    ...(plan !== undefined && { plan }),
    ...(serviceNeed !== undefined && { serviceNeed }),
    meetings: heldIn(kept.meetings),
    neglects: openOrCounting(kept.neglects, transferredOn),
    sanctions: running(kept, transferredOn),
  };
};
