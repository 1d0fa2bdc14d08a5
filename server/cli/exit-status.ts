/** 0 clean, 1 findings at or above the threshold, 2 unreadable input or bad usage. */
export const exitStatus = { clean: 0, findings: 1, refused: 2 } as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
