import type { ReportingDescriptor } from 'sarif';
import type { ProblemCode } from '../../model/problem.ts';

/** A way in which a descriptor can be wrong, as a rule. */
export function problemRule(code: ProblemCode): ReportingDescriptor {
  const words = code.replaceAll('-', ' ');
  return {
    id: code,
    shortDescription: { text: `Problem of the descriptor: ${words}` },
    fullDescription: {
      text: `The text of the architecture descriptor has a fault (${words}), so a part of it is not judged.`,
    },
    help: {
      text: 'Correct the text of the descriptor. What a faulty part says is not judged, so findings may be missing.',
      markdown:
        'Correct the text of the descriptor. What a faulty part says is not judged, so findings may be missing.',
    },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['descriptor'], precision: 'very-high', 'problem.severity': 'error' },
  };
}
