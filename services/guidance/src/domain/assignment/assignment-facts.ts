import type { HandOverReason } from './hand-over-reason.ts';
import type { NeedReason } from './stated-need.ts';

/** What happened to who serves a client. */
export type AssignmentFact =
  /** Somebody serves the client from now on; only a team where no specialist has room; only staff where a handler does. */
  | {
      readonly kind: 'SpecialistAssigned';
      readonly teamId?: string;
      readonly staffId?: string;
      readonly by: 'PROGRAM' | 'PERSON' | 'PERSON_OVER_MOST';
    }
  /** The job search ended. */
  | { readonly kind: 'SpecialistReleased'; readonly staffId?: string }
  /** The client moved; a person decides whether the case moves along. */
  | {
      readonly kind: 'HandOverProposed';
      readonly fromStaffId: string;
      readonly toStaffId: string;
    }
  /** The specialist keeps the client who moved. */
  | { readonly kind: 'HandOverDeclined'; readonly staffId: string }
  | {
      readonly kind: 'CaseHandedOver';
      readonly fromStaffId: string;
      readonly toStaffId: string;
      readonly teamId: string;
      readonly reason: HandOverReason;
      readonly openTasks: number;
      readonly by: 'PERSON' | 'PERSON_OVER_MOST';
    }
  /** Somebody who does not serve the client opened their data for some hours. */
  | {
      readonly kind: 'AccessOpened';
      readonly needId: string;
      readonly staffId: string;
      readonly reason: NeedReason;
      readonly until: Date;
    };
