/** Where a person is counted while the municipality is withheld: in the area's total and nowhere else. */
export const withheldColumn = 'withheld';

/** The area's column. Never stored: it is the sum of all stored columns. */
export const totalColumn = 'total';
