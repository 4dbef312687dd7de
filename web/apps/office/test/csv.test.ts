import { expect, it } from 'vitest'
import { csvOf } from '../src/shell/csv'

it('a table of the app opens in a spreadsheet and calculates nothing', () => {
  expect(csvOf([['Row', 'a;b', 'say "x"', '=1+1', '']])).toBe('\uFEFFRow;"a;b";"say ""x""";\'=1+1;\r\n')
})
