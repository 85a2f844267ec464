// The desk does everything as any program may: by /api/v1, in JSON.
htmx.defineExtension('json', {
  onEvent: (name, event) => {
    if (name === 'htmx:configRequest' && event.detail.verb !== 'get') event.detail.headers['Content-Type'] = 'application/json'
  },
  encodeParameters: (xhr, parameters, form) => {
    const body = {}
    parameters.forEach((value, name) => {
      body[name] = form.elements?.[name]?.dataset?.json === undefined ? value : json(value)
    })
    return JSON.stringify(body)
  },
})

const json = text => {
  try {
    return text.trim() === '' ? null : JSON.parse(text)
  } catch {
    return text
  }
}

// The page shows what has become of it.
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful && event.detail.requestConfig.verb !== 'get') location.reload()
})

// What was asked for and not done is said at the top of the page.
document.addEventListener('htmx:responseError', event => {
  const status = event.detail.xhr.status
  if (event.detail.requestConfig.verb === 'get') return
  const refusal = document.getElementById('refusal')
  refusal.textContent = status === 409 ? refusal.dataset.conflict : status === 403 ? refusal.dataset.denied : refusal.dataset.other
  refusal.hidden = false
  refusal.scrollIntoView()
})
