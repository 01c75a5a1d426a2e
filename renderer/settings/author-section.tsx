/** The name that stands beside what is written here: 说明 of findings and 意见 on cells. */
import Input from 'antd/es/input'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { keepAuthor, longestAuthor, useAuthor } from '../shell/author.ts'

export function AuthorSection(): ReactNode {
  const author = useAuthor((state) => state.author)
  return <AuthorField key={author} author={author} />
}

function AuthorField({ author }: { author: string }): ReactNode {
  const [name, setName] = useState(author)
  const keep = () => void keepAuthor(name)
  return (
    <section className="setting">
      <h2>填表人</h2>
      <div className="form-line">
        <label htmlFor="author">填表人姓名</label>
        <Input
          id="author"
          className="setting-author"
          value={name}
          maxLength={longestAuthor}
          placeholder="可以不填"
          onChange={(event) => setName(event.target.value)}
          onBlur={keep}
          onPressEnter={keep}
        />
      </div>
      <p className="muted">写在“说明”和“意见”后面，让别人知道是谁写的；不填时显示“本机”。</p>
    </section>
  )
}
