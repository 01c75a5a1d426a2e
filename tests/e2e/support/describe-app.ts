/**
 * describe() for tests that drive the program: skipped with a printed reason where no host is there, failed instead when
 * REQUIRE_E2E=1 says there must be one.
 */
import { describe, expect, test } from 'vitest'
import { hostKind, hostMessage } from './host.ts'

export function describeApp(name: string, tests: () => void): void {
  console.info(hostMessage)
  if (hostKind === null && process.env['REQUIRE_E2E'] === '1') {
    test(name, () => expect.fail(hostMessage))
    return
  }
  describe.skipIf(hostKind === null)(name, tests)
}
