import { word, type Word } from './word.ts';

/** What stands before the colon of a service. */
export const servicePlatforms: readonly Word[] = [
  word('aws', 'Amazon Web Services.'),
  word('azure', 'Microsoft Azure.'),
  word('google-cloud', 'Google Cloud.'),
  word('oss', 'Open source that we run ourselves.'),
  word('saas', 'A product that its maker runs for us.'),
];
