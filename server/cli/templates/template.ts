import { agent } from './agent.ts';
import { fineTuning } from './fine-tuning.ts';
import { minimal } from './minimal.ts';
import { multiAgent } from './multi-agent.ts';
import { ragChatbot } from './rag-chatbot.ts';

export const templateNames = ['rag-chatbot', 'agent', 'multi-agent', 'fine-tuning', 'minimal'] as const;

export type TemplateName = (typeof templateNames)[number];

/** What a template leaves open: the parts between the head and what all systems of its kind have. */
export interface Template {
  readonly summary: string;
  /** Of the scoping matrix. */
  readonly scope: number;
  /** From `boundaries` on. */
  readonly body: string;
}

export const templates: Readonly<Record<TemplateName, Template>> = {
  'rag-chatbot': ragChatbot,
  agent,
  'multi-agent': multiAgent,
  'fine-tuning': fineTuning,
  minimal,
};

export const platforms = ['aws', 'azure', 'google-cloud', 'self-hosted', 'mixed'] as const;

export interface Answers {
  readonly name: string;
  readonly owner: string;
  readonly platform: (typeof platforms)[number];
}

/** A descriptor to start from. What an answer holds is written so that YAML reads it as text. */
export function fillTemplate(template: Template, { name, owner, platform }: Answers): string {
  return `# Describes the system for Bartizan. Run: bartizan check
# Every fact can be said; what you do not say is read as the worst plausible value.
bartizan: 1

system:
  name: ${scalar(name)}
  owner: ${scalar(owner)}
  scope: ${template.scope}                 # 1 consumer app, 2 enterprise app, 3 pre-trained, 4 fine-tuned, 5 self-trained model
  platform: ${platform}
  stage: requirements
  criticality: important

${template.body}`;
}

/** Plain where YAML allows, else quoted as JSON, which YAML reads the same. */
function scalar(text: string): string {
  return /^[A-Za-z][\w .@/()-]*$/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n|~)$/i.test(text) &&
    !text.endsWith(' ')
    ? text
    : JSON.stringify(text);
}
