/** Shapes of the API's answers, as the pages use them. */
export type { AccessReportView, ExtractView } from '../../../src/api/access-report-schemas.ts';
export type { BenefitListView, RecordedBenefitView } from '../../../src/api/benefit-schemas.ts';
export type { UndeliveredListView } from '../../../src/api/delivery-schemas.ts';
export type { ExpertOrderListView } from '../../../src/api/expert-order-schemas.ts';
export type { ManagementGroupView } from '../../../src/api/management-group-schemas.ts';
export type {
  MeetingListView,
  MeetingView,
  MissedMeetingView,
  OfficeListView,
  ServiceNeedView,
} from '../../../src/api/meeting-schemas.ts';
export type {
  MultiSectorCaseView,
  MultiSectorPlanView,
  MyCasesView,
  PromptListView,
} from '../../../src/api/multi-sector-schemas.ts';
export type {
  CandidateListView,
  NeglectListView,
  NeglectView,
  ProposalView,
} from '../../../src/api/neglect-schemas.ts';
export type {
  CellView,
  PictureRowName,
  PictureView,
  RatesView,
  RowCellsView,
  SeriesView,
  StatedPictureView,
} from '../../../src/api/picture-schemas.ts';
export type {
  JobOfferFollowUpView,
  ObligationPeriodView,
  ObligationView,
  PlanContentView,
  PlanListView,
  PlanObligationView,
  PlanView,
  StudyDutyView,
  StudyStandingView,
} from '../../../src/api/plan-schemas.ts';
export type { ProfileDutyView } from '../../../src/api/profile-duty-schemas.ts';
export type { ProfileAnswer, ProfileView } from '../../../src/api/profile-schemas.ts';
export type {
  ConsentListView,
  ProtectionReviewsView,
  ReceiptListView,
  WorkAbilityAnswer,
} from '../../../src/api/record-schemas.ts';
export type {
  AccessListView,
  ClientListView,
  ClientSummaryView,
  ClientView,
  FoundClientView,
  InitialInterviewView,
  Registered,
} from '../../../src/api/schemas.ts';
export type {
  AccessOpened,
  MyDayView,
  NeedListView,
  SubstitutionListView,
  SubstitutionView,
  TeamListView,
  TeamLoadView,
} from '../../../src/api/staffing-schemas.ts';
export type {
  AssignedView,
  AssignmentView,
  ObligationProgressView,
  StatementChoicesView,
  StatementListView,
  StatementView,
} from '../../../src/api/statement-schemas.ts';

/** Who is signed in, if anyone, and which day it is on the platform. */
export type Me =
  | { readonly signedIn: false; readonly today: string; readonly developmentSignIn: boolean }
  | {
      readonly signedIn: true;
      readonly today: string;
      readonly developmentSignIn: boolean;
      readonly staffId: string;
      readonly name: string;
      readonly roles: readonly string[];
      readonly municipality?: string;
    };
