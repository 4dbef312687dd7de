import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { object } from 'valibot'
import { expect, it } from 'vitest'
import { TextField } from '../ui/Field'
import { Form } from '../ui/Form'
import { fields, useForm } from './form'

const schema = object({ name: fields.line(80), email: fields.email })

function Person() {
  const form = useForm()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  return (
    <Form errors={form.errors} onTyped={form.typed} onSubmit={() => form.check(schema, { name, email })}>
      <TextField label="Name" name="name" value={name} onChange={setName} />
      <TextField label="Address" name="email" value={email} onChange={setEmail} />
      <button type="submit">Send</button>
    </Form>
  )
}

const required = 'Fill this in.'

it('no longer says what is wrong with a field when it is typed into, before it is left', async () => {
  render(<Person />)
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findAllByText(required)).toHaveLength(2)
  const [name, email] = [screen.getByLabelText('Name'), screen.getByLabelText('Address')]
  await expect.poll(() => document.activeElement).toBe(name)

  email.focus()
  fireEvent.input(email, { target: { value: 'm' } })
  expect(screen.getAllByText(required)).toHaveLength(1)
  expect([name, email].map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', null])
  // What is still wrong elsewhere takes nobody away from where they type.
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(document.activeElement).toBe(email)
})
