import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { initialInterviewMigration } from './2001-initial-interview.ts';
import { clientCaseMigration } from './2002-client-case.ts';
import { meetingMigration } from './2003-meeting.ts';
import { planMigration } from './2010-plan.ts';
import { neglectAndStatementMigration } from './2020-neglect-and-statement.ts';
import {
  expertOrderMigration,
  managementGroupMigration,
  multiSectorMigration,
  multiSectorPromptMigration,
} from './2030-multi-sector.ts';
import { assignmentMigration } from './2040-assignment.ts';
import { toldTeamMigration } from './2050-told-team.ts';
import { benefitMigration } from './2055-benefit.ts';
import { studyDutyMigration } from './2056-study-duty.ts';
import { mergedRecordMigration } from './2060-merged-record.ts';
import { handedOverCaseMigration } from './2061-handed-over-case.ts';
import { planTextTimerMigration } from './2062-plan-text-timer.ts';

/** The service's own steps, in order. */
export const guidanceMigrations: readonly SqlMigration[] = [
  initialInterviewMigration,
  clientCaseMigration,
  meetingMigration,
  planMigration,
  neglectAndStatementMigration,
  multiSectorMigration,
  multiSectorPromptMigration,
  managementGroupMigration,
  expertOrderMigration,
  assignmentMigration,
  toldTeamMigration,
  benefitMigration,
  studyDutyMigration,
  mergedRecordMigration,
  handedOverCaseMigration,
  planTextTimerMigration,
];
