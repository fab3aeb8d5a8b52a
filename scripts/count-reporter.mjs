// A last line that any runner can read: how many tests passed, failed and were skipped.
export default function countReporter() {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
      for (const module of modules) {
        // A file that cannot be loaded has no test that failed.
        if (!module.ok() && [...module.children.allTests()].every((test) => test.ok())) counts.failed++;
        for (const test of module.children.allTests()) counts[test.result().state]++;
      }
      process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    },
  };
}
