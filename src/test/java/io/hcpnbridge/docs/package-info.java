/**
 * README.md is checked like code: what it says about interfaces, settings, files, queries, commands and messages is so, and
 * README.zh-CN.md and the glossary say the same. Takes its pictures.
 */
package io.hcpnbridge.docs;
