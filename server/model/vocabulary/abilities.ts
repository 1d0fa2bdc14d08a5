import { word, type Word } from './word.ts';

/** Abilities that are derived from effects, reach and the calls an element can set off. */
export const abilities: readonly Word[] = [
  word('side-effects', 'Something outside the conversation can change, or somebody outside can be reached.'),
  word('state-change', 'Something can be written, deleted, ordered, run or configured.'),
  word('irreversible', 'What is done cannot be put back: money, deletion, messages, rights, lasting writes.'),
  word('external-communication', 'Data can leave: by messages, requests, queries to outsiders.'),
  word('code-execution', 'Code that the caller names can run.'),
  word('url-fetch', 'Addresses that the caller names can be opened.'),
  word('call-tools', 'At least one tool can be called.'),
  word('read-private-data', 'Data above public can be read without the caller naming it.'),
];

/** The effects that amount to each ability. */
export const effectsOfAbility: Readonly<Record<string, readonly string[]>> = {
  'side-effects': [
    'reversible-write',
    'irreversible-write',
    'destructive',
    'financial',
    'messages-people',
    'sends-outside',
    'executes-code',
    'administrative',
    'any',
  ],
  'state-change': [
    'reversible-write',
    'irreversible-write',
    'destructive',
    'financial',
    'messages-people',
    'executes-code',
    'administrative',
    'any',
  ],
  irreversible: [
    'irreversible-write',
    'destructive',
    'financial',
    'messages-people',
    'administrative',
    'any',
  ],
  'external-communication': ['messages-people', 'sends-outside', 'fetches-urls', 'any'],
  'code-execution': ['executes-code', 'any'],
  'url-fetch': ['fetches-urls', 'any'],
};
