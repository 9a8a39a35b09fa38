/** A telephone number as people write it (040 123 4567) in international form (+358401234567). */
export const internationalPhone = (text: string): string => {
  const bare = text.replace(/[\s()\-–.]/g, '');
  if (bare.startsWith('00')) return `+${bare.slice(2)}`;
  return bare.startsWith('0') ? `+358${bare.slice(1)}` : bare;
};
