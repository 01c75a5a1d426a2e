/**
 * The page and its address in a real browser: without a key, loaded anew, opened twice; with the program gone, with another
 * program at its address, and with other servers and pages of the same browser around it, which get nothing.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openCell, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'
const ofBrowser = test.runIf(hostKind === 'browser') // the desktop window has no address

async function openedApp(): Promise<OpenedApp> {
  const app = await openApp()
  onTestFinished(async () => {
    await app.close()
    removeData(app.data)
  })
  return app
}

interface OtherServer {
  /** Method, path, headers and body of all it was sent. */
  received: () => string
  origin: string
  leave: () => Promise<void>
}

/** Another program of this machine; `port` 0: any. */
async function otherServer(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<OtherServer> {
  let received = ''
  const server = createServer((request, response) => {
    received += `${request.method} ${request.url} ${JSON.stringify(request.headers)}\n`
    request.on('data', (bytes: Buffer) => (received += bytes.toString('utf8')))
    request.on('end', () => answer(request, response))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const leave = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  onTestFinished(() => (server.listening ? leave() : undefined))
  const { port: own } = server.address() as AddressInfo // a TCP server has one
  return { received: () => received, origin: `http://127.0.0.1:${own}`, leave }
}

const portOf = (page: Page): number => Number(new URL(page.url()).port)
const band = (page: Page) => page.locator('.line-band')

describeApp('the page and its address', () => {
  ofBrowser(
    'the token is out of the address before anything is seen; a reload goes on; a copy of the tab too',
    async () => {
      const { page } = await openedApp()
      await page.getByRole('button', { name: '打开示例' }).waitFor()
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#\/\w*)?$/)
      expect(await page.evaluate(() => document.cookie)).toBe('')
      await openExample(page, project)
      await page.reload()
      await page.getByRole('grid').waitFor()
      const [copy] = await Promise.all([
        page.waitForEvent('popup'),
        page.evaluate(() => void window.open(location.href)), // the browser copies the tab's storage, as 复制标签页 does
      ])
      await copy.getByRole('grid').waitFor()
    },
  )

  ofBrowser(
    'a tab without a key is told how to open; one with a used address too; the program stays as it was',
    async () => {
      const app = await openedApp()
      const { page } = app
      await openExample(page, project)
      const bare = await page.context().newPage()
      await bare.goto(new URL('/', page.url()).href)
      await bare.getByRole('heading', { name: '请用程序给出的地址打开绩表' }).waitFor()
      expect(await bare.locator('.shell').count()).toBe(0)
      const used = await page.context().newPage()
      await used.goto(app.address)
      await used.getByRole('heading', { name: '这个地址已经用过' }).waitFor()
      await used.getByText('npm start -- --forget-pages').waitFor()
      expect(used.url()).not.toContain('token')
      await cell(page, '年运营里程').click()
      await page.keyboard.type('照常')
      await page.keyboard.press('Enter')
      await saved(page)
      expect(app.faults).toEqual([])
    },
  )

  ofBrowser('while the program is away the page says so, and no more when it is back', async () => {
    const app = await openedApp()
    const { page } = app
    await openExample(page, project)
    await app.kill()
    await band(page).getByText('程序已关闭或没有响应').waitFor()
    await app.startAgain()
    await band(page).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('grid').waitFor()
  })

  ofBrowser('another program takes the address: it is sent nothing, the page says so and keeps its text', async () => {
    const app = await openedApp()
    const { page } = app
    await openExample(page, project)
    await cell(page, '运营线路数').click()
    await page.keyboard.type('写了')
    const port = portOf(page)
    await app.kill()
    const other = await otherServer(port, (_request, response) => void response.end('{"ok":true,"value":{}}'))
    await page.keyboard.type('一半')
    await page.keyboard.press('Enter')
    await page.keyboard.type('还没写完')
    await band(page).getByText('这个地址现在被另一个程序占用').waitFor()
    await page.getByText('未保存：程序的地址被另一个程序占用').waitFor()
    await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '设置' }).click() // its code was not fetched yet
    await page.waitForTimeout(500)
    await page.goBack()
    await cell(page, '写了一半').waitFor()
    expect(other.received()).toContain('POST /line ')
    expect(
      other
        .received()
        .split('\n')
        .filter((line) => /^[A-Z]+ \//.test(line) && !line.startsWith('POST /line ')),
    ).toEqual([])
    expect(other.received()).not.toMatch(/写了|jibiao-session|"cookie"/)
    await other.leave()
    await app.startAgain()
    await band(page).waitFor({ state: 'detached' })
    await saved(page)
    const again = await app.openWindow(new URL(page.url()).hash)
    await cell(again, '写了一半').waitFor()
  })

  ofBrowser('a page it shows in the tab finds nothing there that opens the program later', async () => {
    const app = await openedApp()
    const { page } = app
    await openExample(page, project)
    await page.waitForFunction(() => sessionStorage.length > 0)
    const port = portOf(page)
    await app.kill()
    const spy = `<!doctype html><title>绩表</title><script>fetch('/loot', { method: 'POST', body: JSON.stringify({ ...sessionStorage }) })</script>`
    const other = await otherServer(port, (request, response) => {
      response.setHeader('content-type', 'text/html').end(request.method === 'GET' ? spy : '')
    })
    await page.reload()
    await expect.poll(() => other.received()).toMatch(/"jibiao-key":"[\w-]{65}"/)
    const found = /"jibiao-key":"([\w-]{65})"/.exec(other.received())?.[1] ?? ''
    await other.leave()
    await app.startAgain()
    const thief = await page.context().newPage()
    await thief.goto(`http://127.0.0.1:${port}/nothing`)
    await thief.evaluate((key) => sessionStorage.setItem('jibiao-key', key), found)
    await thief.goto(`http://127.0.0.1:${port}/`)
    await thief.getByRole('heading', { name: '程序已重新启动，请重新打开这一页' }).waitFor()
  })

  ofBrowser('a server on another port, and its page in the same browser, get nothing', async () => {
    const app = await openedApp()
    const { page } = app
    await openExample(page, project)
    const origin = new URL(page.url()).origin
    const other = await otherServer(0, (_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>别的网页</title>')
    })
    const foreign = await page.context().newPage()
    await foreign.goto(other.origin)
    expect(other.received()).not.toMatch(/cookie|jibiao/i)
    const got = await foreign.evaluate(async (target) => {
      const tries: [string, RequestInit][] = [
        ['/', {}],
        ['/', { mode: 'no-cors' }],
        ['/call/projects.list', { method: 'POST', body: '{"deleted":false}' }],
        ['/call/projects.list', { method: 'POST', body: '{"deleted":false}', mode: 'no-cors', credentials: 'include' }],
        ['/line', { method: 'POST', headers: { 'jibiao-key': 'x'.repeat(22), 'jibiao-challenge': 'x'.repeat(43) } }],
      ]
      const answers = await Promise.all(
        tries.map(([path, init]) =>
          fetch(`${target}${path}`, init).then(
            (answer) => answer.text(),
            () => 'refused',
          ),
        ),
      )
      const frame = document.createElement('iframe')
      frame.src = `${target}/`
      document.body.append(frame)
      await new Promise((loaded) => frame.addEventListener('load', loaded))
      const opened = window.open(`${target}/`)
      await new Promise((later) => setTimeout(later, 500))
      const looks = [frame.contentWindow, opened].map((one) => {
        try {
          return `${one?.sessionStorage.length}`
        } catch {
          return 'refused'
        }
      })
      return [...answers, ...looks]
    }, origin)
    expect(got.filter((text) => text !== 'refused' && text !== '')).toEqual([])
    expect(await openCell(page).count()).toBe(1)
  })
})
