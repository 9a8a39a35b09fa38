import type { z } from 'zod';
import type * as groups from './management-group-schemas.ts';
import type * as cases from './multi-sector-schemas.ts';
import type { Caller, Change } from './ports.ts';
import type { AccessQuery, PageQuery } from './schemas.ts';

type OfClient = { readonly clientId: string };
type OfGroup = { readonly managementGroupId: string };

type Reads<Input, Schema extends z.ZodType> = (caller: Caller, input: Input) => Promise<z.infer<Schema>>;
type Does<Input, Schema extends z.ZodType> = (change: Change, input: Input) => Promise<z.infer<Schema>>;
type Body<Schema extends z.ZodType> = z.infer<Schema>;

/** The multi-sector register and its management group, by the names of guidance's own verbs. */
export type MultiSectorService = {
  listMyMultiSectorCases: Reads<PageQuery, typeof cases.myCases>;
  listMultiSectorPrompts: Reads<PageQuery, typeof cases.promptList>;
  getMultiSectorCase: Reads<OfClient & AccessQuery, typeof cases.multiSectorCaseAnswer>;
  referToMultiSector: Does<OfClient & Body<typeof cases.referBody>, typeof cases.referred>;
  startMultiSectorConsultation: Does<OfClient & Body<typeof cases.consultationBody>, typeof cases.changedCase>;
  startMultiSectorAssessment: Does<OfClient & Body<typeof cases.assessmentBody>, typeof cases.startedAssessment>;
  acceptIntoMultiSector: Does<OfClient & Body<typeof cases.acceptBody>, typeof cases.changedCase>;
  makeMultiSectorPlan: Does<OfClient & Body<typeof cases.makePlanBody>, typeof cases.madePlan>;
  signMultiSectorPlan: Does<
    OfClient & { readonly planId: string } & Body<typeof cases.signBody>,
    typeof cases.signedPlan
  >;
  reviewMultiSectorPlan: Does<OfClient & Body<typeof cases.reviewBody>, typeof cases.reviewedPlan>;
  agreeMultiSectorMeeting: Does<OfClient & Body<typeof cases.agreeMeetingBody>, typeof cases.agreedMeeting>;
  exitMultiSector: Does<OfClient & Body<typeof cases.exitBody>, typeof cases.changedCase>;
  appointMultiSectorMember: Does<OfClient & Body<typeof cases.memberBody>, typeof cases.changedCase>;
  endMultiSectorMembership: Does<OfClient & Body<typeof cases.endMemberBody>, typeof cases.changedCase>;
  getManagementGroup: Reads<{ readonly countyArea: string }, typeof groups.managementGroupAnswer>;
  formManagementGroup: Does<Body<typeof groups.formGroupBody>, typeof groups.formedGroup>;
  proposeLeader: Does<OfGroup & Body<typeof groups.proposeBody>, typeof groups.proposedLeader>;
  approveLeader: Does<OfGroup & Body<typeof groups.voteBody>, typeof groups.votedOnLeader>;
  nameLeader: Does<OfGroup & Body<typeof groups.nameBody>, typeof groups.changedGroup>;
  recordCooperationAgreement: Does<OfGroup & Body<typeof groups.agreementBody>, typeof groups.recordedAgreement>;
};
