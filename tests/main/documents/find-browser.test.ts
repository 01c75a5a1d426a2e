import { expect, test } from 'vitest'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'

const machine = (platform: string, env: Record<string, string>, files: string[]) => ({
  platform,
  env,
  exists: (path: string) => files.includes(path),
})

test('the browser the person named goes before all others', () => {
  const env = { CHROME_PATH: '/home/li/chrome' }
  expect(findBrowser(machine('linux', env, ['/usr/bin/chromium', '/home/li/chrome']))).toEqual({
    path: '/home/li/chrome',
  })
})

test('a named browser that is not there is told, not passed over', () => {
  const found = findBrowser(machine('linux', { CHROME_PATH: '/no/chrome' }, ['/usr/bin/chromium']))
  expect(found).toEqual({ path: null, message: expect.stringContaining('CHROME_PATH 所指的浏览器不存在：/no/chrome') })
})

test('the usual places of each system, then PATH', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const windows = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }
  expect(findBrowser(machine('win32', windows, [edge]))).toEqual({ path: edge })
  const chrome = '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(findBrowser(machine('darwin', { HOME: '/Users/li' }, [chrome]))).toEqual({ path: chrome })
  expect(findBrowser(machine('linux', { PATH: '/opt/own:/bin' }, ['/opt/own/chromium']))).toEqual({
    path: '/opt/own/chromium',
  })
})

test('no browser: the message says what to install and what else can be done', () => {
  const found = findBrowser(machine('linux', {}, []))
  expect(found.path).toBeNull()
  expect(found).toEqual({
    path: null,
    message: expect.stringMatching(/Chrome、Edge 或 Chromium.*CHROME_PATH.*导出 HTML/),
  })
})
