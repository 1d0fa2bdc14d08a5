// Written by `npm run generate` from style.ts and script.ts.

/** SHA-256 of the report's style sheet, as a content security policy names it. */
export const styleHash = 'q/ifLHIZ48jpr5fpwpA4hkysR3v5dC5dywtiaSTRSdQ=';

export const scriptHash = 'E7cmnaqFXkhTDPrGwR/z9Uaxg013rgAtQWHFQowVnr8=';
