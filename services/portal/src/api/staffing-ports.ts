import type { Resent, StatementParams, UndeliveredListView } from './delivery-schemas.ts';
import type { Caller, Change } from './ports.ts';
import type { Changed, PageQuery } from './schemas.ts';
import type {
  AccessOpened,
  DayQuery,
  EndSubstitutionBody,
  LoadQuery,
  MyDayView,
  NeedBody,
  NeedListView,
  NeedsQuery,
  SubstituteBody,
  SubstitutionListView,
  SubstitutionView,
  TeamListView,
  TeamLoadView,
} from './staffing-schemas.ts';

/** The part of guidance about who does what by when: days, load, substitutes, stated needs, undelivered statements. */
export type StaffingService = {
  myDay(caller: Caller, query: DayQuery): Promise<MyDayView>;
  teams(caller: Caller): Promise<TeamListView>;
  teamLoad(caller: Caller, query: LoadQuery): Promise<TeamLoadView>;
  substitutions(caller: Caller): Promise<SubstitutionListView>;
  setSubstitute(change: Change, input: SubstituteBody): Promise<{ readonly substitution: SubstitutionView }>;
  endSubstitution(change: Change, substitutionId: string, input: EndSubstitutionBody): Promise<Changed>;
  /** Opens a client whom the caller does not serve, for some hours. */
  openAccess(change: Change, clientId: string, input: NeedBody): Promise<AccessOpened>;
  openNeeds(caller: Caller, query: NeedsQuery): Promise<NeedListView>;
  undeliveredStatements(caller: Caller, page: PageQuery): Promise<UndeliveredListView>;
  resendStatement(change: Change, statement: StatementParams): Promise<Resent>;
};
