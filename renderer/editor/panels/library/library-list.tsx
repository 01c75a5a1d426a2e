/** The items of the library in their groups. The focus stays where it is; the chosen one is pointed to by its id. */
import { memo } from 'react'
import type { ReactNode } from 'react'
import { carryIndicator } from '../../commands/library-drag.ts'
import { sourceOf } from './library-groups.ts'
import type { LibraryGroup, SearchableItem } from './library-groups.ts'

export interface LibraryListProps {
  id: string
  groups: readonly LibraryGroup[]
  /** Keys of the items the table has already. */
  held: ReadonlySet<string>
  /** Key of the chosen item. */
  chosen: string | null
  onChoose: (key: string) => void
  onInsert: (item: SearchableItem) => void
}

export const optionId = (listId: string, key: string): string => `${listId}-${key}`

export const LibraryList = memo(function LibraryList(props: LibraryListProps): ReactNode {
  const { id, groups, held, chosen, onChoose, onInsert } = props
  return (
    <div
      id={id}
      role="listbox"
      aria-label="指标库"
      aria-activedescendant={chosen === null ? undefined : optionId(id, chosen)}
      className="library-list"
      tabIndex={0} // it scrolls
    >
      {groups.map(({ subcategory, items, more }) => (
        <div key={subcategory} role="group" aria-label={subcategory}>
          <h2 aria-hidden="true">
            {subcategory} <span className="muted">{items.length + more}</span>
          </h2>
          {items.map((item) => (
            <Item
              key={item.key}
              id={optionId(id, item.key)}
              item={item}
              isChosen={item.key === chosen}
              isHeld={held.has(item.key)}
              onChoose={onChoose}
              onInsert={onInsert}
            />
          ))}
          {more > 0 && (
            <p className="muted library-more" aria-hidden="true">
              还有 {more} 个，输入文字可找到
            </p>
          )}
        </div>
      ))}
    </div>
  )
})

interface ItemProps {
  id: string
  item: SearchableItem
  isChosen: boolean
  isHeld: boolean
  onChoose: (key: string) => void
  onInsert: (item: SearchableItem) => void
}

const Item = memo(function Item(props: ItemProps): ReactNode {
  const { id, item, isChosen, isHeld, onChoose, onInsert } = props
  const { texts, example } = item
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className="library-item"
      title={texts.description || undefined}
      draggable
      onClick={() => onChoose(item.key)}
      onDoubleClick={() => onInsert(item)}
      onDragStart={({ dataTransfer }) => {
        carryIndicator(texts)
        dataTransfer.effectAllowed = 'copy'
        dataTransfer.setData(dragType, '') // no text: it must not fall into a field
      }}
      onDragEnd={() => carryIndicator(null)}
    >
      <span className="library-name">{texts.name}</span>
      <span className="library-line">
        {texts.target !== '' && <b className="library-value">{texts.target}</b>}
        {texts.target === '' && example !== '' && <span className="library-value muted">例：{example}</span>}
        <span className="muted">{sourceOf(item)}</span>
        {isHeld && <span className="severity-warning">表中已有</span>}
      </span>
      {isChosen && texts.description !== '' && <span className="muted library-line">{texts.description}</span>}
      <span
        className="library-insert"
        aria-hidden="true" // by keyboard it is Enter
        onClick={(event) => {
          event.stopPropagation()
          onInsert(item)
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        插入
      </span>
    </div>
  )
})

const dragType = 'text/x-jibiao-indicator'
