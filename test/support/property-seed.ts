// Loaded before the unit tests, in the way they are loaded, so that it speaks to the same instance of fast-check: the
// same inputs on every run, so that a failure means the change at hand. PROPERTY_SEED explores others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
