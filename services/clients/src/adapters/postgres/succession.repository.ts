import { type Timer, timerFiredWrite, timerMovedWrite, timerWrite } from '@tyovayla/persistence/timer';
import type { FollowSuccessionInput } from '../../application/commands/follow-succession.ts';
import type { Succession, SuccessionRepository } from '../../application/life-cycle-ports.ts';
import type { ClientId } from '../../domain/client/client.ts';

/** The kinds of timers that follow a decision on a handler who is gone: first the desk, then each client. */
export const deskKind = 'handler-succession';
export const clientKind = 'handler-succeeded';

/** Which decision such a timer follows. */
export const deskInput = ({ subjectId }: Timer): FollowSuccessionInput => ({ successionId: subjectId });

/** Whom such a timer hands over. */
export const clientInput = ({ subjectId }: Timer): { readonly clientId: ClientId } => ({
  clientId: subjectId as ClientId,
});

const decideText = `INSERT INTO handler_succession (succession_id, from_handler_id, to_handler_id, decided_by, decided_at)
  VALUES ($1, $2, $3, $4, $5)`;

const findText = `SELECT succession_id AS "successionId", from_handler_id AS "fromHandlerId",
  to_handler_id AS "toHandlerId" FROM handler_succession WHERE succession_id = $1`;

const successorText = `SELECT to_handler_id AS id FROM handler_succession WHERE from_handler_id = $1
  ORDER BY decided_at DESC, succession_id DESC LIMIT 1`;

const clientsText = 'SELECT client_id AS id FROM client WHERE protection_handler_id = $1 ORDER BY client_id';

/** Handlers who are gone, in Postgres. */
export const successionRepository: SuccessionRepository = {
  decide: ({ successionId, fromHandlerId, toHandlerId }, { actorId, now, today }) => [
    { text: decideText, values: [successionId, fromHandlerId, toHandlerId, actorId, now] },
    timerWrite({ timerId: successionId, kind: deskKind, subjectId: successionId, dueOn: today }),
  ],
  find: async (sql, successionId) => (await sql.query<Succession>(findText, [successionId]))[0],
  successorOf: async (sql, handlerId) => (await sql.query<{ readonly id: string }>(successorText, [handlerId]))[0]?.id,
  clientsOf: async (sql, handlerId) =>
    (await sql.query<{ readonly id: ClientId }>(clientsText, [handlerId])).map(({ id }) => id),
  // A client can be handed over more than once in their life.
  handOverOn: ({ timerId, clientId, dueOn }) =>
    timerMovedWrite({ timerId, kind: clientKind, subjectId: clientId, dueOn }),
  followed: timerFiredWrite,
};
