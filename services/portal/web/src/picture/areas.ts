/** Municipalities of the area in the order of their codes, then the area. */
export const municipalities = ['240', '241', '751', '845', '851', '976'] as const;
export const areas = [...municipalities, 'total'] as const;

/** Where clients may live: the area, and abroad (Norway, Sweden, other). */
export const residences = [...municipalities, '197', '198', '200'] as const;
