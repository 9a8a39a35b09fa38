/** Names of the parameters that hold the service's date and instant, such as '$2' and '$3'. */
type AsOf = { readonly today: string; readonly now: string };

/**
 * Who serves the client of the row `c` of `client_case`, but for the team, who stand in the area's reference file, and
 * those with an open need: the assigned specialist, and who substitutes for them on the day.
 */
export const servedBySql = ({ today }: AsOf): string => `ARRAY(
  SELECT c.specialist_id WHERE c.specialist_id IS NOT NULL
  UNION SELECT s.substitute_id FROM substitution s
    WHERE s.absent_id = c.specialist_id AND s.from_on <= ${today} AND s.to_on >= ${today})`;

/** Who has an open need for the client of the row `c`, and why: `[{staffId, reason}]`, null where nobody has. */
export const openNeedsSql = ({ now }: AsOf): string => `(
  SELECT json_agg(json_build_object('staffId', n.staff_id, 'reason', n.reason) ORDER BY n.need_id)
  FROM stated_need n WHERE n.client_id = c.client_id AND n.until_at > ${now})`;
