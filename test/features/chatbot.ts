/** A small system that the tests of the features speak of. */
export const chatbot = `bartizan: 1
system:
  name: Help desk
  owner: help-desk@example.com
  platform: aws
  options: { pilot: false }
boundaries:
  internet: { zone: external }
  account: { zone: environment }
  backend: { zone: application, within: account }
  models: { zone: model }
identities:
  bot-role: { kind: workload, privilege: narrow }
actors:
  customer: { kind: end-user, within: internet, sign-up: open }
components:
  bot:
    kind: agent
    within: backend
    runs-as: bot-role
  claude: { kind: llm, within: models, service: aws:bedrock, hosting: managed }
data:
  question: { classification: confidential, tags: [pii] }
  reply: { classification: internal }
flows:
  ask: { from: customer, to: bot, purpose: prompt, carries: [question], returns: [reply] }
  infer: { from: bot, to: claude, carries: [question], returns: [reply] }
accepted-risks:
  unbounded-agent@bot: { reason: a pilot, owner: me@example.com, expires: 2027-01-31 }
`;

/** The system with one text in the place of another, which must be there. */
export function chatbotWith(text: string, instead: string): string {
  if (!chatbot.includes(text)) throw new Error(`the chatbot does not say ${text}`);
  return chatbot.replace(text, instead);
}
