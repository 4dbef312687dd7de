import { describe, expect, it } from 'vitest'
import { NOW } from '../../../../test/demo/time'
import { closedTask, task, waitingTask } from '../../../../test/demo/work'
import { clockWords, portalPhase, recipientNames } from './portalPhase'

describe('where a task stands with the client', () => {
  it('is closed when the client has no open portal', () => {
    expect(portalPhase(closedTask(), NOW)).toEqual({ phase: 'closed' })
  })

  it('tells a withdrawn task from one that was never assigned', () => {
    expect(portalPhase(task({ portal_state: 'withdrawn' }), NOW)).toEqual({
      phase: 'notAssigned',
      wasWithdrawn: true,
    })
    expect(portalPhase(task({ portal_state: 'not_assigned' }), NOW)).toEqual({
      phase: 'notAssigned',
      wasWithdrawn: false,
    })
  })

  it('counts the seconds until the client is told, never below zero', () => {
    expect(portalPhase(waitingTask(), NOW)).toMatchObject({ phase: 'waiting', secondsLeft: 252 })
    expect(portalPhase(waitingTask(), NOW + 600_000)).toMatchObject({ phase: 'waiting', secondsLeft: 0 })
  })

  it('is announced once the mail has left', () => {
    expect(portalPhase(task(), NOW).phase).toBe('announced')
  })

  it('is assigned when nobody is told', () => {
    const silent = task({ portal: { ...task().portal, announced_at: null, announce_at: null } })
    expect(portalPhase(silent, NOW)).toEqual({ phase: 'assigned' })
  })
})

describe('the countdown', () => {
  it('reads as a clock', () => {
    expect([0, 9, 65, 300].map(clockWords)).toEqual(['0:00', '0:09', '1:05', '5:00'])
  })
})

describe('the recipients', () => {
  it('are those who have access', () => {
    expect(recipientNames(task())).toEqual(['Mari Maasikas', 'Jaan Tamm'])
  })
})
