/** Why a case goes to another specialist. */
export const handOverReasons = [
  'CLIENT_MOVED',
  'NEED_CHANGED',
  'SPECIALIST_LEAVES',
  'LOAD',
  'CLIENT_ASKED',
  'DISQUALIFIED',
] as const;

export type HandOverReason = (typeof handOverReasons)[number];
