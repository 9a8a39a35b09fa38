/**
 * The client's record and those that went into it, for `= ANY (…)` in a statement whose first parameter is the client.
 * Asked by a query of its own: once for all rows, and Postgres keeps the plan. Called in the condition itself, it would
 * be asked by the planner as well, which then makes another plan for each client.
 */
export const recordsOfClient = '(SELECT records_of($1))::uuid[]';
