import { refusalOfForeignChange } from './same-origin.ts';

const origin = 'https://tyovayla.example';
const own = { origin, 'x-tyovayla-portal': '1', 'sec-fetch-site': 'same-origin' };

describe('A change', () => {
  it('is taken from our own pages', () => {
    expect(refusalOfForeignChange(own, origin)).toBeUndefined();
  });

  it.each([
    ['another site', { ...own, origin: 'https://elsewhere.example' }],
    ['a page that hides its origin', { ...own, origin: 'null' }],
    ['a request without an origin', { ...own, origin: undefined }],
    ['a form, which cannot set our header', { ...own, 'x-tyovayla-portal': undefined }],
    ['a sibling site', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', (_, headers) => {
    expect(refusalOfForeignChange(headers, origin)).toMatchObject({ status: 403, reason: 'FOREIGN_ORIGIN' });
  });
});
