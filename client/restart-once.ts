import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** A second crash within this time is not answered by another start. */
const patienceMs = 180_000;

/** Starts a crashed server again, once, and says so; after that the user decides. */
export function restartOnce(now: () => number): ErrorHandler {
  let lastCrash = -Infinity;
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      const soon = now() - lastCrash < patienceMs;
      lastCrash = now();
      if (soon) {
        void say('The Bartizan language server stopped again, so it was left stopped.', 'Start Again');
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      void say('The Bartizan language server stopped and was started again.');
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

async function say(message: string, again?: string): Promise<void> {
  const showOutput = 'Show Output';
  const actions = again === undefined ? [showOutput] : [again, showOutput];
  const chosen = await vscode.window.showWarningMessage(message, ...actions);
  if (chosen === showOutput) await vscode.commands.executeCommand('bartizan.showOutput');
  else if (chosen !== undefined) await vscode.commands.executeCommand('bartizan.restartServer');
}
