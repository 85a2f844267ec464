// The desk as a tab of Hawtio, and its tree of routes as an operator reads it. A container of module federation, written by hand, as it is this small.
(() => {
  let scope
  const shared = async name => {
    const versions = Object.values(scope[name] ?? {})
    return (await versions[0].get())()
  }
  const title = () => (navigator.language.startsWith('zh') ? '工作台' : 'Desk')

  // Camel puts the policy for errors (routeConfiguration) in front of each route's own steps, which are hard to find behind it.
  const POLICY = 'onException'
  const withoutPolicy = xml => {
    const routes = new DOMParser().parseFromString(xml, 'application/xml')
    if (routes.querySelector('parsererror')) {
      return xml
    }
    routes.querySelectorAll(POLICY).forEach(policy => policy.remove())
    return new XMLSerializer().serializeToString(routes)
  }
  const showOwnSteps = node => {
    const xml = node.getMetadata('xml')
    if (xml) {
      node.addMetadata('xml', withoutPolicy(xml))
    }
    node.children = node.children?.filter(child => child.getMetadata('xmlNodeLocalName') !== POLICY)
  }

  // The groups of routes are numbered along a record's way.
  const byName = (one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })
  const inOrder = async tree => {
    const routes = tree.find(node => node.getType() === 'routes')
    if (!routes) {
      return
    }
    showOwnSteps(routes)
    routes.children.sort(byName)
    for (const child of routes.children) {
      const isGroup = child.getType() === 'routeGroups'
      child.defaultExpanded = isGroup
      const members = isGroup ? child.children : [child]
      members.forEach(showOwnSteps)
    }
  }

  window.desk = {
    init: given => {
      scope = given
    },
    get: async () => {
      const { hawtio, treeProcessorRegistry } = await shared('@hawtio/react')
      const React = await shared('react')
      const Desk = () =>
        React.createElement('iframe', { src: '/desk', title: title(), style: { border: 0, width: '100%', height: 'calc(100vh - 76px)' } })
      return () => ({
        plugin: () => {
          treeProcessorRegistry.add('desk', inOrder)
          hawtio.addPlugin({
            id: 'desk',
            title: title(),
            path: '/desk',
            order: -100,
            component: Desk,
            isActive: async () => true,
          })
        },
      })
    },
  }
})()
