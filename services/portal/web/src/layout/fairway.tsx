import type { ReactNode } from 'react';

/** A fairway between lateral marks: red spars to port, green ones to starboard. Decoration only. */
export const Fairway = (): ReactNode => (
  <svg className="hero__art" viewBox="0 0 520 340" aria-hidden="true" focusable="false">
    <path
      d="M120 340 C210 250 300 210 330 120 C340 85 350 60 352 40 L366 40 C372 70 392 95 412 130 C452 200 470 260 520 340 Z"
      fill="#ffffff"
      opacity="0.12"
    />
    <g fill="none" stroke="#ffffff" strokeWidth="2" strokeLinecap="round" opacity="0.35">
      <path d="M20 232c14 0 14-9 28-9s14 9 28 9 14-9 28-9 14 9 28 9" />
      <path d="M70 292c18 0 18-11 36-11s18 11 36 11" />
      <path d="M430 98c10 0 10-6 20-6s10 6 20 6 10-6 20-6" />
      <path d="M220 300c20 0 20-12 40-12s20 12 40 12 20-12 40-12 20 12 40 12" />
      <path d="M300 210c13 0 13-8 26-8s13 8 26 8 13-8 26-8" />
    </g>
    <g fill="#f0705a">
      <path d="M138 318l11-92h18l11 92z" />
      <path d="M262 204l6-52h10l6 52z" />
      <path d="M330 96l3-28h6l3 28z" />
    </g>
    <g fill="#4fd0a2">
      <path d="M462 300l9-56 11-32 11 32 9 56z" />
      <path d="M416 184l5-32 6-18 6 18 5 32z" />
      <path d="M379 92l3-18 3-10 3 10 3 18z" />
    </g>
  </svg>
);
