// The desk as a tab of Hawtio: a container of module federation, written by hand, as it only has to frame a page.
(() => {
  let scope
  const shared = async name => {
    const versions = Object.values(scope[name] ?? {})
    return (await versions[0].get())()
  }
  const title = () => (navigator.language.startsWith('zh') ? '工作台' : 'Desk')
  window.desk = {
    init: given => {
      scope = given
    },
    get: async () => {
      const { hawtio } = await shared('@hawtio/react')
      const React = await shared('react')
      const Desk = () =>
        React.createElement('iframe', { src: '/desk', title: title(), style: { border: 0, width: '100%', height: 'calc(100vh - 76px)' } })
      return () => ({
        plugin: () =>
          hawtio.addPlugin({
            id: 'desk',
            title: title(),
            path: '/desk',
            order: -100,
            component: Desk,
            isActive: async () => true,
          }),
      })
    },
  }
})()
