import fs from 'node:fs';
import path from 'node:path';

/** The descriptor of the language's own page. */
export const supportChatbot = fs.readFileSync(
  path.join(import.meta.dirname, '../../examples/support-chatbot.genai.yaml'),
  'utf8',
);
