/** What must hold for the tree as a whole: who may know whom, what routes look like, what the repository holds. */
package io.hcpnbridge.architecture;
