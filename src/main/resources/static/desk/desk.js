// What was asked for and not done is said at the top of the page.
document.addEventListener('htmx:responseError', event => {
  const status = event.detail.xhr.status
  if (event.detail.requestConfig.verb === 'get') return
  const refusal = document.getElementById('refusal')
  refusal.textContent = status === 409 ? refusal.dataset.conflict : status === 403 ? refusal.dataset.denied : refusal.dataset.other
  refusal.hidden = false
})
