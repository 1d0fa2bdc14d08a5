import Mocha from 'mocha';

const { EVENT_TEST_FAIL, EVENT_RUN_END } = Mocha.Runner.constants;

/** Says what failed as it fails and, at the end, in full; of what passed, only how many. */
export class UnitReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on(EVENT_TEST_FAIL, (test) => console.log(`  FAILED ${test.fullTitle()}`));
    runner.once(EVENT_RUN_END, () => this.epilogue());
  }
}
