/** README.md is checked like code: what it says about settings, files, queries, commands and messages is so. Takes its pictures. */
package io.hcpnbridge.docs;
