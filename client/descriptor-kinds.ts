export interface DescriptorKind {
  readonly label: string;
  /** Title of the snippet that a new descriptor of the kind begins with. */
  readonly snippet: string;
}

export const descriptorKinds: readonly DescriptorKind[] = [
  { label: 'A chatbot with retrieval', snippet: 'Descriptor: A chatbot with retrieval' },
  {
    label: 'An agent with tools that changes things',
    snippet: 'Descriptor: An agent with tools that changes things',
  },
  {
    label: 'A pipeline that reads documents of others',
    snippet: 'Descriptor: Documents of others are read, split, embedded and summarised',
  },
  {
    label: 'Another system: the sections, with hardly anything in them yet',
    snippet: 'Descriptor: The sections of a descriptor, with nothing in them yet',
  },
];
