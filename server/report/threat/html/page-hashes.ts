// Written by `npm run generate` from style.ts and script.ts.

/** SHA-256 of the report's style sheet, as a content security policy names it. */
export const styleHash = 'MOnBFELD86iZ3wrUKGwpsd4aRPIVdXWWxlPK3Pxw8gI=';

export const scriptHash = 'W036GPqqst99MVPkMDdY8ZAOESJq+5EQ20aPmt1rv9o=';
