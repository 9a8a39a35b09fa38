/** What a team's specialist, or the team itself where nobody is assigned, has to do in one municipality. */
export type LoadCell = {
  readonly teamId: string;
  /** Absent for clients of the team whom no specialist has. */
  readonly staffId?: string;
  readonly municipalityCode: string;
  readonly clients: number;
  readonly overdueTasks: number;
};

/** Meetings with a due day that were held of late, and those of them held in time. */
export type Punctuality = {
  readonly teamId: string;
  readonly staffId?: string;
  readonly held: number;
  readonly heldOnTime: number;
};

export type TeamFigures = { readonly cells: readonly LoadCell[]; readonly punctuality: readonly Punctuality[] };
