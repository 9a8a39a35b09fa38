import { z } from 'zod';
import { dateText, idText, municipalityText } from './schemas.ts';
import { dayTaskKinds, needReasons } from './staffing-codes.ts';

/** Shapes of the API on the day's work, the load of teams, substitutes and stated needs. */

const pageToken = z.string().max(200).default('');
const pageSize = z.coerce.number().int().min(1).max(100).default(25);
const staffIdText = z.string().min(1).max(60).describe('Opaque staff id');
const teamText = z.string().max(60).optional().describe('Id of a team');
const count = z.int().min(0);

export const dayTaskKind = z.enum(dayTaskKinds);

export const dayQuery = z.strictObject({
  team: teamText.describe('The whole team’s day; absent for one’s own clients and those substituted today'),
  municipality: municipalityText.optional(),
  kind: dayTaskKind.optional(),
  pageSize,
  pageToken,
});
export type DayQuery = z.infer<typeof dayQuery>;

const dayTask = z.object({
  taskId: z.string(),
  clientId: z.string(),
  kind: dayTaskKind,
  dueDate: z.string(),
  sourceId: z.string().describe('Opaque id of the meeting, plan, hearing … that the task is about'),
  municipalityCode: z.string().optional().describe('Absent where it is withheld'),
  specialistId: z.string().optional().describe('Absent where nobody is assigned'),
});

const dayCount = z.object({ kind: dayTaskKind, overdue: count, today: count, laterThisWeek: count });

export const myDay = z.object({
  todayDate: dateText,
  counts: z.array(dayCount).describe('Of all kinds, whichever kind is asked for; kinds with nothing left out'),
  tasks: z.array(dayTask).describe('Up to Sunday, the longest overdue first'),
  nextPageToken: z.string().optional(),
  substitutedStaffIds: z.array(z.string()),
});
export type MyDayView = z.infer<typeof myDay>;

export const loadQuery = z.strictObject({ team: teamText });
export type LoadQuery = z.infer<typeof loadQuery>;

const punctuality = {
  overdueTasks: count,
  meetingsHeld: count.describe('Meetings with a due day that were held in the last 90 days'),
  meetingsHeldOnTime: count,
};

const specialistLoad = z.object({
  staffId: z.string(),
  municipalityCode: z.string().describe('Of the home office'),
  clients: count,
  shareOfMostPercent: z.number(),
  warning: z.boolean(),
  ...punctuality,
});

export const teamLoad = z.object({
  todayDate: dateText,
  most: count.describe('Most clients that a specialist should have'),
  warningFrom: count,
  teams: z.array(
    z.object({
      teamId: z.string(),
      clients: count,
      unassigned: count.describe('Clients whom no specialist has room for'),
      ...punctuality,
      specialists: z.array(specialistLoad),
    }),
  ),
  municipalities: z.array(
    z.object({ municipalityCode: z.string(), teamId: z.string(), clients: count, overdueTasks: count }),
  ),
});
export type TeamLoadView = z.infer<typeof teamLoad>;

export const teamList = z.object({
  teams: z.array(
    z.object({
      teamId: z.string(),
      names: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
      specialists: z.array(
        z.object({ staffId: z.string(), municipalityCode: z.string(), statementPower: z.boolean() }),
      ),
    }),
  ),
  staffNames: z
    .record(z.string(), z.string())
    .describe('What people are called, by staff id: also those who work no longer, and those of other parties'),
});
export type TeamListView = z.infer<typeof teamList>;

const substitution = z.object({
  substitutionId: z.string(),
  version: z.int(),
  absentStaffId: z.string(),
  substituteStaffId: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
});
export type SubstitutionView = z.infer<typeof substitution>;

export const substitutionList = z.object({ substitutions: z.array(substitution) });
export type SubstitutionListView = z.infer<typeof substitutionList>;

export const substituteBody = z.strictObject({
  absentStaffId: staffIdText,
  substituteStaffId: staffIdText,
  fromDate: dateText,
  toDate: dateText,
});
export type SubstituteBody = z.infer<typeof substituteBody>;

export const substituteSet = z.object({ substitution });

export const substitutionParams = z.strictObject({ substitutionId: idText });
export const endSubstitutionBody = z.strictObject({
  expectedVersion: z.int().min(1).max(4_294_967_295).describe('Version seen'),
});
export type EndSubstitutionBody = z.infer<typeof endSubstitutionBody>;

export const needReason = z.enum(needReasons);

export const needBody = z.strictObject({
  reason: needReason,
  text: z.string().trim().min(3).max(300).describe('What for, in a few words; no identity codes'),
  hours: z.int().min(0).max(168).default(0).describe('0 for as long as the area allows'),
});
export type NeedBody = z.infer<typeof needBody>;

export const accessOpened = z.object({ needId: z.string(), untilTime: z.string().describe('RFC 3339 instant') });
export type AccessOpened = z.infer<typeof accessOpened>;

export const needsQuery = z.strictObject({
  statedFrom: dateText.optional().describe('Needs stated on this day or later; absent for those open now'),
  pageSize,
  pageToken,
});
export type NeedsQuery = z.infer<typeof needsQuery>;

export const needList = z.object({
  needs: z.array(
    z.object({
      needId: z.string(),
      clientId: z.string(),
      staffId: z.string(),
      reason: needReason,
      text: z.string(),
      openTime: z.string(),
      untilTime: z.string(),
      open: z.boolean(),
    }),
  ),
  nextPageToken: z.string().optional(),
});
export type NeedListView = z.infer<typeof needList>;
