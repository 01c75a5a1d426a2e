/**
 * The licence texts of all packages that go into the program, as one file beside it: most licences ask for exactly that. Taken
 * from the packages as they are installed; the few that bring no file get the text their package.json names.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface PackageLicence {
  /** `antd 6.6.8` */
  name: string
  /** As the package says: MIT, Apache-2.0 … */
  licence: string
  texts: string[]
}

interface LockEntry {
  dev?: boolean
  devOptional?: boolean
}

interface Described {
  name?: string
  version?: string
  license?: string
  author?: string | { name?: string }
  repository?: string | { url?: string }
}

/** Node itself is fetched for development and never packed. */
const neverPacked = /^node_modules\/node-(?:linux|win|darwin)-/
const licenceFile = /^(?:licen[cs]e|copying|notice)/i

/** `root`: the project folder. Throws for a package without any text: it may not go out. */
export function packageLicences(root: string): PackageLicence[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  } // npm's own file
  const places = Object.entries(lock.packages).filter(
    ([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional && !neverPacked.test(place),
  )
  return places.map(([place]) => licenceOf(root, place))
}

export function licencesText(licences: readonly PackageLicence[]): string {
  const parts = licences.map(
    ({ name, licence, texts }) => `${line}\n${name}（${licence}）\n${line}\n\n${texts.join('\n\n')}\n`,
  )
  return `绩表使用了下列 ${licences.length} 个开源软件包，各自的许可如下。\n\n${parts.join('\n')}`
}

const line = '='.repeat(80)

function licenceOf(root: string, place: string): PackageLicence {
  const folder = join(root, place)
  const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Described // npm installed it by this file
  const licence = described.license ?? ''
  const files = readdirSync(folder).filter((name) => licenceFile.test(name) && statSync(join(folder, name)).isFile())
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).filter((text) => text !== '')
  const name = `${described.name ?? place.replace(/^.*node_modules\//, '')} ${described.version ?? ''}`
  if (texts.length > 0) return { name, licence, texts }
  const standard = standardTexts[licence]
  if (standard === undefined) throw new Error(`${name} brings no licence text, and none is known for “${licence}”`)
  return { name, licence, texts: [`Copyright (c) ${holderOf(described)}\n\n${standard}`] }
}

function holderOf({ author, repository, name = '' }: Described): string {
  const named = typeof author === 'string' ? author : author?.name
  if (named !== undefined && named !== '') return named.replace(/\s*[<(].*$/, '')
  const url = typeof repository === 'string' ? repository : repository?.url
  return `${/github\.com\/([^/]+)\//.exec(url ?? '')?.[1] ?? name} contributors`
}

const standardTexts: Partial<Record<string, string>> = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}
