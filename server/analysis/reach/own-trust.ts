import type { Element } from '../../model/architecture.ts';
import { trustOrder, type Trust } from '../reach.ts';

/** Trust of what an element adds of its own, with the reason in words. */
export interface OwnTrust {
  readonly trust: Trust;
  readonly because: string;
}

/**
 * What an element adds by itself, before anything flows in; absent where it adds nothing and only passes on.
 * The defaults are those of the language: whoever may be anybody is untrusted, known parties are semi-trusted,
 * those who answer for the system are trusted.
 */
export function ownTrust(element: Element, effects: readonly string[]): OwnTrust | undefined {
  const standard = standardTrust(element, effects);
  const declared = declaredTrust(element);
  if (declared === undefined) return standard;
  const lowers = standard === undefined || rank(declared) < rank(standard.trust);
  const supported = element.facts.has('evidence') && standard !== undefined;
  if (!lowers && !supported) return standard;
  if (standard === undefined && declared === 'trusted') return undefined;
  return { trust: declared, because: `"${element.id}" is declared ${declared}` };
}

export function declaredTrust(element: Element): Trust | undefined {
  return asTrust(element.facts.get('trust')?.values[0]?.text);
}

export function asTrust(text: string | undefined): Trust | undefined {
  return trustOrder.find((trust) => trust === text);
}

export function rank(trust: Trust): number {
  return trustOrder.indexOf(trust);
}

export function leastOf(a: Trust, b: Trust): Trust {
  return rank(a) <= rank(b) ? a : b;
}

function standardTrust(element: Element, effects: readonly string[]): OwnTrust | undefined {
  const name = `"${element.id}"`;
  const say = (trust: Trust, what: string): OwnTrust => ({ trust, because: `${name} is ${what}` });
  switch (element.kind) {
    case 'anonymous-user':
      return say('untrusted', 'anybody: nobody has identified the caller');
    case 'end-user':
      return element.facts.get('sign-up')?.values[0]?.text === 'open'
        ? say('untrusted', 'an end user, and anybody may sign up')
        : say('semi-trusted', 'an end user');
    case 'contributor':
      return say('untrusted', 'a contributor from outside');
    case 'external-agent':
      return say('untrusted', 'an agent outside our control');
    case 'external-content':
      return say('untrusted', 'content that others write');
    case 'internal-user':
    case 'partner':
    case 'client-application':
      return say('semi-trusted', `of kind ${element.kind}`);
    case 'administrator':
    case 'developer':
    case 'human-reviewer':
      return say('trusted', `of kind ${element.kind}`);
    default:
      break;
  }
  if (element.group === 'external') return say('semi-trusted', 'a service outside our control');
  if (element.kind === 'browser-tool' || effects.includes('fetches-urls')) {
    return say('untrusted', 'able to fetch pages that anybody may have written');
  }
  const origin = element.facts.get('origin')?.values[0]?.text;
  if (element.group === 'tool' && (origin === 'third-party' || origin === 'community')) {
    return say('semi-trusted', `a tool of ${origin} origin`);
  }
  return undefined;
}
