// Stands for a style sheet or picture where a test loads a page of the portal.
export const empty = {};
