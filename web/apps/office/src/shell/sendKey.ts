/** As a form's `ref`: Ctrl + Enter, or ⌘ + Enter, sends it from any of its fields, those of several lines too. */
export function sendKey(form: HTMLFormElement | null) {
  if (form === null) return
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // The field would take Enter for a new line, and the browser might send a second time.
    event.preventDefault()
    event.stopPropagation()
    form.requestSubmit()
  }
  form.addEventListener('keydown', onKey)
  return () => form.removeEventListener('keydown', onKey)
}
