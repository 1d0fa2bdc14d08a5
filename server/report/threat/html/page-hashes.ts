// Written by `npm run generate` from style.ts and script.ts.

/** SHA-256 of the report's style sheet, as a content security policy names it. */
export const styleHash = 'dTYId79gpgEjCkhOyiKqaD+IJvkmXWIB3fFySZo3u+A=';

export const scriptHash = 'E7cmnaqFXkhTDPrGwR/z9Uaxg013rgAtQWHFQowVnr8=';
