import { render } from '@testing-library/react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { TabLinks } from './TabLinks'

const tabs = (current: string) =>
  ['tasks', 'files', 'series'].map((id) => ({
    id,
    title: id,
    count: null,
    isCurrent: id === current,
    link: (content: React.ReactNode, props: { className: string; 'aria-current'?: 'page' }) => (
      <a href={`#${id}`} {...props}>
        {content}
      </a>
    ),
  }))

it('the current part of a screen is moved into sight, whichever that becomes', () => {
  const moved: (string | null)[] = []
  const spy = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    moved.push(this.textContent)
  })
  onTestFinished(() => spy.mockRestore())
  const { rerender } = render(<TabLinks label="Parts" tabs={tabs('series')} />)
  rerender(<TabLinks label="Parts" tabs={tabs('series')} />)
  rerender(<TabLinks label="Parts" tabs={tabs('files')} />)
  expect(moved).toEqual(['series', 'files'])
})
