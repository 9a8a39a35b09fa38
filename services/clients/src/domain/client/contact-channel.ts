/** How a client and the authority deal with each other. */
export const contactChannels = ['IN_PERSON', 'PHONE', 'VIDEO', 'E_SERVICE', 'LETTER'] as const;

export type ContactChannel = (typeof contactChannels)[number];
