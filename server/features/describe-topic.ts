import type { Analysis } from '../analysis/analysis.ts';
import type { Topic } from './completion/suggestion.ts';
import { describeControl } from './hover/describe-control.ts';
import { describeFinding } from './hover/describe-finding.ts';
import { describeData, describeIdentity, describeOption, describePlace } from './hover/describe-named.ts';
import { describeService } from './hover/describe-service.ts';
import type { HoverOptions } from './hover/hover.ts';

/** The description of a suggestion, worked out when somebody looks at it. */
export function describeTopic(analysis: Analysis, topic: Topic, options: HoverOptions): string | undefined {
  switch (topic.type) {
    case 'place':
      return describePlace(analysis, topic.name);
    case 'data':
      return describeData(analysis, topic.name);
    case 'identity':
      return describeIdentity(analysis, topic.name);
    case 'option':
      return describeOption(analysis, topic.name);
    case 'control':
      return describeControl(analysis, topic.name, options);
    case 'service':
      return describeService(analysis, topic.name);
    case 'finding':
      return describeFinding(analysis, topic.name, options);
  }
}
